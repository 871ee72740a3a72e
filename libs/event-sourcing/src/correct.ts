import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsObject } from 'class-validator';
import { Command, IsId, IsText } from './command.js';
import { type Changes, isCorrection, standing } from './corrections.js';
import type { UseCase } from './decide.js';
import type { Fact } from './event.js';
import { DomainError, InvalidInput, NotFound } from './problems.js';

/** What every correction says: which fact it corrects, and why. */
export abstract class CorrectFact extends Command {
  @IsId() readonly corrects!: string;
  /** Why it is corrected. */
  @IsText(2000) override readonly reason!: string;
}

/** Says what an earlier fact should have said. `effective` is when that fact really happened, if that was wrong. */
export class AmendFact extends CorrectFact {
  /** New values by field; `null` takes a field away. */
  @IsObject() readonly changes!: Changes;
}

/** Says that an earlier fact or correction should not have been recorded. */
export class RetractFact extends CorrectFact {}

/** Says whose an earlier fact really is. */
export class ReattributeFact extends CorrectFact {
  /** The workstreams whose it is: one, or several for what can belong to several. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) readonly owners!: readonly string[];
}

/** Says that an earlier fact repeats another one, so that only the other counts. */
export class MarkDuplicate extends CorrectFact {
  /** The fact that says the same and counts. */
  @IsId() readonly duplicateOf!: string;
}

/** How the use case is found that records facts of a type. */
export type UseCaseOf = (type: string) => UseCase | undefined;

/** @throws NotFound */
export function recordedFact(corrects: string, facts: readonly Fact[]): Fact {
  const target = facts.find(({ id }) => id === corrects);
  if (!target) throw new NotFound(`There is no fact ${corrects} here to correct.`);
  return target;
}

/**
 * The fact that a correction names, as it stands.
 * @throws NotFound, or DomainError for a correction and for what does not stand any more
 */
export function standingFact(corrects: string, facts: readonly Fact[]): Fact {
  const recorded = recordedFact(corrects, facts);
  if (isCorrection(recorded))
    throw new DomainError(`A correction is not corrected itself: correct fact ${recorded.data.corrects} again, or retract the correction.`);
  const target = standing(facts).find(({ id }) => id === corrects);
  if (!target) throw new DomainError('This fact has been retracted. To restore it, retract its retraction.');
  return target;
}

/** @throws InvalidInput: whoever looks later must be able to tell why */
export function assertReason(command: Command): void {
  if (!command.reason) throw new InvalidInput([{ pointer: '/reason', detail: 'is needed: say why this is corrected' }]);
}

/** What a fact brought into being is named by later ones: those that stand, in the order of the stream. */
export function restingOn(target: Fact, facts: readonly Fact[], creates: string | undefined): readonly Fact[] {
  if (creates === undefined) return [];
  const idOf = ({ data }: Fact): unknown => (data as Readonly<Record<string, unknown>>)[creates];
  return standing(facts).filter((fact) => fact.id !== target.id && idOf(fact) === idOf(target));
}

/** @throws DomainError when later facts need the one that a correction takes away, or moves behind them */
export function assertNothingRests(resting: readonly Fact[], what: string): void {
  if (resting.length === 0) return;
  const types = [...new Set(resting.map(({ type }) => type))].join(', ');
  const count = resting.length === 1 ? '1 later fact rests' : `${resting.length} later facts rest`;
  throw new DomainError(`${count} on this one (${types}): ${what} what rests on it first.`);
}
