import { getMetadataStorage } from 'class-validator';
import { type Command, isAboutItself } from './command.js';
import { type AmendFact, assertNothingRests, assertReason, restingOn, standingFact, type UseCaseOf } from './correct.js';
import { type Changes, type FactAmended, patched } from './corrections.js';
import { datedCommand, type UseCase } from './decide.js';
import type { Event, Fact } from './event.js';
import { foldAll } from './fold.js';
import { historyForRule } from './history.js';
import { parse } from './parse.js';
import { period } from './partial-date.js';
import { DomainError, InvalidInput } from './problems.js';

/** The fields of a command that its fact took over and that may be given anew. */
function amendableFields({ Command, streamField, creates, owners }: UseCase): ReadonlySet<string> {
  const declared = getMetadataStorage().getTargetValidationMetadatas(Command, '', false, false);
  const names = declared.map(({ propertyName }) => propertyName);
  return new Set(names.filter((name) => !isAboutItself(name) && name !== streamField && name !== creates && name !== owners));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What turns `before` into `after`; a field that is gone becomes `null`. */
function difference(before: object, after: object): Changes {
  const was = before as Record<string, unknown>;
  const is = JSON.parse(JSON.stringify(after)) as Record<string, unknown>;
  const names = Object.keys({ ...was, ...is }).filter((name) => !same(was[name], is[name]));
  return Object.fromEntries(names.map((name) => [name, is[name] ?? null]));
}

/**
 * The command that would have recorded a fact, with some of its fields changed.
 * @throws InvalidInput naming each field that cannot be changed, or not so
 */
function correctedCommand(useCase: UseCase, target: Fact, { changes, effective = target.effective }: AmendFact): Command {
  const fields = amendableFields(useCase);
  const fixed = Object.keys(changes).filter((name) => !fields.has(name));
  const pointers = fixed.map((name) => ({ pointer: `/changes/${name}`, detail: `is not a field of ${target.type} that can be amended` }));
  if (pointers.length > 0) throw new InvalidInput(pointers);
  return parseChanges(useCase, { ...patched(takenOver(useCase, target), changes), effective });
}

/** The fields of a fact that its command had. */
export function takenOver(useCase: UseCase, { data }: Fact): Readonly<Record<string, unknown>> {
  const fields = new Set([...amendableFields(useCase), useCase.streamField, useCase.creates, useCase.owners]);
  return Object.fromEntries(Object.entries(data).filter(([name]) => fields.has(name)));
}

/** Decides the fact once more, as the corrected command, on the state without it. */
function decidedAgain(useCase: UseCase, target: Fact, corrected: Command, facts: readonly Fact[]): Event {
  const effective = corrected.effective!;
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

/** An amendment that was decided, with the corrected command, of which the references are still to be looked at. */
export type Amendment = Readonly<{ events: readonly FactAmended[]; useCase: UseCase; corrected: Command }>;

/** The amendment that a command asks for, without an event when the fact says so already. */
export function amendment(command: AmendFact, facts: readonly Fact[], useCaseOf: UseCaseOf): Amendment {
  assertReason(command);
  const { corrects, effective } = command;
  const target = standingFact(corrects, facts);
  const useCase = useCaseOf(target.type);
  if (!useCase) throw new DomainError(`Facts of the kind ${target.type} cannot be amended.`);
  const corrected = correctedCommand(useCase, target, command);
  const changes = difference(target.data, decidedAgain(useCase, target, corrected, facts).data);
  const moved = effective !== undefined && effective !== target.effective;
  if (moved) {
    const { first } = period(effective);
    const earlier = restingOn(target, facts, useCase.creates).filter(({ surelyBy }) => surelyBy <= first);
    assertNothingRests(earlier, 'amend');
  }
  if (Object.keys(changes).length === 0 && !moved) return { events: [], useCase, corrected };
  return { events: [{ type: 'FactAmended', data: { corrects, changes, ...(moved && { effective }) } }], useCase, corrected };
}
