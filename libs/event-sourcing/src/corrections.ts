import type { Event, Fact } from './event.js';
import { firstDay, type PartialDate, period } from './partial-date.js';

/** Fields that an amendment gives new values; `null` takes a field away. */
export type Changes = Readonly<Record<string, unknown>>;

/** An earlier fact of the same stream was recorded wrongly: this is what it should have said. The reason is in the metadata. */
export type FactAmended = Event<'FactAmended', { corrects: string; changes: Changes; effective?: PartialDate }>;

/** An earlier fact of the same stream should not have been recorded at all. */
export type FactRetracted = Event<'FactRetracted', { corrects: string }>;

/**
 * An earlier fact of the same stream was put down to the wrong ones: it is theirs whom `owners` names. Either its `field` names
 * them from now on, and with it all of its stream; or it stands in their stream, as the fact `recordedAs`, and here no more.
 */
export type FactReattributed = Event<
  'FactReattributed',
  { corrects: string; owners: readonly string[]; formerOwners: readonly string[]; field?: string; recordedAs?: string }
>;

/** An earlier fact of the same stream says again what another fact, of any stream, says already: only that one counts. */
export type FactMarkedDuplicate = Event<'FactMarkedDuplicate', { corrects: string; duplicateOf: string }>;

/** A fact about another fact of its stream, not about the world. */
export type Correction = FactAmended | FactRetracted | FactReattributed | FactMarkedDuplicate;

const TYPES: Readonly<Record<Correction['type'], true>> = {
  FactAmended: true,
  FactRetracted: true,
  FactReattributed: true,
  FactMarkedDuplicate: true,
};

/** The types of corrections, as stores keep them. */
export const CORRECTION_TYPES = Object.keys(TYPES) as readonly Correction['type'][];

/** Whether a fact corrects another one. */
export const isCorrection = (fact: Fact): fact is Fact<Correction> => Object.hasOwn(TYPES, fact.type);

/** `target` with the given fields changed, as a JSON merge patch does (RFC 7396) on its first level. */
export function patched(target: object, changes: Changes): Record<string, unknown> {
  const entries = Object.entries({ ...target, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined));
}

/** A correction that changes what a fact says. All others take it away. */
type Changing = FactAmended | FactReattributed;

function isChanging(correction: Fact<Correction>): correction is Fact<Changing> {
  return correction.type === 'FactAmended' || (correction.type === 'FactReattributed' && correction.data.field !== undefined);
}

const changesOf = ({ type, data }: Changing): Changes => (type === 'FactAmended' ? data.changes : { [data.field!]: data.owners });

/** A fact as it should have been recorded. Its place in the log stays; when it happened may move. */
export function amended(fact: Fact, correction: Fact<Changing>): Fact {
  const { metadata } = fact;
  const data = patched(fact.data, changesOf(correction));
  const corrected = { ...fact, metadata, data, amendedBy: [...(fact.amendedBy ?? []), correction.id] };
  const effective = correction.type === 'FactAmended' ? correction.data.effective : undefined;
  return effective === undefined ? corrected : { ...corrected, ...dated(effective, correction.recordedAt) };
}

/** When a fact happened, as far as a record made at `recordedAt` can tell: nothing happens after it was recorded. */
export function dated(effective: PartialDate, recordedAt: number): Pick<Fact, 'effective' | 'firstDay' | 'surelyBy'> {
  const when = period(effective);
  return { effective, firstDay: firstDay(when), surelyBy: Math.min(when.end, recordedAt + 1) };
}

/** Ids of what has been taken away, and the changes that stand, by the fact that they change and oldest first. */
type Standing = Readonly<{ gone: ReadonlySet<string>; changes: ReadonlyMap<string, readonly Fact<Changing>[]> }>;

/** Which corrections stand: each is judged by those that came after it, so that a correction can be corrected. */
function standingCorrections(corrections: readonly Fact<Correction>[]): Standing {
  const gone = new Set<string>();
  const changes = new Map<string, Fact<Changing>[]>();
  for (const correction of corrections.toSorted((a, b) => (a.position < b.position ? 1 : -1))) {
    if (gone.has(correction.id)) continue;
    const { corrects } = correction.data;
    if (isChanging(correction)) changes.set(corrects, [correction, ...(changes.get(corrects) ?? [])]);
    else gone.add(corrects);
  }
  return { gone, changes };
}

/** The facts that stand: changes applied, those taken away and the corrections themselves left out. */
export function standing(facts: readonly Fact[]): readonly Fact[] {
  const corrections = facts.filter(isCorrection);
  if (corrections.length === 0) return facts;
  const { gone, changes } = standingCorrections(corrections);
  return facts
    .filter((fact) => !isCorrection(fact) && !gone.has(fact.id))
    .map((fact) => (changes.get(fact.id) ?? []).reduce(amended, fact));
}

/** Ids of the facts and corrections that do not stand any more: retracted, marked as duplicates, or moved to another stream. */
export const retractedIds = (facts: readonly Fact[]): ReadonlySet<string> => standingCorrections(facts.filter(isCorrection)).gone;
