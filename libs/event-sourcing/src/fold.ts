import type { Event, Fact } from './event.js';

/** What each event does to a state. Exhaustive by construction; never throws, never reads a clock, chance or a table. */
export type Evolve<State, E extends Event> = {
  readonly [T in E['type']]: (state: State, fact: Fact<Extract<E, { type: T }>>) => State;
};

/** How one kind of stream folds: the only state that a rule may look at. */
export type Fold<State, E extends Event> = Readonly<{
  /** First part of the stream's name: `<category>-<uuid>`. */
  category: string;
  initial: State;
  on: Evolve<State, E>;
}>;

/** One fact folded in. A fact that this fold does not know leaves the state as it is: a stream may have several folds. */
export function evolve<State, E extends Event>(fold: Fold<State, E>, state: State, fact: Fact): State {
  if (!Object.hasOwn(fold.on, fact.type)) return state;
  const step = fold.on[fact.type as E['type']] as (state: State, fact: Fact) => State;
  return step(state, fact);
}

/** The state after the given facts, which `history` has put in order. */
export const foldAll = <State, E extends Event>(fold: Fold<State, E>, facts: readonly Fact[]): State =>
  facts.reduce((state, fact) => evolve(fold, state, fact), fold.initial);
