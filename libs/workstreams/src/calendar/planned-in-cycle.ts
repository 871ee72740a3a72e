import type { PartialDate } from '#event-sourcing';
import type { AnnualMeetingDescription } from '../cycle/annual-meeting.js';
import type { Cycle } from '../cycle/cycle.js';
import { isSet, type SetUp } from '../cycle/milestones.js';
import { nameOf } from '../workstream/names.js';
import { cancelled, endOf, type FormerDate, formerDates, type Planned, planned, type Settled } from './planned.js';

type DateField = 'startsOn' | 'endsOn' | 'dayZeroOn';

/** What was said of a date, without what says the same again. */
const said = (all: readonly AnnualMeetingDescription[], field: DateField): readonly AnnualMeetingDescription[] =>
  all.filter((each) => each[field] !== null).filter((each, index, dated) => index === 0 || dated[index - 1]![field] !== each[field]);

/** The dates that were said before another one was. */
const saidBefore = (all: readonly AnnualMeetingDescription[], field: DateField): readonly FormerDate[] =>
  formerDates(
    said(all, field)
      .slice(1)
      .map((each, index) => ({ ...each, from: said(all, field)[index]![field], reason: null })),
  );

const place = ({ city, country, virtual }: Cycle['annualMeeting']): string | null =>
  virtual ? 'online' : [city, country].filter((part) => part !== null).join(', ') || null;

function dateOfMeeting(cycle: Cycle, kind: 'annual-meeting' | 'day-zero', from: PartialDate, fields: readonly DateField[]): Planned {
  const { annualMeeting, descriptions, workstreamId, page } = cycle;
  return planned({
    kind,
    id: `${kind}-${workstreamId}`,
    label: kind === 'annual-meeting' ? 'Annual meeting' : 'Day 0',
    title: nameOf(cycle),
    from,
    to: fields.includes('endsOn') ? endOf(from, annualMeeting.endsOn) : null,
    former: saidBefore(descriptions, fields[0]!),
    workstreamIds: [workstreamId],
    cycle: cycle.cycle,
    place: place(annualMeeting),
    text: annualMeeting.theme,
    links: page === null ? [] : [{ to: 'page', address: page }],
    stream: `workstream-${workstreamId}`,
    factIds: fields.flatMap((field) => said(descriptions, field)).map(({ factId }) => factId),
  });
}

function datesOfMeeting(cycle: Cycle): readonly Planned[] {
  const { startsOn, dayZeroOn } = cycle.annualMeeting;
  return [
    ...(startsOn === null ? [] : [dateOfMeeting(cycle, 'annual-meeting', startsOn, ['startsOn', 'endsOn'])]),
    ...(dayZeroOn === null ? [] : [dateOfMeeting(cycle, 'day-zero', dayZeroOn, ['dayZeroOn'])]),
  ];
}

/**
 * A milestone for those who are expected to meet it, or for some of them. It is done when all of them were there, and nobody owes what is
 * for nobody.
 */
function plannedFor(cycle: Cycle, milestone: SetUp, expected: readonly string[]): Planned {
  const { workstreamId } = cycle;
  const { milestoneId, name, current, moves, met, dropped, set, forWorkstreams } = milestone;
  const last = met.findLast(({ metBy }) => expected.includes(metBy));
  const owedBy = owing(milestone, expected);
  const isMet = last !== undefined && owedBy.length === 0;
  const reached: Settled | null = isMet ? { as: 'done', effective: last.effective, factId: last.factId, reason: null } : null;
  return planned({
    kind: 'milestone',
    id: `cycle-${workstreamId}-milestone-${milestoneId}`,
    label: 'Milestone',
    title: `${name}, ${nameOf(cycle)}`,
    from: current,
    former: formerDates(moves),
    settled: cancelled(dropped) ?? reached,
    whenPassed: owedBy.length > 0 ? 'overdue' : 'past',
    owedBy,
    workstreamIds: [...new Set([workstreamId, ...forWorkstreams])],
    participantIds: [...new Set([...expected, ...met.map(({ metBy }) => metBy)])],
    cycle: cycle.cycle,
    stream: `workstream-${workstreamId}`,
    factIds: [set, ...moves, ...met, ...(dropped ? [dropped] : [])].map(({ factId }) => factId),
  });
}

/** Those who are waited for: for whom a milestone is that is not dropped, and who have not met it. */
function owing({ met, dropped }: SetUp, expected: readonly string[]): readonly string[] {
  const there = new Set(met.map(({ metBy }) => metBy));
  return dropped ? [] : expected.filter((id) => !there.has(id));
}

/** The dates of the annual meeting, and the milestones, for whomever they are. */
export const plannedInCycle = (cycle: Cycle, expectedFor: (milestone: SetUp) => readonly string[]): readonly Planned[] => [
  ...datesOfMeeting(cycle),
  ...cycle.milestones.filter(isSet).map((each) => plannedFor(cycle, each, expectedFor(each))),
];
