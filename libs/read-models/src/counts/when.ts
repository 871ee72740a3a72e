import type { PartialDate } from '#event-sourcing';
import { askedInstant } from '../asked.js';
import type { CountQuestion } from './count.js';

/** The day as of which a count is: that which is asked about, else that of what was known, else today. */
export const dateAsked = (asked: CountQuestion): PartialDate =>
  asked.asOf ?? asked.knownAt ?? new Date(askedInstant(asked)).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Of which cycle and of which date a measure is counted; the cycle is that of the year of the date when it is left out. */
export function cycleAndDate(asked: CountQuestion, isInCycle: boolean): Readonly<{ cycle: number | null; on: PartialDate }> {
  const on = asked.on ?? dateAsked(asked);
  return { cycle: asked.cycle ?? (isInCycle ? Number(on.slice(0, 4)) : null), on };
}
