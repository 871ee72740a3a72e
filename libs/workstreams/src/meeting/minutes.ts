import { lastDay, type PartialDate, period } from '#event-sourcing';
import { dateOfDay, knownDay, NO_DAY } from '../days.js';
import type { Meeting } from './meeting.js';
import type { MeetingRecord } from './publish-record.js';
import type { Day } from '../status/day.js';
import { heldSittings } from './status.js';
import type { Sitting } from './sittings.js';

const lastDayHeld = ({ held }: Sitting): number => lastDay(period(held!.endsOn ?? held!.on));

/** The sitting that was held last. */
function lastSitting(meeting: Meeting): Sitting | undefined {
  const [first, ...others] = heldSittings(meeting);
  return first && others.reduce((latest, each) => (lastDayHeld(each) > lastDayHeld(latest) ? each : latest), first);
}

/** The first record that speaks of the last sitting, or of the whole meeting. */
const minutesOf = ({ records }: Meeting, last: Sitting): MeetingRecord | undefined =>
  records.find(({ sitting }) => sitting === null || sitting === last.label);

/** The day from which a record of the meeting is owed: that after the last sitting. Null while none is owed, or the day is not known. */
export function minutesOwedSince(meeting: Meeting): PartialDate | null {
  const last = lastSitting(meeting);
  if (!last || minutesOf(meeting, last) || lastDayHeld(last) >= NO_DAY) return null;
  return dateOfDay(lastDayHeld(last) + 1);
}

/** Days from the last sitting to its first record. Null while there is none, or where one of both is not known to the day. */
export function minutesDelay(meeting: Meeting): number | null {
  const last = lastSitting(meeting);
  const minutes = last && minutesOf(meeting, last);
  const [held, published] = [last && knownDay(last.held!.endsOn ?? last.held!.on), minutes && knownDay(minutes.effective)];
  return held === undefined || published === undefined ? null : Math.max(0, published - held);
}

/** The facts that the last sitting and its first record rest on. */
export function minutesFacts(meeting: Meeting): readonly string[] {
  const last = lastSitting(meeting);
  const minutes = last && minutesOf(meeting, last);
  return [...(last ? [last.held!.factId] : []), ...(minutes ? [minutes.factId] : [])];
}

/**
 * After so many days a record that is owed is missing. Minutes of calls of 2016 came after 7 to 13 days (`DOMAIN.md`,
 * Records); that more than 14 is too long is our reading.
 */
export const MINUTES_DAYS = 14;

/** Where the record of a meeting stands on a day. */
export type MinutesStanding = Readonly<{
  state: 'published' | 'owed' | 'missing' | 'unknown' | 'not applicable';
  /** From the last sitting to the first record of it, where both are known to the day. */
  days: number | null;
  owedSince: PartialDate | null;
  /** Those that say that it was held, and that there is a record. */
  factIds: readonly string[];
}>;

/** How the record of a meeting stood by the end of a day. A meeting of which it is not known when it was held may owe one: that is unknown. */
export function minutesStanding(meeting: Meeting, day: Pick<Day, 'period'>): MinutesStanding {
  const last = lastSitting(meeting);
  const owedSince = minutesOwedSince(meeting);
  const days = minutesDelay(meeting);
  if (!last) return { state: 'not applicable', days, owedSince, factIds: [] };
  const minutes = minutesOf(meeting, last);
  const factIds = minutesFacts(meeting);
  if (minutes) return { state: days === null ? 'unknown' : 'published', days, owedSince, factIds };
  if (owedSince === null) return { state: 'unknown', days, owedSince, factIds };
  const isMissing = lastDay(day.period) - lastDayHeld(last) > MINUTES_DAYS;
  return { state: isMissing ? 'missing' : 'owed', days, owedSince, factIds };
}
