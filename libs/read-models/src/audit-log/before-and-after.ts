import diff from 'microdiff';
import { type Event, type Fact, type Fold, foldAll, history, isCorrection } from '#event-sourcing';
import { folds } from '#workstreams';

/** The state of what a stream is about, and the facts of which it is made; `state` is null where there are none. */
export type ObjectState = Readonly<{ state: object | null; factIds: readonly string[] }>;

/** The state of something just before a fact and just after it. */
export type BeforeAndAfter = Readonly<{ stream: string; before: ObjectState; after: ObjectState }>;

/** A field of a state that a fact changed, by its place in it (JSON Pointer, RFC 6901). What is left out was not there. */
export type FieldChange = Readonly<{ pointer: string; before?: unknown; after?: unknown }>;

const foldOf = (stream: string): Fold<unknown, Event> | undefined => folds.find(({ category }) => stream.startsWith(`${category}-`));

function stateOf(stream: string, facts: readonly Fact[]): ObjectState {
  const fold = foldOf(stream);
  if (!fold || facts.length === 0) return { state: null, factIds: [] };
  // The states of all folds are objects: rows that survive JSON.
  return { state: JSON.parse(JSON.stringify(foldAll(fold, facts))) as object, factIds: facts.map(({ id }) => id) };
}

/** By all that is known: with a correction and without it. */
function byCorrection(correction: Fact, recorded: readonly Fact[]): BeforeAndAfter {
  const without = recorded.filter(({ id }) => id !== correction.id);
  return {
    stream: correction.stream,
    before: stateOf(correction.stream, history(without)),
    after: stateOf(correction.stream, history(recorded)),
  };
}

/**
 * What a fact did, given what was recorded in its stream by then or is by now. A fact about the world is judged in its place
 * in the order of history, so that one that came late did its work among those of its time; a correction by what it turned.
 * Undefined for what does not stand.
 */
export function beforeAndAfter(fact: Fact, recorded: readonly Fact[]): BeforeAndAfter | undefined {
  if (isCorrection(fact)) return byCorrection(fact, recorded);
  const facts = history(recorded);
  const place = facts.findIndex(({ id }) => id === fact.id);
  if (place === -1) return undefined;
  return {
    stream: fact.stream,
    before: stateOf(fact.stream, facts.slice(0, place)),
    after: stateOf(fact.stream, facts.slice(0, place + 1)),
  };
}

const escaped = (part: string | number): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** The fields that differ between both. Where nothing was on record it is compared with what folds begin with. */
export function changesBetween({ stream, before, after }: BeforeAndAfter): readonly FieldChange[] {
  const nothing = JSON.parse(JSON.stringify(foldOf(stream)?.initial ?? {})) as object;
  return diff(before.state ?? nothing, after.state ?? nothing).map((change) => ({
    pointer: change.path.map((part) => `/${escaped(part)}`).join(''),
    ...(change.type !== 'CREATE' && { before: change.oldValue as unknown }),
    ...(change.type !== 'REMOVE' && { after: change.value as unknown }),
  }));
}
