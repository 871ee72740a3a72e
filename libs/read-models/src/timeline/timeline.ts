import {
  type Changes,
  type Correction,
  CORRECTION_TYPES,
  DAY,
  type Fact,
  isCorrection,
  type PartialDate,
  period,
  standing,
} from '#event-sourcing';
import { FACT_TYPES, type WorkEvent } from '#workstreams';

/** Every kind of fact that there is, corrections among them. */
export type AnyFact = WorkEvent | Correction;

export const ANY_FACT_TYPES: readonly AnyFact['type'][] = [...FACT_TYPES, ...CORRECTION_TYPES];

/** A fact of a kind that this version does not know: another version has recorded it. */
export type UnknownFact = Readonly<{ type: 'Unknown'; data: Readonly<{ type: string }> }>;

/** What a correction is about: the kind of fact, and what its changed fields and its date said until then. */
export type Corrected = Readonly<{ type: string; was: Changes; effectiveWas: PartialDate }>;

const known: ReadonlySet<string> = new Set(ANY_FACT_TYPES);

/** What a fact says, as a timeline gives it: sentences are made where a language is known. */
export const said = ({ type, data }: Fact): AnyFact | UnknownFact =>
  known.has(type) ? ({ type, data } as AnyFact) : { type: 'Unknown', data: { type } };

/** What a correction corrected, given the fact that it names as that stood; nothing for other facts. */
export function corrected(fact: Fact, target: Fact | undefined): Corrected | null {
  if (!isCorrection(fact) || !target) return null;
  const values = target.data as Readonly<Record<string, unknown>>;
  const changed = fact.type === 'FactAmended' ? Object.keys(fact.data.changes) : [];
  return {
    type: target.type,
    was: Object.fromEntries(changed.map((name) => [name, values[name] ?? null])),
    effectiveWas: target.effective,
  };
}

/**
 * A fact as it stood when another of its stream was recorded; as it was recorded itself, if it did not stand. Corrections
 * speak of their own stream: what was recorded in others has no say in it.
 */
function asItStood(factId: string, { position, stream }: Fact, recorded: readonly Fact[]): Fact | undefined {
  const before = recorded.filter((fact) => fact.stream === stream && fact.position < position);
  return standing(before).find(({ id }) => id === factId) ?? before.find(({ id }) => id === factId);
}

/** What a fact says, and what it corrected if it is a correction: all that a sentence is made of. `recorded` holds that. */
export const toldOf = (fact: Fact, recorded: readonly Fact[]): Readonly<{ fact: AnyFact | UnknownFact; corrected: Corrected | null }> => ({
  fact: said(fact),
  corrected: isCorrection(fact) ? corrected(fact, asItStood(fact.data.corrects, fact, recorded)) : null,
});

/** Whole days between the last day on which something may have happened and its recording. */
export const recordedAfterDays = ({ effective, recordedAt }: Pick<Fact, 'effective' | 'recordedAt'>): number =>
  Math.max(0, Math.floor((recordedAt - period(effective).end) / DAY) + 1);
