import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#event-sourcing';
import { buildAll, ReadDatabase, Tables } from '#event-sourcing/projections';
import { type OpenDataManifest, writeOpenData } from '#open-data';
import { readModels } from '#read-models';

/** Writes the open data of a store, up to its last fact, into a folder. What is read for that is built aside, and goes away again. */
export async function exportOpenData(store: EventStore, folder: string, version: string): Promise<OpenDataManifest> {
  const aside = mkdtempSync(join(tmpdir(), 'igf-open-data-'));
  const stop = new AbortController();
  const database = new ReadDatabase(aside);
  try {
    await buildAll(store.subscribe('start', stop.signal), database, readModels);
    const tables = new Tables(database, readModels);
    const last = tables.auditLog().last(Number.MAX_SAFE_INTEGER);
    return await writeOpenData(folder, tables, { upTo: Number(last?.position ?? 0) }, version);
  } finally {
    stop.abort();
    database.close();
    rmSync(aside, { recursive: true });
  }
}
