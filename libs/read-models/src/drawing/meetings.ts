import { type Meeting, type MeetingStatus, type Sitting, type SittingMove, slipDays } from '#workstreams';
import { type Dating, factIdsOf, orNone, type When, whenOf } from './when.js';

/** A change of plan: an arrow from one date to the other. */
export type DrawnMove = Readonly<{
  from: When | null;
  to: When;
  /** Whole days; null where there was no date before. */
  days: number | null;
  announced: When;
  reason: string | null;
  factIds: readonly string[];
}>;

/** Whether there is a record of a meeting: of one that was not held there can be none. */
export type RecordState = 'on record' | 'not on record' | 'not held';

/** One occasion of a meeting: a dot. */
export type DrawnMeeting = Readonly<{
  meetingId: string;
  title: string;
  /** Which of its sittings; null where it has but one. */
  sitting: string | null;
  /** Whether the workstream held it, or took part in it. */
  as: 'host' | 'participant';
  status: MeetingStatus;
  /** When it was held, else when it is planned; null where no date is known. */
  when: When | null;
  /** Its last day, where it took several. */
  until: When | null;
  moves: readonly DrawnMove[];
  record: RecordState;
  recordFactIds: readonly string[];
  factIds: readonly string[];
}>;

const drawnMove = (move: SittingMove, dating: Dating): DrawnMove => ({
  from: orNone(move.from),
  to: whenOf(move.to),
  days: move.from === null ? null : slipDays(move.from, move.to),
  announced: dating(move),
  reason: move.reason,
  factIds: factIdsOf(move),
});

function statusOf({ held, cancelled }: Sitting, meeting: Meeting): MeetingStatus {
  if (held) return 'held';
  if (meeting.merged) return 'merged';
  return (cancelled ?? meeting.cancelled) ? 'cancelled' : 'scheduled';
}

const heldOn = ({ held }: Sitting, dating: Dating): When | null => held && dating({ effective: held.on, factId: held.factId });

function drawnSitting(sitting: Sitting, meeting: Meeting, { workstreamId, dating }: Lane): DrawnMeeting {
  const { label, held, cancelled, moves, scheduledFor } = sitting;
  const records = meeting.records.filter((record) => record.sitting === null || record.sitting === label);
  const isHost = meeting.workstreamIds.includes(workstreamId);
  const participation = isHost ? undefined : meeting.participants.find((each) => each.workstreamId === workstreamId);
  return {
    meetingId: meeting.meetingId,
    title: meeting.title,
    sitting: label,
    as: isHost ? 'host' : 'participant',
    status: statusOf(sitting, meeting),
    when: heldOn(sitting, dating) ?? orNone(scheduledFor),
    until: orNone(held?.endsOn ?? null),
    moves: moves.map((move) => drawnMove(move, dating)),
    record: held ? (records.length > 0 ? 'on record' : 'not on record') : 'not held',
    recordFactIds: factIdsOf(...records),
    factIds: factIdsOf(meeting.begun, ...moves, held, cancelled ?? meeting.cancelled, meeting.merged, participation),
  };
}

type Lane = Readonly<{ workstreamId: string; dating: Dating }>;

/** What a workstream held, plans or took part in, occasion by occasion. */
export const meetingsLane = (meetings: readonly Meeting[], lane: Lane): readonly DrawnMeeting[] =>
  meetings
    .filter(({ begun }) => begun !== null)
    .filter(
      ({ workstreamIds, participants }) =>
        workstreamIds.includes(lane.workstreamId) || participants.some(({ workstreamId }) => workstreamId === lane.workstreamId),
    )
    .flatMap((meeting) => meeting.sittings.map((sitting) => drawnSitting(sitting, meeting, lane)));
