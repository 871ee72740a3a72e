import { isMissing, openAnswering, settingsOf, type StoreOption } from '../store.js';
import { counted, print, progress, say } from '../terminal.js';
import { importFiles, type ImportReport, readFiles } from './import.js';

export type ImportCommandOptions = StoreOption & Readonly<{ dryRun?: boolean; json?: boolean; actor: string }>;

/** A trial on a store that does not exist yet leaves none behind. */
function addressFor({ dryRun, ...options }: ImportCommandOptions): string {
  const { eventStoreUrl } = settingsOf(options);
  return dryRun && isMissing(eventStoreUrl) ? 'file::memory:' : eventStoreUrl;
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

function interrupted(): void {
  say('\nInterrupted. What was added is on record; the same command goes on from there.');
  process.exit(130);
}

/** `igf import`: puts CSV files on record, and says what became of each row. */
export async function importCommand(paths: readonly string[], options: ImportCommandOptions): Promise<void> {
  const files = readFiles(paths);
  const store = await openAnswering(addressFor(options));
  const bar = progress('Importing');
  process.once('SIGINT', interrupted);
  try {
    const report = await importFiles(files, store, { actor: options.actor, isTrial: options.dryRun ?? false, progress: bar.at });
    bar.end();
    if (options.json) print(JSON.stringify(report));
    else tell(report, options.dryRun ?? false);
  } finally {
    bar.end();
    process.off('SIGINT', interrupted);
    await store.close();
  }
}
