import { standing } from './corrections.js';
import type { Fact } from './event.js';
import { DAY, endOfLastDay, type PartialDate, period } from './partial-date.js';

/** The two dates that a question may fix. Left out, they mean now. */
export type Moment = Readonly<{
  /** What was true by the end of this date. */
  asOf?: PartialDate | undefined;
  /** What had been recorded by the end of this date. */
  knownAt?: PartialDate | undefined;
  /** What stands in the log up to this position, that one too: by it an answer is pinned for good. */
  upTo?: number | undefined;
}>;

/** Whether a question is about now, with all that is known now. */
export const isNow = ({ asOf, knownAt, upTo }: Moment): boolean => asOf === undefined && knownAt === undefined && upTo === undefined;

/** The order in which folds take facts and people read them: by first possible day, then as they were entered. */
export const byTime = (a: Fact, b: Fact): number =>
  a.firstDay - b.firstDay || (a.position < b.position ? -1 : a.position > b.position ? 1 : 0);

/** With the same knowledge, whenever it happened. */
export const atAnyTime = ({ knownAt, upTo }: Moment): Moment => ({ knownAt, upTo });

/** Whether a fact was known at a moment. */
export function isKnown({ knownAt, upTo = Infinity }: Moment): (fact: Pick<Fact, 'recordedAt' | 'position'>) => boolean {
  const { end } = knownAt === undefined ? { end: Infinity } : period(knownAt);
  return ({ recordedAt, position }) => recordedAt < end && position <= upTo;
}

/**
 * History as it stood at a moment, in the order in which folds take it: of the facts known by `knownAt`, those that
 * stand and had surely happened by `asOf`; by the first day on which each may have happened, then as they were entered.
 */
export function history(recorded: readonly Fact[], { asOf, ...known }: Moment = {}): readonly Fact[] {
  const facts = standing(isNow(known) ? recorded : recorded.filter(isKnown(known)));
  const { end } = asOf === undefined ? { end: Infinity } : period(asOf);
  return facts.filter((fact) => fact.surelyBy <= end).toSorted(byTime);
}

/**
 * History as a rule sees it that judges something of the given date: all that may have happened by the end of that day.
 * Readers are told only what is sure; a rule gives the benefit of the doubt, so that a contribution of 20 May is welcome
 * in a call of which only the month, May, is known.
 */
export function historyForRule(recorded: readonly Fact[], effective: PartialDate): readonly Fact[] {
  const end = endOfLastDay(period(effective));
  return standing(recorded)
    .filter((fact) => fact.firstDay * DAY < end)
    .toSorted(byTime);
}
