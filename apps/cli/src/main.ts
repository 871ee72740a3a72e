#!/usr/bin/env node
import 'reflect-metadata';
import { Command, Option } from 'commander';
import { addCorrections } from './correct/correct.command.js';
import { exportCommand } from './export.command.js';
import { importCommand } from './import/import.command.js';
import { rebuildCommand } from './rebuild.command.js';
import { addReports } from './report/report.command.js';
import { storeOption } from './store.js';
import { say } from './terminal.js';
import { version } from './version.js';

const program = new Command('igf')
  .description('The intersessional work of the Internet Governance Forum, as facts.')
  .version(version)
  .showHelpAfterError('(igf --help shows what there is)');

program
  .command('import')
  .description('Put CSV files on record. What is there already is not added again.')
  .argument('<file...>', 'CSV files; the first line of each names its columns')
  .addOption(storeOption())
  .option('--dry-run', 'say what would be added, and write nothing')
  .option('--json', 'print the result as JSON')
  .option('--actor <name>', 'who records this', 'import')
  .action(importCommand);

program
  .command('export')
  .description('Print all facts as NDJSON, one to a line, in the order in which they were recorded.')
  .addOption(storeOption())
  .option('--after <position>', 'begin behind this position of the log')
  .addOption(new Option('--open-data <folder>', 'write the open data there instead: facts, tables, a manifest').conflicts('after'))
  .action(exportCommand);

program
  .command('rebuild')
  .description('Build all that is read anew from the event store, beside what is in use, then switch to it.')
  .addOption(storeOption())
  .action(rebuildCommand);

addCorrections(program);
addReports(program);

// Whoever reads has seen enough: `igf … | head`.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  say(`igf: ${(error as Error).message}`);
  process.exitCode = 1;
}
