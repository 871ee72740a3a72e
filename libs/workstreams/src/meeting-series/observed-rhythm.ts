import type { PartialDate } from '#event-sourcing';
import { knownDay } from '../days.js';

/** Days from one agenda to the next. */
export type Gaps = Readonly<{ median: number; mean: number; shortest: number; longest: number }>;

/** How often meetings were really held. */
export type ObservedRhythm = Readonly<{
  /** Agendas that were met on; one that was held in several sittings is one. */
  agendas: number;
  /** Sittings that were held. */
  sittings: number;
  /** Agendas of which no sitting is known to the day: they count, but no gap is measured to them. */
  undated: number;
  /** Null where fewer than two agendas are known to the day. */
  gapDays: Gaps | null;
}>;

/** The first sitting of an agenda that is known to the day. */
function firstSitting(sittings: readonly PartialDate[]): number[] {
  const days = sittings.map(knownDay).filter((day) => day !== undefined);
  return days.length === 0 ? [] : [Math.min(...days)];
}

const rounded = (days: number): number => Math.round(days * 10) / 10;

function gapsOf(days: readonly number[]): Gaps | null {
  const inOrder = days.toSorted((a, b) => a - b);
  const gaps = inOrder.slice(1).map((day, index) => day - inOrder[index]!);
  const [shortest, longest] = [Math.min(...gaps), Math.max(...gaps)];
  if (gaps.length === 0) return null;
  const sorted = gaps.toSorted((a, b) => a - b);
  const median = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
  return { median, mean: rounded(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length), shortest, longest };
}

/**
 * How often meetings were held, given for each agenda the dates of its sittings that were held. Gaps run from the first
 * sitting of one agenda to the first of the next; the mean is rounded to a tenth of a day.
 */
export function observedRhythm(agendas: readonly (readonly PartialDate[])[]): ObservedRhythm {
  const held = agendas.filter((sittings) => sittings.length > 0);
  const days = held.flatMap(firstSitting);
  return { agendas: held.length, sittings: held.flat().length, undated: held.length - days.length, gapDays: gapsOf(days) };
}
