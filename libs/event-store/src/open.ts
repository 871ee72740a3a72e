import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { EventStore } from '#event-sourcing';
import { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb.event-store.js';
import { SqliteEventStore } from './sqlite.event-store.js';

/** The categories of the streams that hold our facts. */
const CATEGORIES = ['workstream', 'call', 'series', 'meeting', 'paper', 'figure', 'person', 'report'];

/** The path in an address `file:PATH` or `file:///PATH`; nothing for the address of a server. */
export function pathOf(url: string): string | undefined {
  return url.startsWith('file:') ? url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : undefined;
}

function openFile(path: string): EventStore {
  // SQLite would take a file without a name for one that is thrown away.
  if (path.trim() === '') throw new Error("'file:' names no file: give file:PATH.");
  try {
    mkdirSync(dirname(path), { recursive: true });
    return new SqliteEventStore(path);
  } catch (error) {
    throw new Error(`${path} cannot be opened as an event store: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * The store behind an address: `file:tracker.db`, `esdb://host:2113` or `esdb+discover://cluster:2113`. A file that does
 * not exist is made.
 * @throws Error when the address is none of these, or the file is not a store
 */
export function openEventStore(url: string, options: Omit<EventStoreDbOptions, 'categories'> = {}): EventStore {
  const path = pathOf(url);
  if (path !== undefined) return openFile(path);
  if (/^esdb(\+discover)?:/.test(url)) return new EventStoreDbEventStore(url, { categories: CATEGORIES, ...options });
  throw new Error(`'${url}' is not the address of an event store: give file:PATH, esdb://HOST:PORT or esdb+discover://NAME:PORT.`);
}
