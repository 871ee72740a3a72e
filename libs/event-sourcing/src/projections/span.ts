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

/** A span while it is found: changed in place, since a rebuild looks at every fact. */
type Growing = { -readonly [Name in keyof Span]: Span[Name] };

function takeRecorded(span: Growing, { recordedAt, position }: Recording): void {
  const place = Number(position);
  if (recordedAt < span.firstRecorded) span.firstRecorded = recordedAt;
  if (recordedAt > span.lastRecorded) span.lastRecorded = recordedAt;
  if (place < span.firstPosition) span.firstPosition = place;
  if (place > span.lastPosition) span.lastPosition = place;
}

function takeStanding(span: Growing, { surelyBy }: Fact): void {
  if (surelyBy < span.firstSure) span.firstSure = surelyBy;
  if (surelyBy > span.lastSure) span.lastSure = surelyBy;
}

/** The span of a row, of all that was recorded and of what of it stands; that of a row that grows, from where it stood. */
export function spanOf(recorded: readonly Fact[], standing: readonly Fact[], before: Span = EMPTY): Span {
  const span = { ...before };
  for (const fact of recorded) takeRecorded(span, fact);
  for (const fact of standing) takeStanding(span, fact);
  return span;
}

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
