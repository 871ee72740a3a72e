import { stateWithout, takenOver } from './amendment.js';
import type { Command } from './command.js';
import { assertReason, type ReattributeFact, standingFact, type UseCaseOf } from './correct.js';
import type { FactReattributed } from './corrections.js';
import type { UseCase } from './decide.js';
import type { Fact } from './event.js';
import { parse } from './parse.js';
import { DomainError, InvalidInput } from './problems.js';

/**
 * How a fact goes to others. Where the event has a `field`, that names them as the owners from now on; else `corrected`,
 * the command that would have recorded the fact where it belongs, is still to be carried out there.
 */
export type Reattribution = Readonly<{ useCase: UseCase; corrected: Command; event: FactReattributed; state: unknown }>;

const same = (a: readonly string[], b: readonly string[]): boolean => a.toSorted().join() === b.toSorted().join();

/**
 * What a command asks for; nothing when the fact is theirs already.
 * @throws DomainError, NotFound, InvalidInput
 */
export function reattribution(command: ReattributeFact, facts: readonly Fact[], useCaseOf: UseCaseOf): Reattribution | undefined {
  assertReason(command);
  const { corrects, owners } = command;
  const target = standingFact(corrects, facts);
  const useCase = useCaseOf(target.type);
  if (!useCase) throw new DomainError(`Facts of the kind ${target.type} cannot be reattributed.`);
  const field = fieldOf(useCase, target);
  const values = takenOver(useCase, target) as Readonly<Record<string, string | readonly string[]>>;
  const formerOwners = [values[field] ?? []].flat();
  if (same(formerOwners, owners)) return undefined;
  const { effective } = target;
  const state = stateWithout(useCase, target, facts, effective);
  if (field === useCase.owners) {
    const corrected = parse(useCase.Command, { ...values, [field]: owners, effective });
    return { useCase, corrected, state, event: { type: 'FactReattributed', data: { corrects, owners, formerOwners, field } } };
  }
  if (owners.length > 1) throw new InvalidInput([{ pointer: '/owners', detail: 'must name one: this fact is about one workstream' }]);
  const corrected = parse(useCase.Command, {
    ...values,
    ...recordedAbout(useCase, target),
    [field]: owners[0],
    effective,
  });
  return { useCase, corrected, state, event: { type: 'FactReattributed', data: { corrects, owners, formerOwners } } };
}

/** The field that says whose a fact is: of all of its stream, or of itself alone. */
function fieldOf({ owners, streamField, creates }: UseCase, { type }: Fact): string {
  if (owners !== undefined) return owners;
  if (streamField === 'workstreamId' && creates !== streamField) return streamField;
  throw new DomainError(`A ${type} belongs where it is: reattribute what it is part of, or retract it.`);
}

/** What was said about the recording of a fact, with an id that tells a repeated request. */
function recordedAbout({ creates }: UseCase, { id, metadata }: Fact): object {
  const { sources, note, onBehalfOf, reason } = metadata;
  const said = Object.entries({ sources, note, onBehalfOf, reason }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(said), ...(creates === undefined && { requestId: id }) };
}
