import type { Command } from './command.js';
import type { Event } from './event.js';
import type { Fold } from './fold.js';
import type { PartialDate } from './partial-date.js';

/**
 * One command's rule. Pure: no clock, no chance, no I/O. Throws a `DomainError` to refuse, returns nothing for a change
 * that changes nothing.
 */
export type Decide<C, State, E extends Event> = (command: Dated<C>, state: State) => readonly E[];

/** A command of which it is settled when what it speaks of happened. */
export type Dated<C> = { readonly [Field in keyof C]: C[Field] } & Readonly<{ effective: PartialDate }>;

/** A command as its rule takes it, with the date on which what it says took effect. */
export const datedCommand = <C extends Command>(command: C, effective: PartialDate): Dated<C> => Object.assign({}, command, { effective });

type TextField<C> = { [K in keyof C]: C[K] extends string ? K : never }[keyof C] & string;

/** A command with its rule and the stream that it is about: all that is needed to run it, document it or correct it. */
export type UseCase = Readonly<{
  Command: new () => Command;
  rule: Decide<Command, unknown, Event>;
  fold: Fold<unknown, Event>;
  /** The field that names the stream. */
  streamField: string;
  /** The kind of fact that it records. An amendment of such a fact is checked as this command. */
  records: string;
  /** The field with the client-made id of what comes into being, if something does. */
  creates?: string;
  /** The field that names whose the stream is: others than those who were named first may turn out to be its owners. */
  owners?: string;
  /** Fields that name other streams, which must exist, by field. */
  references?: Readonly<Record<string, Reference<Command>>>;
}>;

/**
 * What a field names: a stream of this fold, of which more may be asked. `fault` says what is wrong with it, if anything is,
 * given what is known of the stream that the command is about.
 */
export type Reference<C, Own = unknown> = Readonly<{
  fold: Fold<unknown, Event>;
  fault?: (named: unknown, command: C, own: Own) => string | undefined;
}>;

/** The reference to a stream of a fold. */
export const naming = <C, Named, E extends Event, Own = unknown>(
  fold: Fold<Named, E>,
  fault?: (named: Named, command: C, own: Own) => string | undefined,
): Reference<C, Own> =>
  // Checked here, once: from here on a reference is one of many.
  ({ fold, ...(fault && { fault }) }) as unknown as Reference<C, Own>;

type Options<C, State> = Readonly<{
  creates?: TextField<C>;
  owners?: keyof C & string;
  references?: Partial<Record<keyof C & string, Reference<C, State>>>;
}>;

/**
 * Declares the use cases of one kind of stream: `const on = deciding(callForInput, 'callId')`, then
 * `on(OpenCall, openCall, 'CallOpened', { creates: 'callId' })`. A rule for another command, a state of another fold, or
 * a command that does not name the stream does not compile.
 */
export const deciding =
  <State, E extends Event, Field extends string>(fold: Fold<State, E>, streamField: Field) =>
  <C extends Command & Readonly<Record<Field, string>>, R extends E>(
    Command: new () => C,
    rule: Decide<C, State, R>,
    records: R['type'],
    options: Options<C, State> = {},
  ): UseCase =>
    // The types were checked above; from here on a use case is one of many, told apart by its command.
    ({ Command, rule, fold, streamField, records, ...options }) as unknown as UseCase;
