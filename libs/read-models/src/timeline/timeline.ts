import { type Changes, type Correction, CORRECTION_TYPES, type Fact, isCorrection, type PartialDate } from '#event-sourcing';
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
