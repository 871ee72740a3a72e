import { existsSync } from 'node:fs';
import type { EventStore } from '#event-sourcing';
import { openEventStore, pathOf } from '#event-store';
import { settingsOf, type StoreOption } from '../store.js';
import { counted, print, progress } from '../terminal.js';
import { importFiles, type ImportReport } from './import.js';

export type ImportCommandOptions = StoreOption & Readonly<{ dryRun?: boolean; json?: boolean; actor: string }>;

/** A trial on a store that does not exist yet leaves none behind. */
function storeFor({ dryRun, ...options }: ImportCommandOptions): EventStore {
  const { eventStoreUrl } = settingsOf(options);
  const path = pathOf(eventStoreUrl);
  return openEventStore(dryRun && path !== undefined && !existsSync(path) ? 'file::memory:' : eventStoreUrl);
}

function tell({ added, already, unplaced }: ImportReport, isTrial: boolean): void {
  print(
    isTrial
      ? `${counted(added, 'fact')} would be added; ${already.toLocaleString('en')} are on record already. Nothing has been written.`
      : `${counted(added, 'fact')} added; ${already.toLocaleString('en')} were on record already.`,
  );
  if (unplaced.length === 0) return;
  print(`${counted(unplaced.length, 'row')} could not be placed:`);
  for (const { file, line, reason } of unplaced) print(`  ${file}:${line}: ${reason}`);
}

/** `igf import`: puts CSV files on record, and says what became of each row. */
export async function importCommand(files: readonly string[], options: ImportCommandOptions): Promise<void> {
  const store = storeFor(options);
  const bar = progress('Importing');
  try {
    const report = await importFiles(files, store, { actor: options.actor, isTrial: options.dryRun ?? false, progress: bar.at });
    bar.end();
    if (options.json) print(JSON.stringify(report));
    else tell(report, options.dryRun ?? false);
  } finally {
    bar.end();
    await store.close();
  }
}
