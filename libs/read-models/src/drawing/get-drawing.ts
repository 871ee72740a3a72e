import { IsIn } from 'class-validator';
import {
  firstDay,
  IsCount,
  IsId,
  IsSingleDate,
  lastDay,
  type Moment,
  NotFound,
  Optional,
  type PartialDate,
  period,
  Query,
} from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { nameOf } from '#workstreams';
import { IsListOfIds } from '../asked.js';
import { meetings } from '../meeting-register/meeting-register.js';
import type { RegisteredRow } from '../milestones/milestone-views.js';
import { papers } from '../paper-register/paper-register.js';
import { AXES, type Axis } from '../timeline/get-timeline.js';
import { getWorkstream, type GetWorkstream } from '../workstream-directory/get-workstreams.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import { draw, type Drawing } from './draw.js';
import { dayText } from './when.js';

abstract class AskDrawing extends Query {
  /** Where marks stand: when things happened, unless told otherwise. */
  @Optional() @IsIn(AXES) readonly axis?: Axis;
  /** Only what may lie on this date or later. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only what may lie on this date or earlier. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
}

/** More tracks than this cannot be compared on one page. */
const MOST_TRACKS = 4;

/** The timelines of some workstreams side by side, as data to be drawn from. */
export class GetDrawing extends AskDrawing {
  /** One workstream, or up to four to compare, set apart by commas. */
  @IsListOfIds(MOST_TRACKS) readonly workstreamId!: readonly string[];
}

/** The timelines of all who work in a cycle, as data to be drawn from: its own first. */
export class GetCycleDrawing extends AskDrawing {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  /** How many tracks at most: 50 unless told otherwise. */
  @Optional() @IsCount(200, 1) readonly limit?: number;
}

const momentOf = ({ asOf, knownAt, upTo }: Moment): Moment => ({ asOf, knownAt, upTo });

const rowOf = (workstreamId: string, moment: Moment, tables: Tables): RegisteredRow => {
  const { name: _, ...row } = getWorkstream({ ...momentOf(moment), workstreamId } as GetWorkstream, tables).body;
  return row;
};

export const getDrawing: Answering<GetDrawing, Drawing> = (query, tables) => {
  const rows = query.workstreamId.map((id) => rowOf(id, query, tables));
  return { body: draw(rows, rows.length, query, tables) };
};

type Cycle = Extract<RegisteredRow, { kind: 'cycle' }>;

function cycleOf({ workstreamId, ...moment }: GetCycleDrawing, tables: Tables): Cycle {
  const row = rowOf(workstreamId, moment, tables);
  if (row.kind !== 'cycle') throw new NotFound(`${workstreamId} is a ${row.kind}, not the preparation of an annual meeting.`);
  return row;
}

/** The last day of the annual meeting of a cycle, as far as it is known: that of its year, where nothing else is. */
const endOf = ({ annualMeeting, cycle }: Cycle): PartialDate => annualMeeting.endsOn ?? annualMeeting.startsOn ?? String(cycle);

/** The day after the annual meeting before; the first of its year where that is not on record. */
function startOf({ cycle }: Cycle, moment: Moment, tables: Tables): PartialDate {
  const before = workstreams(tables)
    .rows({ kind: 'cycle', cycle: cycle - 1 }, moment)
    .find((row) => row.kind === 'cycle');
  return before ? dayText(lastDay(period(endOf(before))) + 1) : dayText(firstDay(period(String(cycle))));
}

/** Who is of the cycle by itself, and who met or published in it. */
function workersIn({ cycle, workstreamId }: Cycle, moment: Moment, tables: Tables): readonly RegisteredRow[] {
  const met = meetings(tables)
    .rows({ cycle }, moment)
    .flatMap(({ workstreamIds, participants }) => [...workstreamIds, ...participants.map((each) => each.workstreamId)]);
  const published = papers(tables)
    .rows({ cycle }, moment)
    .flatMap(({ workstreamIds }) => workstreamIds);
  const own = workstreams(tables)
    .rows({ cycle }, moment)
    .flatMap((row) => (row.kind === 'none' ? [] : [row]));
  const known = new Set(own.map((row) => row.workstreamId));
  const others = [...new Set([...met, ...published])]
    .filter((id) => !known.has(id))
    .flatMap((id) => workstreams(tables).row(id, moment) ?? []);
  return [...own, ...others.flatMap((row) => (row.kind === 'none' ? [] : [row]))]
    .filter((row) => row.workstreamId !== workstreamId)
    .toSorted((a, b) => a.kind.localeCompare(b.kind) || nameOf(a).localeCompare(nameOf(b), 'en'));
}

export const getCycleDrawing: Answering<GetCycleDrawing, Drawing> = (query, tables) => {
  const cycle = cycleOf(query, tables);
  const moment = momentOf(query);
  const rows = [cycle, ...workersIn(cycle, moment, tables)];
  const { axis, from = startOf(cycle, moment, tables), to = endOf(cycle), limit = 50 } = query;
  const body = draw(rows.slice(0, limit), rows.length, { ...moment, axis, from, to }, tables);
  return { body, stream: `workstream-${cycle.workstreamId}` };
};
