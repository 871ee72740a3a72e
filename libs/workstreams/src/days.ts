import { DAY, firstDay, lastDay, type PartialDate, period } from '#event-sourcing';

/** The UTC day of a date that is known to the day, counted from 1970-01-01; undefined for others. */
export function knownDay(date: PartialDate): number | undefined {
  const when = period(date);
  return firstDay(when) === lastDay(when) ? firstDay(when) : undefined;
}

/** A UTC day, counted from 1970-01-01, as a date. */
export const dateOfDay = (day: number): PartialDate => new Date(day * DAY).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Beyond this day a date says no more than that it was at some time. */
export const NO_DAY = lastDay(period('9999'));

/** The year in which all of a date lies; null where it may be another. */
export function knownYear(date: PartialDate): number | null {
  const { first, end } = period(date);
  const [from, to] = [new Date(first).getUTCFullYear(), new Date(end - 1).getUTCFullYear()];
  return from === to ? from : null;
}
