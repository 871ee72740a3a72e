import { type PartialDate, periodOf } from '#event-sourcing';

/** The date of which a text speaks ends in the past. */
export const isPast = (date: PartialDate): boolean => (periodOf(date)?.end ?? Infinity) <= Date.now();

/** A date as HTTP has it (RFC 9110, IMF-fixdate): its last second, when it is a day, a month or a year. */
export const httpDate = (date: PartialDate): string | undefined => {
  const period = periodOf(date);
  return period && new Date(period.end - 1).toUTCString();
};

/** The instant that a date of HTTP names, in milliseconds since 1970; none when the text is no such date. */
export function instantOf(text: string): number | undefined {
  const instant = new Date(text);
  return instant.toUTCString() === text ? instant.getTime() : undefined;
}
