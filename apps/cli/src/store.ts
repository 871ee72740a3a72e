import { existsSync } from 'node:fs';
import { Option } from 'commander';
import type { EventStore } from '#event-sourcing';
import { openEventStore, pathOf, type StoreSettings, storeSettings } from '#event-store';
import { say } from './terminal.js';

/** The option by which a command names the store. */
export type StoreOption = Readonly<{ store?: string }>;

/** That option, as help shows it. */
export const storeOption = (): Option =>
  new Option('--store <url>', 'the event store, file:PATH or esdb://HOST:PORT (default: EVENT_STORE_URL, or file:tracker.db)');

/** Where the facts are: as told on the command line, else by the environment. */
export const settingsOf = ({ store }: StoreOption): StoreSettings =>
  storeSettings({ ...process.env, ...(store !== undefined && { EVENT_STORE_URL: store }) });

/** After how long somebody is told what is being waited for, in milliseconds. */
const PATIENCE = 3000;

/** Whether the store has still to be made: a file that is not there. */
export function isMissing(url: string): boolean {
  const path = pathOf(url);
  return path !== undefined && !existsSync(path);
}

/**
 * Opens a store and sees that it answers, so that what follows does not wait for ever.
 * @throws Error when it does not
 */
export async function openAnswering(url: string): Promise<EventStore> {
  const store = openEventStore(url);
  const notice = setTimeout(() => say(`Waiting for the event store at ${url.replace(/\/\/[^@/]*@/, '//')}…`), PATIENCE);
  try {
    await store.end();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  } finally {
    clearTimeout(notice);
  }
}

/** Opens a store to read what it holds: a file is not made for that. */
export async function openExisting(url: string): Promise<EventStore> {
  if (isMissing(url)) throw new Error(`There is no event store ${pathOf(url)}.`);
  return openAnswering(url);
}
