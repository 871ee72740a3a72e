import type { Fact } from '../event.js';
import { type Moment, isKnown } from '../history.js';
import { period } from '../partial-date.js';

/** Of which times the facts of a row are. By it most rows of a past moment are told without folding: before it, or after it. */
export type Span = Readonly<{
  /** The first and the last instant (exclusive, milliseconds) by which one of those that stand had surely happened. */
  firstSure: number;
  lastSure: number;
  /** The first and the last instant and position at which one was recorded, corrections too. */
  firstRecorded: number;
  lastRecorded: number;
  firstPosition: number;
  lastPosition: number;
}>;

const EMPTY: Span = {
  firstSure: Infinity,
  lastSure: -Infinity,
  firstRecorded: Infinity,
  lastRecorded: -Infinity,
  firstPosition: Infinity,
  lastPosition: -Infinity,
};

type Recording = Pick<Fact, 'recordedAt' | 'position'>;

const withRecorded = (span: Span, { recordedAt, position }: Recording): Span => ({
  ...span,
  firstRecorded: Math.min(span.firstRecorded, recordedAt),
  lastRecorded: Math.max(span.lastRecorded, recordedAt),
  firstPosition: Math.min(span.firstPosition, Number(position)),
  lastPosition: Math.max(span.lastPosition, Number(position)),
});

const withStanding = (span: Span, { surelyBy }: Fact): Span => ({
  ...span,
  firstSure: Math.min(span.firstSure, surelyBy),
  lastSure: Math.max(span.lastSure, surelyBy),
});

/** The span of a row with a fact that follows all others and corrects none. */
export const spanWith = (span: Span = EMPTY, fact: Fact): Span => withStanding(withRecorded(span, fact), fact);

/** The span of a row, of all that was recorded and of what of it stands. */
export const spanOf = (recorded: readonly Fact[], standing: readonly Fact[]): Span =>
  standing.reduce(withStanding, recorded.reduce(withRecorded, EMPTY));

/** What stood at a moment in which nothing of a row is told apart: the row as it is now, no row, or one that must be folded. */
export type AtMoment = 'as now' | 'not yet' | 'in between';

/** How a row of now stands to a moment. */
export function spanAt(span: Span, moment: Moment): AtMoment {
  const known = isKnown(moment);
  const { end } = moment.asOf === undefined ? { end: Infinity } : period(moment.asOf);
  const { firstSure, lastSure, firstRecorded, lastRecorded, firstPosition, lastPosition } = span;
  if (!known({ recordedAt: firstRecorded, position: BigInt(firstPosition) })) return 'not yet';
  if (!known({ recordedAt: lastRecorded, position: BigInt(lastPosition) })) return 'in between';
  if (lastSure <= end) return 'as now';
  return firstSure > end ? 'not yet' : 'in between';
}
