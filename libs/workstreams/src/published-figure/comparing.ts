import { isSingleDate, type PartialDate, period } from '#event-sourcing';
import { knownYear } from '../days.js';
import type { Quantity } from '../quantity.js';
import { measureOf } from './measures.js';

/** What tells whether two figures are about the same: not who said them, nor under which definition. */
export type Comparable = Readonly<{ measure: string; scope: string | null; cycle: number | null; speaksOf: PartialDate }>;

/** The cycle of which a figure speaks: as stated; of what comes together over a cycle, else that of its year. */
export function cycleOfFigure({ measure, cycle, speaksOf }: Comparable): number | null {
  return cycle ?? (measureOf(measure)?.counted === 'in a cycle' ? knownYear(speaksOf) : null);
}

function timeOf(figure: Comparable): string | undefined {
  const { measure, speaksOf } = figure;
  if (measureOf(measure)?.counted === 'in a cycle') {
    const cycle = cycleOfFigure(figure);
    return cycle === null ? undefined : `cycle ${cycle}`;
  }
  // That two dates lie within the same bounds does not make them one.
  if (!isSingleDate(speaksOf)) return undefined;
  const { first, end } = period(speaksOf);
  return `${first} to ${end}`;
}

/** Figures with the same key are comparable; one without a key is comparable to no other, its time being too uncertain. */
export function comparisonKey(figure: Comparable): string | undefined {
  const time = timeOf(figure);
  return time && JSON.stringify([figure.measure, figure.scope, time]);
}

/** Whether two figures are about the same measure, scope and time, so that it means something when they differ. */
export function comparable(a: Comparable, b: Comparable): boolean {
  const key = comparisonKey(a);
  return key !== undefined && key === comparisonKey(b);
}

/** How far from the truth a number may be that its source calls rough. */
const ROUGHLY = 0.1;

function boundsOf({ low = -Infinity, high = Infinity, about }: Quantity): Readonly<{ low: number; high: number }> {
  const leeway = about ? ROUGHLY : 0;
  return { low: low * (1 - leeway), high: high * (1 + leeway) };
}

/** Whether one and the same number may lie behind both: what holds no number excludes none. */
export function agree(a: Quantity, b: Quantity): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)];
  return one.low <= other.high && other.low <= one.high;
}

/** Whether two sources say the same, in the same or in other words. */
export const saySame = (a: Quantity, b: Quantity): boolean =>
  a.low === undefined && a.high === undefined ? a.printed === b.printed : a.low === b.low && a.high === b.high && a.about === b.about;
