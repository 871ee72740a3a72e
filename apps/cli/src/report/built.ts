import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll, ReadDatabase, Tables } from '#event-sourcing/projections';
import { readModels } from '#read-models';
import { openExisting, settingsOf, type StoreOption } from '../store.js';

/**
 * What is found in a read side that is built of all facts for this one look, and thrown away: one that a server uses may be
 * behind, or not be there.
 */
export async function lookedUp<T>(options: StoreOption, look: (tables: Tables) => Promise<T> | T): Promise<T> {
  const store = await openExisting(settingsOf(options).eventStoreUrl);
  const folder = mkdtempSync(join(tmpdir(), 'igf-report-'));
  const database = new ReadDatabase(folder);
  const stop = new AbortController();
  try {
    await buildAll(store.subscribe('start', stop.signal), database, readModels);
    return await look(new Tables(database, readModels));
  } finally {
    stop.abort();
    database.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
