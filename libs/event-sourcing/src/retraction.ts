import {
  assertNothingRests,
  assertReason,
  type MarkDuplicate,
  recordedFact,
  restingOn,
  type RetractFact,
  standingFact,
  type UseCaseOf,
} from './correct.js';
import { type FactMarkedDuplicate, type FactRetracted, retractedIds } from './corrections.js';
import type { Fact } from './event.js';
import { DomainError } from './problems.js';

/** The retraction that a command asks for; none when the fact is retracted already. */
export function retraction(command: RetractFact, facts: readonly Fact[], useCaseOf: UseCaseOf): readonly FactRetracted[] {
  assertReason(command);
  const { corrects } = command;
  const target = recordedFact(corrects, facts);
  if (retractedIds(facts).has(corrects)) return [];
  assertNothingRests(restingOn(target, facts, useCaseOf(target.type)?.creates), 'retract');
  return [{ type: 'FactRetracted', data: { corrects } }];
}

/**
 * The mark that a command asks for; none when it is there already.
 * @param originals the facts of the stream of the one that counts
 */
export function duplicateMark(
  command: MarkDuplicate,
  facts: readonly Fact[],
  originals: readonly Fact[],
  useCaseOf: UseCaseOf,
): readonly FactMarkedDuplicate[] {
  assertReason(command);
  const { corrects, duplicateOf } = command;
  const marked = facts.some(({ type, data }) => type === 'FactMarkedDuplicate' && same(data as FactMarkedDuplicate['data'], command));
  if (marked && retractedIds(facts).has(corrects)) return [];
  if (corrects === duplicateOf) throw new DomainError('A fact is no duplicate of itself.');
  const target = standingFact(corrects, facts);
  const original = standingFact(duplicateOf, originals);
  if (original.type !== target.type) throw new DomainError(`A ${target.type} does not repeat a ${original.type}.`);
  assertNothingRests(restingOn(target, facts, useCaseOf(target.type)?.creates), 'correct');
  return [{ type: 'FactMarkedDuplicate', data: { corrects, duplicateOf } }];
}

const same = (a: FactMarkedDuplicate['data'], b: FactMarkedDuplicate['data']): boolean =>
  a.corrects === b.corrects && a.duplicateOf === b.duplicateOf;
