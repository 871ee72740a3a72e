import { getMetadataStorage } from 'class-validator';
import { type Command, isAboutItself } from './command.js';
import { type AmendFact, assertNothingRests, assertReason, restingOn, standingFact, type UseCaseOf } from './correct.js';
import { type Changes, type FactAmended, patched } from './corrections.js';
import { type Dated, datedCommand, type UseCase } from './decide.js';
import type { Event, Fact } from './event.js';
import { foldAll } from './fold.js';
import { historyForRule } from './history.js';
import { parse } from './parse.js';
import { type PartialDate, period } from './partial-date.js';
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
function correctedCommand(useCase: UseCase, target: Fact, { changes, effective = target.effective }: AmendFact): Dated<Command> {
  const fields = amendableFields(useCase);
  const fixed = Object.keys(changes).filter((name) => !fields.has(name));
  const pointers = fixed.map((name) => ({ pointer: `/changes/${name}`, detail: `is not a field of ${target.type} that can be amended` }));
  if (pointers.length > 0) throw new InvalidInput(pointers);
  const corrected = parseChanges(useCase, { ...patched(takenOver(useCase, target), changes), effective });
  return datedCommand(corrected, effective);
}

/** The fields of a fact that its command had. */
export function takenOver(useCase: UseCase, { data }: Fact): Readonly<Record<string, unknown>> {
  const fields = new Set([...amendableFields(useCase), useCase.streamField, useCase.creates, useCase.owners]);
  return Object.fromEntries(Object.entries(data).filter(([name]) => fields.has(name)));
}

/** The state of a stream without one of its facts, as the rule sees it that judges that fact anew. */
export const stateWithout = ({ fold }: UseCase, target: Fact, facts: readonly Fact[], effective: PartialDate): unknown =>
  foldAll(
    fold,
    historyForRule(
      facts.filter(({ id }) => id !== target.id),
      effective,
    ),
  );

/** Decides the fact once more, as the corrected command, on the state without it. */
function decidedAgain({ rule }: UseCase, target: Fact, corrected: Dated<Command>, state: unknown): Event {
  const [event, ...more] = rule(corrected, state);
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

/** An amendment that was decided, with the corrected command, of which the references are still to be looked at, and the state that it was judged by. */
export type Amendment = Readonly<{ events: readonly FactAmended[]; useCase: UseCase; corrected: Dated<Command>; state: unknown }>;

/** The amendment that a command asks for, without an event when the fact says so already. */
export function amendment(command: AmendFact, facts: readonly Fact[], useCaseOf: UseCaseOf): Amendment {
  assertReason(command);
  const { corrects, effective } = command;
  const target = standingFact(corrects, facts);
  const useCase = useCaseOf(target.type);
  if (!useCase) throw new DomainError(`Facts of the kind ${target.type} cannot be amended.`);
  const corrected = correctedCommand(useCase, target, command);
  const state = stateWithout(useCase, target, facts, corrected.effective);
  const changes = difference(target.data, decidedAgain(useCase, target, corrected, state).data);
  const moved = effective !== undefined && effective !== target.effective;
  if (moved) {
    const { first } = period(effective);
    const earlier = restingOn(target, facts, useCase.creates).filter(({ surelyBy }) => surelyBy <= first);
    assertNothingRests(earlier, 'amend');
  }
  if (Object.keys(changes).length === 0 && !moved) return { events: [], useCase, corrected, state };
  return { events: [{ type: 'FactAmended', data: { corrects, changes, ...(moved && { effective }) } }], useCase, corrected, state };
}
