import { DAY, firstDay, lastDay, type PartialDate, period } from '#event-sourcing';
import type { Step } from '#workstreams';

/** How exactly a date is known. */
export type Precision = 'instant' | 'day' | 'month' | 'year' | 'bounds' | 'unknown';

/** A date as a drawing needs it: all days on which it may lie, rather than one that nobody has named. */
export type When = Readonly<{
  date: PartialDate;
  /** The first day; null where none is known. */
  from: string | null;
  /** The last day; null where none is known. */
  to: string | null;
  precision: Precision;
}>;

const CALENDAR: readonly Precision[] = ['year', 'month', 'day'];

function precisionOf(date: PartialDate): Precision {
  if (date === 'XXXX') return 'unknown';
  if (date.startsWith('[')) return 'bounds';
  return date.includes('T') ? 'instant' : CALENDAR[date.split('-').length - 1]!;
}

const ALWAYS = period('XXXX');

/** A UTC day, counted from 1970-01-01, as it is written. */
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export function whenOf(date: PartialDate): When {
  const { first, end } = period(date);
  return {
    date,
    from: first === ALWAYS.first ? null : dayText(firstDay({ first, end })),
    to: end === ALWAYS.end ? null : dayText(lastDay({ first, end })),
    precision: precisionOf(date),
  };
}

/** Where a step stands on the axis: when it happened, or when that was recorded. */
export type Dating = (step: Step) => When;

/** What was set for a date, such as a deadline: that is no fact's date, and stands where it is on either axis. */
export const orNone = (date: PartialDate | null): When | null => (date === null ? null : whenOf(date));

/** From the first day to the last that something on the axis takes; null is not known, or no end yet. */
export type Extent = Readonly<{ from: When; to: When | null }>;

/** Whether something may lie within a span of the axis. */
export const overlaps = ({ from, to }: Extent, within: Readonly<{ first: number; end: number }>): boolean =>
  period(from.date).first < within.end && (to === null || period(to.date).end > within.first);

/** Ids of the facts by which something is so, each once. */
export const factIdsOf = (...steps: readonly (Readonly<{ factId: string }> | null | undefined)[]): readonly string[] => [
  ...new Set(steps.flatMap((step) => step?.factId ?? [])),
];

/** The latest end of some dates; undefined where there are none. */
export const latestOf = (whens: readonly (When | null)[]): When | undefined =>
  whens
    .filter((when) => when !== null)
    .toSorted((a, b) => period(a.date).end - period(b.date).end)
    .at(-1);
