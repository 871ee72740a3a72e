import { type EventStore } from '#event-sourcing';
import { SqliteEventStore } from './sqlite.event-store.js';

/**
 * The store behind an address: `file:tracker.db`, or `esdb://host:2113`.
 * @throws Error when the address is neither, or the file is not a store
 */
export function openEventStore(url: string): EventStore {
  if (url.startsWith('file:')) return new SqliteEventStore(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''));
  throw new Error(`'${url}' is not the address of an event store: give file:PATH or esdb://HOST:PORT.`);
}
