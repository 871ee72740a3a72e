import { lastDay, period } from '#event-sourcing';
import { type Day, goesOn, heldSittings, isHost, type Meeting, minutesOwedSince, type Work } from '#workstreams';
import { type Cell, known, notApplicable, unknown } from './cell.js';
import type { BoardMeeting } from './columns.js';
import { daysTo } from './of-calls.js';

const NO_MEETING = 'no meeting is on record as held';

type Dated = Readonly<{ meeting: Meeting; on: string; factId: string }>;

const viewOf = ({ meeting: { meetingId, title }, on, factId }: Dated, days: number): Cell<BoardMeeting> =>
  known({ meetingId, title, on, days }, [factId]);

const heldOf = (meeting: Meeting): readonly Dated[] =>
  heldSittings(meeting).map(({ held }) => ({ meeting, on: held!.on, factId: held!.factId }));

/** The meeting that a workstream held or took part in last. */
export function lastMeeting({ meetings }: Work, day: Day): Cell<BoardMeeting> {
  const held = meetings.flatMap(heldOf).toSorted((a, b) => lastDay(period(a.on)) - lastDay(period(b.on)));
  const last = held.at(-1);
  return last ? viewOf(last, -daysTo(last.on, day)) : unknown(NO_MEETING);
}

/** Sittings that are planned for the day or later, and were neither held nor called off. */
function plannedOf(meeting: Meeting, day: Day): readonly Dated[] {
  const { begun, cancelled, merged, sittings } = meeting;
  if (!begun || cancelled || merged) return [];
  return sittings.flatMap(({ scheduledFor: on, held, cancelled: off, moves }) =>
    on === null || held || off || daysTo(on, day) < 0 ? [] : [{ meeting, on, factId: moves.at(-1)?.factId ?? begun.factId }],
  );
}

/** The meeting that is planned next. */
export function nextMeeting(work: Work, day: Day): Cell<BoardMeeting> {
  const [next] = work.meetings.flatMap((meeting) => plannedOf(meeting, day)).toSorted((a, b) => period(a.on).first - period(b.on).first);
  if (next) return viewOf(next, daysTo(next.on, day));
  return goesOn(work, day) ? unknown('none is planned on record') : notApplicable('its work is over');
}

/** How many meetings that a workstream held itself wait for their record. */
export function minutesOwed(work: Work): Cell<number> {
  const held = work.meetings.filter(isHost(work)).filter((meeting) => heldSittings(meeting).length > 0);
  if (held.length === 0) return notApplicable('no meeting of its own is on record as held');
  const owed = held.filter((meeting) => minutesOwedSince(meeting) !== null);
  return known(
    owed.length,
    owed.flatMap((meeting) => heldOf(meeting).map(({ factId }) => factId)),
  );
}
