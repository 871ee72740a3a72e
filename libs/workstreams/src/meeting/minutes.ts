import { DAY, firstDay, lastDay, type PartialDate, period } from '#event-sourcing';
import type { Meeting } from './meeting.js';
import type { MeetingRecord } from './publish-record.js';
import { heldSittings } from './status.js';
import type { Sitting } from './sittings.js';

/** Beyond this day a date says no more than that it was at some time. */
const NO_DAY = lastDay(period('9999'));

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
  return new Date((lastDayHeld(last) + 1) * DAY).toISOString().slice(0, 10);
}

const isOneDay = (date: PartialDate): boolean => firstDay(period(date)) === lastDay(period(date));

/** Days from the last sitting to its first record. Null while there is none, or where one of both is not known to the day. */
export function minutesDelay(meeting: Meeting): number | null {
  const last = lastSitting(meeting);
  const minutes = last && minutesOf(meeting, last);
  if (!last || !minutes || !isOneDay(last.held!.endsOn ?? last.held!.on) || !isOneDay(minutes.effective)) return null;
  return Math.max(0, firstDay(period(minutes.effective)) - lastDayHeld(last));
}
