import { isSingleDate, type PartialDate, period } from '#event-sourcing';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date as sources print it, for use within a larger form: `2016`, `October 2010`, `6 October 2017`, `14-15 November 2016`. */
export const PRINTED_DATE = String.raw`(?:(?:\d{1,2}(?:[-–]\d{1,2})? )?(?:${MONTHS.join('|')}) )?\d{4}`;

const PARTS = new RegExp(String.raw`^(?:(?:(\d{1,2})(?:[-–]\d{1,2})? )?([A-Z][a-z]+) )?(\d{4})$`);

/** The date that is printed, of several days the first; nothing where it is no date. */
export function dateIn(printed: string): PartialDate | undefined {
  const [, day, month, year] = PARTS.exec(printed) ?? [];
  if (year === undefined) return undefined;
  const number = month === undefined ? undefined : MONTHS.findIndex((name) => name === month) + 1;
  const date = [year, number, day === undefined ? undefined : Number(day)]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return isSingleDate(date) ? date : undefined;
}

/** By when something had surely happened of which this is the date; nothing where that is open. */
function latest(date: PartialDate): PartialDate | undefined {
  const [, bound] = /\.\.(.*)\]$/.exec(date) ?? [];
  return bound === undefined ? date : bound || undefined;
}

/**
 * When something came into being of which other dates tell that it was there: on the date that is given for it, but if it
 * was there before that, or none is given, by the earliest of the others.
 */
export function beganBy(given: PartialDate | undefined, attested: readonly PartialDate[]): PartialDate {
  const [earliest] = attested.flatMap((date) => latest(date) ?? []).toSorted((a, b) => period(a).end - period(b).end);
  if (earliest === undefined) return given ?? 'XXXX';
  return given !== undefined && period(earliest).end > period(given).first ? given : `[..${earliest}]`;
}
