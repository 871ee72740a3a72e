import { parse, type PartialDate, period } from '#event-sourcing';
import { heldSittings, LogMeeting, type Meeting, SESSION_KINDS, type SessionKind, TakePart } from '#workstreams';
import { activityOf, workstreamsOf } from '../activity.js';
import { about, type About, between, date, text, Unplaced, year } from '../cells.js';
import type { Row } from '../csv-file.js';
import { clausesOf, type Form, meaningOf } from '../forms.js';
import { idFor, sessionIdOf } from '../names.js';
import type { KnownWorkstream, OnRecord } from '../on-record.js';
import { NOTHING, type Reading, type ReadRow } from './reading.js';

/** A session at the annual meeting of a cycle, as far as a source tells one from another. */
type Session = Readonly<{ workstreamIds: readonly string[]; session: SessionKind; cycle: number; on: PartialDate | undefined }>;

/** When a session was held. */
const heldOn = (meeting: Meeting): PartialDate | undefined => heldSittings(meeting)[0]?.held?.on;

/** Whether both may be the same day. */
const meets = (a: PartialDate, b: PartialDate): boolean => period(a).first < period(b).end && period(b).first < period(a).end;

/** The session that is meant, where it is on record. */
function onRecord(known: OnRecord, { workstreamIds, session, cycle, on }: Session): Meeting | undefined {
  const found = known.meetingsOf(workstreamIds).filter((meeting) => {
    const held = heldOn(meeting);
    return meeting.session === session && meeting.cycle === cycle && held !== undefined && (on === undefined || meets(on, held));
  });
  if (found.length <= 1) return found[0];
  throw new Unplaced(`${found.length} sessions of kind '${session}' of the ${cycle} cycle are on record, and it is not said which`);
}

/** The days of the annual meeting of a cycle, as far as they are on record; else its year. */
function daysOf(known: OnRecord, year: number): Readonly<{ days: PartialDate; virtual: boolean }> {
  const found = known.workstreams().find((each) => each.kind === 'cycle' && each.cycle === year);
  if (found?.kind !== 'cycle') return { days: String(year), virtual: false };
  const { startsOn, endsOn, virtual } = found.annualMeeting;
  return { days: startsOn && endsOn ? between(startsOn, endsOn) : String(year), virtual: virtual ?? false };
}

const titled = (session: SessionKind, cycle: number): string =>
  `${session[0]!.toUpperCase()}${session.slice(1)}${/session|forum|workshop/.test(session) ? '' : ' session'} at IGF ${cycle}`;

/** Puts a session on record of which nothing is known but who took part. */
function logging(meetingId: string, known: OnRecord, meant: Session, said: About): LogMeeting {
  const { workstreamIds, session, cycle, on } = meant;
  const { days, virtual } = daysOf(known, cycle);
  const kind = virtual ? 'virtual' : 'in-person';
  const title = titled(session, cycle);
  return parse(LogMeeting, { meetingId, workstreamIds, title, kind, session, cycle, effective: on ?? days, ...said });
}

/** Those who took part in a session of an activity, each in a fact of its own. A session that is not on record is put there. */
function takingPart(
  activity: string,
  { session, cycle, on }: Omit<Session, 'workstreamIds'>,
  participants: readonly KnownWorkstream[],
  known: OnRecord,
  said: About,
): Reading {
  const { workstreamIds, registrations } = activityOf(activity, known, cycle);
  const meant = { workstreamIds, session, cycle, on };
  const there = onRecord(known, meant);
  const meetingId = there?.meetingId ?? sessionIdOf(workstreamIds, session, cycle, on);
  const effective = (there && heldOn(there)) ?? on ?? daysOf(known, cycle).days;
  const absent = participants.filter((each) => !there?.participants.some(({ workstreamId }) => workstreamId === each.workstreamId));
  const { sources } = said;
  const commands = absent.map(({ workstreamId }) => {
    const requestId = idFor('took part', meetingId, workstreamId);
    return parse(TakePart, { meetingId, requestId, participantIds: [workstreamId], effective, ...said });
  });
  const log = there ? [] : [logging(meetingId, known, meant, { ...(sources && { sources }) })];
  return {
    commands: [...registrations, ...log, ...commands],
    already: (there ? 1 : 0) + participants.length - absent.length,
  };
}

function sessionIn(row: Row): SessionKind {
  const printed = text(row, 'session');
  const kind = SESSION_KINDS.find((each) => each === printed);
  if (kind) return kind;
  throw new Unplaced(`session: '${printed}' is not known: give one of ${SESSION_KINDS.join(', ')}`);
}

/** Who took part in a session of an activity at an annual meeting. */
export const participant: ReadRow = (row, known) => {
  const [activity, cycle, on] = [text(row, 'activity'), year(row, 'cycle'), date(row, 'date')];
  const participants = workstreamsOf(text(row, 'participant'), known, cycle);
  return takingPart(activity, { session: sessionIn(row), cycle, on }, participants, known, about(row, row.cells.note));
};

/** How the words on a coalition's status say that it took part in the main session of the coalitions in a year. */
const TOOK_PART: readonly Form<string>[] = [
  [/^took part (?:in the )?(\d{4})(?: joint main session)?$/, (cycle) => cycle],
  [/^part of the (\d{4}) main session$/, (cycle) => cycle],
  [/^recommitted in (\d{4}) and took part in the main session$/, (cycle) => cycle],
];

/** The main sessions in which a coalition took part, by the words on its status. The coalitions' table gives its name. */
export const coalitionInSessions: ReadRow = (row, known) => {
  const words = row.cells.status_changes;
  const cycles = clausesOf(words).flatMap((clause) => meaningOf(clause, TOOK_PART) ?? []);
  if (cycles.length === 0) return NOTHING;
  const coalitions = known.called(text(row, 'name'), 'dynamic-coalition');
  if (coalitions.length === 0) return NOTHING; // The row itself has been listed.
  const parts = cycles.map((cycle) => {
    const session = { session: 'main', cycle: Number(cycle), on: undefined } as const;
    return takingPart('DC Coordination Group', session, coalitions.slice(0, 1), known, about(row, words));
  });
  return {
    commands: parts.flatMap(({ commands }) => commands),
    already: parts.reduce((sum, { already = 0 }) => sum + already, 0),
  };
};
