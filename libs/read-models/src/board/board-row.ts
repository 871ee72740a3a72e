import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type Cycle, type Day, goesOn, inForce, nameOf, rulesFor, type StatusRule, statusOn, type Work } from '#workstreams';
import { type Cell, known, notApplicable, valueOf } from './cell.js';
import type { Attention, BoardRow, BoardStatus } from './columns.js';
import { lastActivity } from './last-activity.js';
import { contributions, openCall } from './of-calls.js';
import { lastMeeting, minutesOwed, nextMeeting } from './of-meetings.js';
import { nextMilestone } from './of-milestones.js';
import { paper, yearlyReport } from './of-papers.js';
import { coordinators } from './of-people.js';

/** What a row is made with, beside the work that it shows. */
export type Around = Readonly<{ tables: Tables; moment: Moment; day: Day; cycles: readonly Cycle[] }>;

/** A call that ends within these days is worth a look. */
const SOON = 7;

function verdictOf(rule: StatusRule<Work>, work: Work, day: Day): BoardStatus {
  const version = inForce(rule, day);
  return { rule: rule.name, version: version.version, source: version.source, ...statusOn(version, work, day) };
}

const isOwn = ({ name }: StatusRule<Work>): boolean => !name.startsWith('silence');

function status(work: Work, day: Day): Cell<BoardStatus> {
  const own = rulesFor(work).find(isOwn);
  if (!own) return notApplicable('no rule judges its kind');
  const verdict = verdictOf(own, work, day);
  return known(verdict, [...new Set(verdict.reasons.flatMap(({ factIds }) => factIds))]);
}

/** Statuses that somebody should look at, of coalitions and initiatives. */
const CALLS_FOR_ATTENTION: readonly string[] = ['inactive', 'dormant', 'delisted'];

function ofStatus({ status }: Pick<BoardRow, 'status'>): readonly Attention[] {
  const verdict = valueOf(status);
  if (!verdict || !CALLS_FOR_ATTENTION.includes(verdict.status)) return [];
  return [
    {
      why: `it is ${verdict.status}: ${verdict.reasons.map(({ says }) => says).join('; ')}`,
      factIds: verdict.reasons.flatMap(({ factIds }) => factIds),
    },
  ];
}

/** What was to be heard of it and was not. */
function ofSilence(work: Work, day: Day): readonly Attention[] {
  const silent = rulesFor(work)
    .filter((rule) => !isOwn(rule))
    .map((rule) => verdictOf(rule, work, day))
    .filter(({ status }) => status === 'silent');
  return silent.flatMap(({ reasons }) => reasons.map(({ says, factIds }) => ({ why: says, factIds })));
}

function ofMilestones({ nextMilestone: cell }: Pick<BoardRow, 'nextMilestone'>): readonly Attention[] {
  if (cell.is !== 'known' || cell.value.days >= 0) return [];
  const { name, days, due } = cell.value;
  return [{ why: `"${name}" was due on ${due}, ${-days} days ago`, factIds: cell.factIds }];
}

function ofCalls({ openCall: cell }: Pick<BoardRow, 'openCall'>): readonly Attention[] {
  if (cell.is !== 'known') return [];
  const { days, until, title } = cell.value;
  return days !== null && days >= 0 && days <= SOON
    ? [{ why: `"${title}" takes input until ${until ?? ''}: in ${days} days`, factIds: cell.factIds }]
    : [];
}

const COORDINATED: readonly string[] = ['best-practice-forum', 'dynamic-coalition', 'cenb-phase', 'policy-network'];

function ofPeople(work: Work, { coordinators }: Pick<BoardRow, 'coordinators'>): readonly Attention[] {
  const { kind, registered } = work.workstream;
  if (coordinators.is === 'known' || !COORDINATED.includes(kind)) return [];
  return [{ why: 'no coordinator is on record', factIds: [registered.factId] }];
}

/** What is over is not hurried any more: what it left open stands in its checklist. */
const ofGoingOn = (work: Work, cells: Pick<BoardRow, 'status' | 'nextMilestone' | 'coordinators'>, day: Day): readonly Attention[] => [
  ...ofStatus(cells),
  ...ofSilence(work, day),
  ...ofMilestones(cells),
  ...ofPeople(work, cells),
];

/** One workstream on the board, as of a moment and by the rules of its day. */
export function boardRow(work: Work, { tables, moment, day, cycles }: Around): BoardRow {
  const { workstream } = work;
  const cells = {
    status: status(work, day),
    coordinators: coordinators(work, tables, moment),
    openCall: openCall(work, day),
    contributions: contributions(work, day),
    lastMeeting: lastMeeting(work, day),
    nextMeeting: nextMeeting(work, day),
    minutesOwed: minutesOwed(work),
    paper: paper(work),
    nextMilestone: nextMilestone(work, cycles, day),
    lastActivity: lastActivity(work, day),
    yearlyReport: yearlyReport(work, day),
  };
  return {
    workstreamId: workstream.workstreamId,
    name: nameOf(workstream),
    kind: workstream.kind,
    cycle: 'cycle' in workstream ? workstream.cycle : null,
    factId: workstream.registered.factId,
    ...cells,
    attention: [...ofCalls(cells), ...(goesOn(work, day) ? ofGoingOn(work, cells, day) : [])],
  };
}
