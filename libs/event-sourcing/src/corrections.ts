import type { Event, Fact } from './event.js';
import { firstDay, type PartialDate, period } from './partial-date.js';

/** Fields that an amendment gives new values; `null` takes a field away. */
export type Changes = Readonly<Record<string, unknown>>;

/** An earlier fact of the same stream was recorded wrongly: this is what it should have said. The reason is in the metadata. */
export type FactAmended = Event<'FactAmended', { corrects: string; changes: Changes; effective?: PartialDate }>;

/** An earlier fact of the same stream should not have been recorded at all. */
export type FactRetracted = Event<'FactRetracted', { corrects: string }>;

/** A fact about another fact of its stream, not about the world. */
export type Correction = FactAmended | FactRetracted;

/** Whether a fact corrects another one. */
export const isCorrection = (fact: Fact): fact is Fact<Correction> => fact.type === 'FactAmended' || fact.type === 'FactRetracted';

/** `target` with the given fields changed, as a JSON merge patch does (RFC 7396) on its first level. */
export function patched(target: object, changes: Changes): Record<string, unknown> {
  const entries = Object.entries({ ...target, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined));
}

/** A fact as it should have been recorded. Its place in the log stays; when it happened may move. */
export function amended(fact: Fact, { id, data, recordedAt }: Fact<FactAmended>): Fact {
  const { metadata } = fact;
  const corrected = { ...fact, metadata, data: patched(fact.data, data.changes), amendedBy: [...(fact.amendedBy ?? []), id] };
  return data.effective === undefined ? corrected : { ...corrected, ...dated(data.effective, recordedAt) };
}

/** When a fact happened, as far as a record made at `recordedAt` can tell: nothing happens after it was recorded. */
export function dated(effective: PartialDate, recordedAt: number): Pick<Fact, 'effective' | 'firstDay' | 'surelyBy'> {
  const when = period(effective);
  return { effective, firstDay: firstDay(when), surelyBy: Math.min(when.end, recordedAt + 1) };
}

/** Ids of what stands retracted, and the amendments that stand, by the fact that they amend and oldest first. */
type Standing = Readonly<{ retracted: ReadonlySet<string>; amendments: ReadonlyMap<string, readonly Fact<FactAmended>[]> }>;

/** Which corrections stand: each is judged by those that came after it, so that a correction can be corrected. */
function standingCorrections(corrections: readonly Fact<Correction>[]): Standing {
  const retracted = new Set<string>();
  const amendments = new Map<string, Fact<FactAmended>[]>();
  for (const correction of corrections.toSorted((a, b) => (a.position < b.position ? 1 : -1))) {
    if (retracted.has(correction.id)) continue;
    const { corrects } = correction.data;
    if (correction.type === 'FactRetracted') retracted.add(corrects);
    else amendments.set(corrects, [correction, ...(amendments.get(corrects) ?? [])]);
  }
  return { retracted, amendments };
}

/** The facts that stand: amendments applied, retracted facts and the corrections themselves left out. */
export function standing(facts: readonly Fact[]): readonly Fact[] {
  const corrections = facts.filter(isCorrection);
  if (corrections.length === 0) return facts;
  const { retracted, amendments } = standingCorrections(corrections);
  return facts
    .filter((fact) => !isCorrection(fact) && !retracted.has(fact.id))
    .map((fact) => (amendments.get(fact.id) ?? []).reduce(amended, fact));
}

/** Ids of the facts and corrections that have been retracted, and whose retraction stands. */
export const retractedIds = (facts: readonly Fact[]): ReadonlySet<string> => standingCorrections(facts.filter(isCorrection)).retracted;
