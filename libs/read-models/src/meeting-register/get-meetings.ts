import { IsIn } from 'class-validator';
import { IsCount, IsId, IsSingleDate, ListQuery, type Moment, NotFound, Optional, pageOf, type PartialDate, Query } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import {
  type MeetingDecision,
  type Meeting,
  MEETING_STATUSES,
  type MeetingRecord,
  type MeetingStatus,
  minutesDelay,
  minutesFacts,
  minutesOwedSince,
  type Participant,
  recordInForce,
  SESSION_KINDS,
  type SessionKind,
  meetingStatus,
} from '#workstreams';
import type { Count } from '../call-register/counts.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { datesOf, meetingDay, meetings } from './meeting-register.js';
import { within } from './within.js';

/** The meetings there were at a moment, planned ones among them, the latest first. */
export class GetMeetings extends ListQuery {
  /** Only those that this workstream held or took part in. */
  @Optional() @IsId() readonly workstreamId?: string;
  @Optional() @IsId() readonly seriesId?: string;
  /** Only those of the cycle of this annual meeting. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  @Optional() @IsIn(SESSION_KINDS) readonly session?: SessionKind;
  @Optional() @IsIn(MEETING_STATUSES) readonly status?: MeetingStatus;
  /** Only those with a sitting that was held, or is planned, on this date or later. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only those with a sitting that was held, or is planned, on this date or earlier. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
}

/** One meeting as it was at a moment, with all that came of it. */
export class GetMeeting extends Query {
  @IsId() readonly meetingId!: string;
}

/** A workstream that took part, and the fact that says so. */
export type NamedParticipant = NamedWorkstream & Readonly<{ effective: PartialDate; factId: string }>;

export type MeetingDecisionView = Omit<MeetingDecision, 'about'> & Readonly<{ about: readonly NamedWorkstream[] }>;

/** How many days passed, by the facts that the last sitting and its first record rest on. */
export type MinutesDelay = Readonly<{ days: number; factIds: readonly string[] }>;

/** What is worked out of a meeting's facts. */
export type MeetingWorkedOut = Readonly<{
  status: MeetingStatus;
  workstreams: readonly NamedWorkstream[];
  /** The record of the whole meeting to go by: the latest of the highest authority. */
  record: MeetingRecord | null;
  /** The day from which a record is owed: that after the last sitting. */
  minutesOwedSince: PartialDate | null;
  /** Days from the last sitting to its first record. */
  minutesDelay: MinutesDelay | null;
}>;

export type MeetingView = Omit<Meeting, 'workstreamIds' | 'participants' | 'decisions'> &
  MeetingWorkedOut &
  Readonly<{ participants: readonly NamedParticipant[]; decisions: readonly MeetingDecisionView[] }>;

/** A meeting as lists show it: what came of it are numbers. */
export type MeetingSummary = Omit<
  Meeting,
  'workstreamIds' | 'agendas' | 'attendance' | 'participants' | 'records' | 'recordings' | 'decisions' | 'actions'
> &
  MeetingWorkedOut &
  Readonly<{
    /** How many workstreams took part. */
    participants: Count;
    decisions: Count;
    /** Actions that were assigned and are not completed. */
    openActions: Count;
  }>;

/** The latest first; `total` counts all of them, `next` is the cursor to those that follow. */
export type MeetingList = Readonly<{ total: number; next: string | null; meetings: readonly MeetingSummary[] }>;

function minutesDelayOf(row: Meeting): MinutesDelay | null {
  const days = minutesDelay(row);
  return days === null ? null : { days, factIds: minutesFacts(row) };
}

const countOf = (factIds: readonly string[]): Count => ({ count: factIds.length, factIds });

const workedOut = (row: Meeting, tables: Tables, moment: Moment): MeetingWorkedOut => ({
  status: meetingStatus(row)!,
  workstreams: row.workstreamIds.map((id) => named(tables, id, moment)),
  record: recordInForce(row) ?? null,
  minutesOwedSince: minutesOwedSince(row),
  minutesDelay: minutesDelayOf(row),
});

const participant = ({ workstreamId, ...fact }: Participant, tables: Tables, moment: Moment): NamedParticipant => ({
  ...named(tables, workstreamId, moment),
  ...fact,
});

function viewOf(row: Meeting, tables: Tables, moment: Moment): MeetingView {
  const { workstreamIds: _, participants, decisions, ...rest } = row;
  return {
    ...rest,
    ...workedOut(row, tables, moment),
    participants: participants.map((each) => participant(each, tables, moment)),
    decisions: decisions.map(({ about, ...each }) => ({ ...each, about: about.map((id) => named(tables, id, moment)) })),
  };
}

function summaryOf(row: Meeting, tables: Tables, moment: Moment): MeetingSummary {
  const { workstreamIds: _, agendas: _a, attendance: _b, records: _c, recordings: _d, participants, decisions, actions, ...rest } = row;
  return {
    ...rest,
    ...workedOut(row, tables, moment),
    participants: countOf(participants.map(({ factId }) => factId)),
    decisions: countOf(decisions.map(({ factId }) => factId)),
    openActions: countOf(actions.flatMap(({ assigned, completed }) => (assigned && !completed ? [assigned.factId] : []))),
  };
}

/** What is known of a meeting only by what came of it is not a meeting yet. */
const isOnRecord = (row: Meeting | undefined): row is Meeting => row !== undefined && row.begun !== null;

const isOf = (workstreamId: string) => (row: Meeting) =>
  row.workstreamIds.includes(workstreamId) || row.participants.some((each) => each.workstreamId === workstreamId);

function rowsOf(query: GetMeetings, tables: Tables): readonly Meeting[] {
  const { workstreamId, seriesId, session, cycle, status } = query;
  if (workstreamId === undefined) {
    const where = Object.entries({ series_id: seriesId, session, cycle, status }).filter(([, value]) => value !== undefined);
    return meetings(tables).rows(Object.fromEntries(where) as Record<string, string | number>, query);
  }
  const wanted = Object.entries({ seriesId, session, cycle }).filter(([, value]) => value !== undefined);
  return meetings(tables)
    .about(workstreamId, query)
    .filter(isOf(workstreamId))
    .filter((row) => wanted.every(([field, value]) => row[field as keyof Meeting] === value))
    .filter((row) => status === undefined || meetingStatus(row) === status);
}

export const getMeetings: Answering<GetMeetings, MeetingList> = (query, tables) => {
  const isWanted = within(query.from, query.to);
  const found = rowsOf(query, tables).filter((row) => isOnRecord(row) && datesOf(row).some(isWanted));
  const latestFirst = found.toSorted((a, b) => meetingDay(b)! - meetingDay(a)! || a.meetingId.localeCompare(b.meetingId));
  const { total, next, shown } = pageOf(latestFirst, query, tables.position());
  return { body: { total, next, meetings: shown.map((row) => summaryOf(row, tables, query)) } };
};

export const getMeeting: Answering<GetMeeting, MeetingView> = (query, tables) => {
  const row = meetings(tables).row(query.meetingId, query);
  if (!isOnRecord(row)) throw new NotFound(`No meeting has the id ${query.meetingId}${query.asOf ? ` as of ${query.asOf}` : ''}.`);
  return { body: viewOf(row, tables, query), stream: `meeting-${query.meetingId}` };
};
