import type { Fact, Fold } from '#event-sourcing';
import {
  type MeetingAction,
  type ActionAssigned,
  type ActionCarriedOver,
  type ActionCompleted,
  withAssigned,
  withCarriedOver,
  withCompleted,
} from './actions.js';
import type { SittingAdded } from './add-sitting.js';
import type { MeetingKind, SessionKind } from './begin-meeting.js';
import type { MeetingCancelled } from './cancel-meeting.js';
import type { MeetingHeld } from './hold-meeting.js';
import type { MeetingLogged } from './log-meeting.js';
import type { MeetingMerged } from './merge-meeting.js';
import type { MeetingMoved } from './move-meeting.js';
import type { MeetingAgenda, AgendaPublished } from './publish-agenda.js';
import type { MeetingRecord, RecordPublished } from './publish-record.js';
import type { MeetingRecording, RecordingPublished } from './publish-recording.js';
import { type Attendance, type AttendanceRecorded, statedAttendance } from './record-attendance.js';
import { type MeetingDecision, recordedDecision, type DecisionRecorded } from './record-decision.js';
import type { MeetingScheduled } from './schedule-meeting.js';
import { type Announced, moved, type Sitting, withAnnounced, withSitting } from './sittings.js';
import type { Participant, TookPart } from './take-part.js';
import { type Step, stepOf } from '../step.js';

/** Every fact of a meeting names the workstreams that meet, copied by its rule from the beginning. */
export type OfMeeting = Readonly<{ meetingId: string; workstreamIds: readonly string[] }>;

export type MeetingEvent =
  | MeetingScheduled
  | MeetingLogged
  | MeetingMoved
  | MeetingCancelled
  | MeetingHeld
  | SittingAdded
  | AttendanceRecorded
  | TookPart
  | AgendaPublished
  | RecordPublished
  | RecordingPublished
  | DecisionRecorded
  | ActionAssigned
  | ActionCarriedOver
  | ActionCompleted
  | MeetingMerged;

/** One agenda, met on once or in several sittings, with all that came of it. What is null is not known, or has not happened. */
export type Meeting = Readonly<{
  meetingId: string;
  workstreamIds: readonly string[];
  seriesId: string | null;
  title: string;
  kind: MeetingKind | null;
  informal: boolean;
  session: SessionKind | null;
  cycle: number | null;
  officialNumber: string | null;
  label: string | null;
  place: string | null;
  link: string | null;
  page: string | null;
  /** In minutes, as planned. */
  duration: number | null;
  /** How it came on record; null until that is folded. */
  begun: (Step & Readonly<{ as: 'scheduled' | 'logged' }>) | null;
  sittings: readonly Sitting[];
  /** Called off as a whole. */
  cancelled: (Step & Readonly<{ reason: string | null }>) | null;
  merged: (Step & Readonly<{ intoMeetingId: string }>) | null;
  /** By date: the latest is in force. */
  agendas: readonly MeetingAgenda[];
  attendance: readonly Attendance[];
  participants: readonly Participant[];
  records: readonly MeetingRecord[];
  recordings: readonly MeetingRecording[];
  decisions: readonly MeetingDecision[];
  actions: readonly MeetingAction[];
}>;

const initial: Meeting = {
  meetingId: '',
  workstreamIds: [],
  seriesId: null,
  title: '',
  kind: null,
  informal: false,
  session: null,
  cycle: null,
  officialNumber: null,
  label: null,
  place: null,
  link: null,
  page: null,
  duration: null,
  begun: null,
  sittings: [],
  cancelled: null,
  merged: null,
  agendas: [],
  attendance: [],
  participants: [],
  records: [],
  recordings: [],
  decisions: [],
  actions: [],
};

/** Where it is said that something was called off, and why. */
const cancellation = (fact: Fact<MeetingCancelled>) => ({ ...stepOf(fact), reason: fact.metadata.reason ?? null });

/** The beginning fills in what it knows and undoes nothing: a fact of which only the month is known may have been folded before it. */
function begun(meeting: Meeting, fact: Fact<MeetingScheduled | MeetingLogged>, sittings: readonly Announced[]): Meeting {
  const { agenda, sittings: _, ...stated } = fact.data;
  const first = agenda ? [{ points: agenda, page: null, ...stepOf(fact) }] : [];
  return {
    ...meeting,
    ...pick(stated),
    begun: { as: fact.type === 'MeetingScheduled' ? 'scheduled' : 'logged', ...stepOf(fact) },
    sittings: withAnnounced(meeting.sittings, sittings),
    agendas: [...first, ...meeting.agendas],
  };
}

type Stated = Partial<Omit<MeetingScheduled['data'], 'agenda' | 'sittings'>>;

/** What a meeting takes over as it was said. */
const OWN = [
  'meetingId',
  'workstreamIds',
  'seriesId',
  'title',
  'kind',
  'informal',
  'session',
  'cycle',
  'officialNumber',
  'label',
  'place',
  'link',
  'page',
  'duration',
] as const satisfies readonly (keyof Stated & keyof Meeting)[];

