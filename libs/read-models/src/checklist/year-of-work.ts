import { type Fact, firstDay, history, isCorrection, lastDay, type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import {
  type Cycle,
  cycleOfFigure,
  dateOfDay,
  isSet,
  keptCadences,
  knownDay,
  knownYear,
  type Meeting,
  type MeetingSeries,
  type Paper,
} from '#workstreams';
import { askedDay } from '../asked.js';
import { calls } from '../call-register/call-register.js';
import { groupBy } from '../group-by.js';
import { datesOf, meetings } from '../meeting-register/meeting-register.js';
import { isExpected, type RegisteredRow } from '../milestones/milestone-views.js';
import { papers } from '../paper-register/paper-register.js';
import { comparables } from '../published-figures/figure-group.js';
import { figures, isPublished, type Published } from '../published-figures/figure-register.js';
import { series } from '../series-register/series-register.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import type { ExpectedMilestone, StreamOfYear, YearOfWork } from './duty.js';

/** Finals came within two months after the annual meeting (`DOMAIN.md`, Milestones). */
const DAYS_TO_FINAL = 61;

/** What all workstreams of a cycle share, read once. */
export type CycleOfWork = Readonly<{
  cycle: number;
  moment: Moment;
  tables: Tables;
  cycles: readonly (Cycle & RegisteredRow)[];
  figures: readonly Published[];
  outputsDue: YearOfWork['outputsDue'];
}>;

/** When outputs are due: counted from the end of the annual meeting where that is known to the day. */
function outputsDue(cycles: readonly Cycle[], cycle: number): YearOfWork['outputsDue'] {
  for (const { annualMeeting, descriptions } of cycles) {
    const day = annualMeeting.endsOn === null ? undefined : knownDay(annualMeeting.endsOn);
    const said = descriptions.filter(({ endsOn }) => endsOn === annualMeeting.endsOn).map(({ factId }) => factId);
    if (day !== undefined) return { on: dateOfDay(day + DAYS_TO_FINAL), factIds: said };
  }
  return { on: `${cycle + 1}-02`, factIds: [] };
}

export function cycleOfWork(cycle: number, moment: Moment, tables: Tables): CycleOfWork {
  const cycles = workstreams(tables)
    .rows({ cycle }, moment)
    .flatMap((row) => (row.kind === 'cycle' ? [row] : []));
  const published = figures(tables).rows({ cycle }, moment).filter(isPublished);
  return { cycle, moment, tables, cycles, figures: published, outputsDue: outputsDue(cycles, cycle) };
}

/** What is of one cycle is so with all that belongs to it; of what goes on over the years, that of the year. */
const ofCycle = ({ workstream, cycle }: Pick<YearOfWork, 'workstream' | 'cycle'>, date: PartialDate | undefined): boolean =>
  'cycle' in workstream ? workstream.cycle === cycle : date !== undefined && knownYear(date) === cycle;

type Whose = Pick<YearOfWork, 'workstream' | 'cycle'>;

const isOwn =
  ({ workstream: { workstreamId } }: Whose) =>
  ({ workstreamIds }: Readonly<{ workstreamIds: readonly string[] }>): boolean =>
    workstreamIds.includes(workstreamId);

const paperIsOf = (whose: Whose, { cycle, begun }: Paper): boolean =>
  cycle === null ? ofCycle(whose, begun?.effective) : cycle === whose.cycle;

const meetingIsOf = (whose: Whose, meeting: Meeting): boolean =>
  meeting.cycle === null ? ofCycle(whose, datesOf(meeting)[0]) : meeting.cycle === whose.cycle;

/** How a series kept its rhythm in the year, as far as that has come. */
function cadenceOf(row: MeetingSeries, { cycle, moment, tables }: CycleOfWork): YearOfWork['cadences'][number] {
  const year = period(String(cycle));
  const window = { from: firstDay(year), to: Math.min(lastDay(year), lastDay(askedDay(moment).period)) };
  return { series: row, kept: keptCadences(row, meetings(tables).rows({ series_id: row.seriesId }, moment), window) };
}

const milestonesOf = (workstream: RegisteredRow, { cycles }: CycleOfWork): readonly ExpectedMilestone[] =>
  cycles.flatMap((cycle) =>
    cycle.milestones
      .filter(isSet)
      .filter((milestone) => milestone.dropped === null && isExpected(milestone, workstream, cycle))
      .map((milestone) => ({ cycleId: cycle.workstreamId, milestone })),
  );

/** Figures about a workstream that speak of the year. Those about none are the cycle's own. */
function figuresOf({ workstream, cycle }: Whose, all: CycleOfWork): readonly Published[] {
  const { tables, moment } = all;
  if (workstream.kind === 'cycle') return all.figures.filter(({ workstreamIds }) => workstreamIds.length === 0);
  const about = figures(tables).about(workstream.workstreamId, moment).filter(isPublished);
  return about.filter((figure) => (cycleOfFigure(figure) ?? knownYear(figure.speaksOf)) === cycle);
}

/** Facts that may be of the year; of a workstream of one cycle, all. */
function mayBeOf({ workstream, cycle }: Whose, { effective }: Fact): boolean {
  if ('cycle' in workstream) return true;
  const [when, year] = [period(effective), period(String(cycle))];
  return when.first < year.end && when.end > year.first;
}

function streamsOf(whose: Whose, { moment, tables }: CycleOfWork): readonly StreamOfYear[] {
  const byStream = groupBy(tables.auditLog().about(whose.workstream.workstreamId), ({ stream }) => stream);
  return [...byStream].flatMap(([stream, recorded]) => {
    const dash = stream.indexOf('-');
    const facts = history(recorded, moment).filter((fact) => !isCorrection(fact) && mayBeOf(whose, fact));
    return facts.length === 0 ? [] : [{ category: stream.slice(0, dash), id: stream.slice(dash + 1), facts }];
  });
}

/** All that a workstream has on record for a cycle, as of a moment. */
export function yearOfWork(workstream: RegisteredRow, all: CycleOfWork): YearOfWork {
  const { cycle, moment, tables } = all;
  const { workstreamId } = workstream;
  const whose = { workstream, cycle };
  const own = isOwn(whose);
  return {
    ...whose,
    day: askedDay(moment),
    outputsDue: all.outputsDue,
    calls: calls(tables)
      .about(workstreamId, moment)
      .filter((call) => call.opened !== null && own(call) && ofCycle(whose, call.opened.effective)),
    meetings: meetings(tables)
      .about(workstreamId, moment)
      .filter((meeting) => meeting.begun !== null && own(meeting) && meetingIsOf(whose, meeting)),
    papers: papers(tables)
      .about(workstreamId, moment)
      .filter((paper) => paper.begun !== null && own(paper) && paperIsOf(whose, paper)),
    cadences: series(tables)
      .about(workstreamId, moment)
      .filter((row) => row.started !== null && own(row))
      .map((row) => cadenceOf(row, all)),
    milestones: milestonesOf(workstream, all),
    figures: comparables(figuresOf(whose, all)),
    streams: streamsOf(whose, all),
  };
}

/** Whether a workstream is of a cycle, or goes on over the years and was surely there by the end of its year. */
export function isOfCycle(row: RegisteredRow, cycle: number): boolean {
  if ('cycle' in row) return row.cycle === cycle;
  return period(row.registered.effective).end <= period(String(cycle)).end;
}
