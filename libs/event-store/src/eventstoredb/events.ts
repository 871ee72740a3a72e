import type { EventData, JSONType, Position, RecordedEvent } from '@eventstore/db-client';
import { InvalidAppend, type NewEvent, type Recorded } from '#event-sourcing';
import { UnreadableEvent } from './failures.js';

/** Deeper than any fact is nested, and far from where the client would overflow the stack, which ends the process. */
const DEEPEST = 100;

/**
 * An event as the client takes it. It makes JSON of values by itself, where nothing waits for an error: what it is given must be
 * certain to be JSON. Metadata goes as text, because it leaves out metadata that is null, false, 0 or ''.
 * @throws InvalidAppend when data or metadata are not JSON
 */
export function proposed({ id, type, data, metadata }: NewEvent): EventData {
  const value = parsed(data, id);
  parsed(metadata, id);
  return { id, type, contentType: 'application/json', data: value as JSONType, metadata: new TextEncoder().encode(metadata) };
}

function parsed(text: string, id: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    if (isWithin(value, DEEPEST)) return value;
  } catch (cause) {
    throw new InvalidAppend(`Event ${id} has data or metadata that are not JSON: ${String(cause)}`, { cause });
  }
  throw new InvalidAppend(`Event ${id} has data or metadata nested more than ${DEEPEST} deep.`);
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isWithin(inner, levels - 1));
}

/**
 * An event as the port gives it.
 * @throws UnreadableEvent when it was not written as we write
 */
export function recorded(event: RecordedEvent | undefined): Recorded {
  if (!event) throw new UnreadableEvent('The event store has sent an event without content.');
  const { id, type, streamId: stream, revision, data, metadata = {}, isJson, created } = event;
  const which = `Event ${id} of ${stream} at revision ${revision}`;
  if (!isJson || metadata instanceof Uint8Array) throw new UnreadableEvent(`${which} was not written by this tracker: it is not JSON.`);
  return {
    id,
    type,
    stream,
    revision,
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
    position: positionOf(event.position, which),
    recordedAt: created.getTime(),
  };
}

/**
 * The one number that stands for a place in the log. Everything written over gRPC has its commit and its prepare position in common.
 * @throws UnreadableEvent when they differ: then one number is not enough to go on from
 */
export function positionOf(position: Position | undefined, which: string): bigint {
  if (!position) throw new UnreadableEvent(`${which} has no position: EventStoreDB must be 22.6 or later.`);
  const { commit, prepare } = position;
  if (commit === prepare) return commit;
  throw new UnreadableEvent(
    `${which} belongs to a transaction of the old TCP protocol: it was committed at ${commit}, prepared at ${prepare}.`,
  );
}