/** Fields of data that another version wrote stay out of the state. */
const pick = (stated: Stated): Partial<Meeting> =>
  Object.fromEntries(OWN.flatMap((field) => (stated[field] === undefined ? [] : [[field, stated[field]]])));

function scheduled(meeting: Meeting, fact: Fact<MeetingScheduled>): Meeting {
  const { sittings, scheduledFor = null } = fact.data;
  const planned = sittings?.map(({ label, scheduledFor: on, link = null }) => ({ label, link, scheduledFor: on }));
  return begun(meeting, fact, planned ?? [{ label: null, scheduledFor }]);
}

function logged(meeting: Meeting, fact: Fact<MeetingLogged>): Meeting {
  const { sittings, endsOn = null } = fact.data;
  const factId = fact.id;
  const held = sittings?.map(({ label, heldOn: on, link = null }) => ({ label, link, held: { on, endsOn: null, factId } }));
  return begun(meeting, fact, held ?? [{ label: null, held: { on: fact.effective, endsOn, factId } }]);
}

function called(meeting: Meeting, fact: Fact<MeetingCancelled>): Meeting {
  const { sitting } = fact.data;
  const cancelled = cancellation(fact);
  if (sitting === undefined) return { ...meeting, cancelled: meeting.cancelled ?? cancelled };
  const change = (each: Sitting): Sitting => ({ ...each, cancelled: each.cancelled ?? cancelled });
  return { ...meeting, sittings: withSitting(meeting.sittings, sitting, change) };
}

function held(meeting: Meeting, { data, effective, id }: Fact<MeetingHeld>): Meeting {
  const { sitting = null, endsOn = null } = data;
  const change = (each: Sitting): Sitting => ({ ...each, held: each.held ?? { on: effective, endsOn, factId: id } });
  return { ...meeting, sittings: withSitting(meeting.sittings, sitting, change) };
}

function tookPart(meeting: Meeting, fact: Fact<TookPart>): Meeting {
  const known = new Set(meeting.participants.map(({ workstreamId }) => workstreamId));
  const added = fact.data.participantIds.filter((id) => !known.has(id)).map((workstreamId) => ({ workstreamId, ...stepOf(fact) }));
  return { ...meeting, participants: [...meeting.participants, ...added] };
}

/** The added sitting behind the others; one that was heard of before keeps its place. */
function added({ sittings, ...meeting }: Meeting, { data }: Fact<SittingAdded>): Meeting {
  const { label, link = null, scheduledFor = null } = data;
  const before = sittings.map((each) => (each.label === label ? withAnnounced([each], [{ label, link, scheduledFor }])[0]! : each));
  const isKnown = sittings.some((each) => each.label === label);
  return { ...meeting, sittings: isKnown ? before : [...sittings, ...withAnnounced([], [{ label, link, scheduledFor }])] };
}

/** One stream holds all facts of one meeting. */
export const meeting: Fold<Meeting, MeetingEvent> = {
  category: 'meeting',
  initial,
  on: {
    MeetingScheduled: scheduled,
    MeetingLogged: logged,
    MeetingMoved: (before, fact) => ({
      ...before,
      sittings: withSitting(before.sittings, fact.data.sitting ?? null, (each) => moved(each, fact)),
    }),
    MeetingCancelled: called,
    MeetingHeld: held,
    SittingAdded: added,
    AttendanceRecorded: (before, fact) => ({ ...before, attendance: [...before.attendance, statedAttendance(fact)] }),
    TookPart: tookPart,
    AgendaPublished: (before, fact) => {
      const { agenda = [], page = null } = fact.data;
      return { ...before, agendas: [...before.agendas, { points: agenda, page, ...stepOf(fact) }] };
    },
    RecordPublished: (before, fact) => {
      const { sitting = null, authority, page = null, summary = null } = fact.data;
      return { ...before, records: [...before.records, { sitting, authority, page, summary, ...stepOf(fact) }] };
    },
    RecordingPublished: (before, fact) => {
      const { sitting = null, page, kind } = fact.data;
      return { ...before, recordings: [...before.recordings, { sitting, page, kind, ...stepOf(fact) }] };
    },
    DecisionRecorded: (before, fact) => ({ ...before, decisions: [...before.decisions, recordedDecision(fact)] }),
    ActionAssigned: withAssigned,
    ActionCarriedOver: withCarriedOver,
    ActionCompleted: withCompleted,
    MeetingMerged: (before, fact) => ({
      ...before,
      merged: before.merged ?? { ...stepOf(fact), intoMeetingId: fact.data.intoMeetingId },
    }),
  },
};

/** A fact that names the meeting and its workstreams as its beginning did. */
export const ofMeeting = ({ meetingId, workstreamIds }: Meeting): OfMeeting => ({ meetingId, workstreamIds });
