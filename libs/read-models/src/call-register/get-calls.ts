import { IsIn } from 'class-validator';
import { IsId, ListQuery, type Moment, NotFound, Optional, pageOf, Query } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { byDate, type Call, callStage, type CallStage, inForce, isLate, judge, type StatusVerdict, whyNotCounted } from '#workstreams';
import { askedDay } from '../asked.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { calls, openedDay } from './call-register.js';
import { type ContributionCounts, contributionCounts, type Count, countOf } from './counts.js';

/** The calls there were at a moment, the latest first. */
export class GetCalls extends ListQuery {
  /** Only those in which this workstream called. */
  @Optional() @IsId() readonly workstreamId?: string;
  @Optional() @IsIn(['open', 'closed']) readonly status?: 'open' | 'closed';
}

/** One call as it was at a moment, with every deadline that it had. */
export class GetCall extends Query {
  @IsId() readonly callId!: string;
}

export type CallView = Omit<Call, 'workstreamIds' | 'contributions'> &
  Readonly<{
    workstreams: readonly NamedWorkstream[];
    /** Whether it takes input: a date that passes closes nothing. */
    stage: CallStage;
    /** The same with its reasons. */
    verdict: StatusVerdict;
    counts: ContributionCounts;
    contributions: readonly (Call['contributions'][number] & Readonly<{ late: boolean }>)[];
  }>;

const callers = ({ workstreamIds }: Call, tables: Tables, moment: Moment): readonly NamedWorkstream[] =>
  workstreamIds.map((id) => named(tables, id, moment));

function verdictOn(row: Call, moment: Moment): StatusVerdict {
  const day = askedDay(moment);
  return judge(callStage, inForce(callStage, day), row, day);
}

/** The rule gives no other status. */
const stageOf = ({ status }: StatusVerdict): CallStage => status as CallStage;

function viewOf(row: Call, tables: Tables, moment: Moment): CallView {
  const { workstreamIds: _, contributions, deadlines, ...call } = row;
  const verdict = verdictOn(row, moment);
  return {
    ...call,
    deadlines: byDate(deadlines),
    workstreams: callers(row, tables, moment),
    stage: stageOf(verdict),
    verdict,
    counts: contributionCounts(row),
    contributions: contributions.map((each) => ({ ...each, late: isLate(row, each) })),
  };
}

/** Counted are those that count: not withdrawn, not late without having been accepted. */
function summaryOf(row: Call, tables: Tables, moment: Moment): CallSummary {
  const { workstreamIds: _, contributions, deadlines, ...call } = row;
  const counted = countOf(contributions.filter((each) => whyNotCounted(row, each) === undefined));
  const stage = stageOf(verdictOn(row, moment));
  return { ...call, deadlines: byDate(deadlines), workstreams: callers(row, tables, moment), stage, contributions: counted };
}

/** What is known of a call only by its contributions is not a call yet. */
const isOpened = (row: Call | undefined): row is Call => row !== undefined && row.opened !== null;

function rowsOf({ workstreamId, status, ...moment }: GetCalls, tables: Tables): readonly Call[] {
  if (workstreamId === undefined) return calls(tables).rows(status ? { status } : {}, moment);
  const rows = calls(tables).about(workstreamId, moment);
  return rows.filter((row) => row.workstreamIds.includes(workstreamId) && (status === undefined || row.status === status));
}

/** A call as lists show it: its contributions are a number. */
export type CallSummary = Omit<CallView, 'contributions' | 'counts' | 'verdict'> & Readonly<{ contributions: Count }>;

/** The latest first; `total` counts all of them, `next` is the cursor to those that follow. */
export type CallList = Readonly<{ total: number; next: string | null; calls: readonly CallSummary[] }>;

export const getCalls: Answering<GetCalls, CallList> = (query, tables) => {
  const found = rowsOf(query, tables).filter(isOpened);
  const latestFirst = found.toSorted((a, b) => openedDay(b)! - openedDay(a)! || a.callId.localeCompare(b.callId));
  const { total, next, shown } = pageOf(latestFirst, query, tables.position());
  return { body: { total, next, calls: shown.map((row) => summaryOf(row, tables, query)) } };
};

export const getCall: Answering<GetCall, CallView> = (query, tables) => {
  const row = calls(tables).row(query.callId, query);
  if (!isOpened(row)) throw new NotFound(`No call has the id ${query.callId}${query.asOf ? ` as of ${query.asOf}` : ''}.`);
  return { body: viewOf(row, tables, query), stream: `call-${query.callId}` };
};
