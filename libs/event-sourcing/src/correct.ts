import { getMetadataStorage, IsObject } from 'class-validator';
import { Command, isAboutItself, IsId, IsText } from './command.js';
import { type Changes, type FactAmended, type FactRetracted, isCorrection, patched, retractedIds, standing } from './corrections.js';
import { datedCommand, type UseCase } from './decide.js';
import type { Event, Fact } from './event.js';
import { foldAll } from './fold.js';
import { historyForRule } from './history.js';
import { parse } from './parse.js';
import { period } from './partial-date.js';
import { DomainError, InvalidInput, NotFound } from './problems.js';

/** Says what an earlier fact should have said. `effective` is when that fact really happened, if that was wrong. */
export class AmendFact extends Command {
  @IsId() readonly corrects!: string;
  /** New values by field; `null` takes a field away. */
  @IsObject() readonly changes!: Changes;
  /** Why it is corrected. */
  @IsText(2000) override readonly reason!: string;
}

/** Says that an earlier fact, amendment or retraction should not have been recorded. */
export class RetractFact extends Command {
  @IsId() readonly corrects!: string;
  /** Why it is taken back. */
  @IsText(2000) override readonly reason!: string;
}

/** The fields of a command that its fact took over and that may be given anew. */
function amendableFields({ Command, streamField, creates, references = {} }: UseCase): ReadonlySet<string> {
  const declared = getMetadataStorage().getTargetValidationMetadatas(Command, '', false, false);
  const names = declared.map(({ propertyName }) => propertyName);
  return new Set(names.filter((name) => !isAboutItself(name) && name !== streamField && name !== creates && !(name in references)));
}

function found(corrects: string, facts: readonly Fact[]): Fact {
  const target = facts.find(({ id }) => id === corrects);
  if (!target) throw new NotFound(`There is no fact ${corrects} here to correct.`);
  return target;
}

function assertReason(command: Command): void {
  if (!command.reason) throw new InvalidInput([{ pointer: '/reason', detail: 'is needed: say why this is corrected' }]);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What turns `before` into `after`; a field that is gone becomes `null`. */
function difference(before: object, after: object): Changes {
  const was = before as Record<string, unknown>;
  const is = JSON.parse(JSON.stringify(after)) as Record<string, unknown>;
  const names = Object.keys({ ...was, ...is }).filter((name) => !same(was[name], is[name]));
  return Object.fromEntries(names.map((name) => [name, is[name] ?? null]));
}

/** Decides the fact once more, as the corrected command, on the state without it. */
function decidedAgain(useCase: UseCase, target: Fact, command: AmendFact, facts: readonly Fact[]): Event {
  const fields = amendableFields(useCase);
  const fixed = Object.keys(command.changes).filter((name) => !fields.has(name));
  const pointers = fixed.map((name) => ({ pointer: `/changes/${name}`, detail: `is not a field of ${target.type} that can be amended` }));
  if (pointers.length > 0) throw new InvalidInput(pointers);
  const known = new Set([...fields, useCase.streamField, useCase.creates, ...Object.keys(useCase.references ?? {})]);
  const taken = Object.fromEntries(Object.entries(target.data).filter(([name]) => known.has(name)));
  const effective = command.effective ?? target.effective;
  const corrected = parseChanges(useCase, { ...patched(taken, command.changes), effective });
  const others = facts.filter(({ id }) => id !== target.id);
  const [event, ...more] = useCase.rule(datedCommand(corrected, effective), foldAll(useCase.fold, historyForRule(others, effective)));
  if (!event) throw new DomainError('Corrected like this, the fact would say nothing new. Retract it instead.');
  if (event.type !== target.type || more.length > 0)
    throw new DomainError('Corrected like this, it would be another kind of fact. Retract it and record the right one.');
  return event;
}

function parseChanges(useCase: UseCase, input: object): Command {
  try {
    return parse(useCase.Command, input);
  } catch (error) {
    if (error instanceof InvalidInput)
      throw new InvalidInput(error.errors.map(({ pointer, detail }) => ({ pointer: `/changes${pointer}`, detail })));
    throw error;
  }
}

/** The amendment that a command asks for; none when the fact says so already. */
export function amendment(
  command: AmendFact,
  facts: readonly Fact[],
  useCaseOf: (type: string) => UseCase | undefined,
): readonly FactAmended[] {
  assertReason(command);
  const { corrects, effective } = command;
  const recorded = found(corrects, facts);
  if (isCorrection(recorded))
    throw new DomainError(`A correction is not amended: amend fact ${recorded.data.corrects} again, or retract the correction.`);
  const target = standing(facts).find(({ id }) => id === corrects);
  if (!target) throw new DomainError('This fact has been retracted. To restore it, retract its retraction.');
  const useCase = useCaseOf(target.type);
  if (!useCase) throw new DomainError(`Facts of the kind ${target.type} cannot be amended.`);
  const changes = difference(target.data, decidedAgain(useCase, target, command, facts).data);
  const moved = effective !== undefined && effective !== target.effective;
  if (moved) {
    const { first } = period(effective);
    const earlier = restingOn(target, facts, useCase.creates).filter(({ surelyBy }) => surelyBy <= first);
    assertNothingRests(earlier, 'amend');
  }
  if (Object.keys(changes).length === 0 && !moved) return [];
  return [{ type: 'FactAmended', data: { corrects, changes, ...(moved && { effective }) } }];
}

/** The retraction that a command asks for; none when the fact is retracted already. */
export function retraction(
  command: RetractFact,
  facts: readonly Fact[],
  useCaseOf: (type: string) => UseCase | undefined,
): readonly FactRetracted[] {
  assertReason(command);
  const { corrects } = command;
  const target = found(corrects, facts);
  const retracted = retractedIds(facts);
  if (retracted.has(corrects)) return [];
  assertNothingRests(restingOn(target, facts, useCaseOf(target.type)?.creates), 'retract');
  return [{ type: 'FactRetracted', data: { corrects } }];
}

/** What a fact brought into being is named by later ones: those that stand, in the order of the stream. */
function restingOn(target: Fact, facts: readonly Fact[], creates: string | undefined): readonly Fact[] {
  if (creates === undefined) return [];
  const idOf = ({ data }: Fact): unknown => (data as Readonly<Record<string, unknown>>)[creates];
  return standing(facts).filter((fact) => fact.id !== target.id && idOf(fact) === idOf(target));
}

/** @throws DomainError when later facts need the one that a correction takes away, or moves behind them */
function assertNothingRests(resting: readonly Fact[], what: string): void {
  if (resting.length === 0) return;
  const types = [...new Set(resting.map(({ type }) => type))].join(', ');
  const count = resting.length === 1 ? '1 later fact rests' : `${resting.length} later facts rest`;
  throw new DomainError(`${count} on this one (${types}): ${what} what rests on it first.`);
}
