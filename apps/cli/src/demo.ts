import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { given } from '#event-store';
import { WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { importFiles, readFiles } from './import/import.js';
import { callIdOf, phaseIdOf } from './import/names.js';
import { OnRecord } from './import/on-record.js';
import { openAnswering } from './store.js';
import { counted, print, progress, say } from './terminal.js';

// `npm run demo`: loads the sample history into a fresh embedded store, or into the store that EVENT_STORE_URL names, and
// serves it. Run it in the root of the repository.

const FOLDER = '.demo';
const SAMPLE = 'apps/cli/sample-history';

const KINDS: Readonly<Record<WorkstreamKind, string>> = {
  'best-practice-forum': 'Best Practice Forums',
  'dynamic-coalition': 'Dynamic Coalitions',
  'cenb-phase': 'phases of Connecting and Enabling the Next Billion(s)',
  'igf-initiative': 'national, regional and youth IGFs',
  'policy-network': 'Policy Networks',
  'coordination-group': 'coordination groups',
  'working-group': 'working groups of the MAG',
  body: 'bodies and gatherings around the work',
  cycle: 'preparatory cycles',
};

function tellWhatThereIs(known: OnRecord): void {
  for (const kind of WORKSTREAM_KINDS) {
    const count = known.workstreams().filter((each) => each.kind === kind).length;
    if (count > 0) print(`  ${String(count).padStart(5)} ${KINDS[kind]}`);
  }
  for (const [what, count] of [
    ['calls for input', known.calls().length],
    ['meetings', known.countOf('meeting')],
    ['papers', known.countOf('paper')],
    ['published figures', known.countOf('figure')],
  ] as const) {
    if (count > 0) print(`  ${String(count).padStart(5)} ${what}`);
  }
}

async function load(url: string): Promise<void> {
  const store = await openAnswering(url);
  const bar = progress('Loading the sample history');
  try {
    const paths = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
    const { added, already, unplaced } = await importFiles(readFiles(paths), store, { actor: 'sample history', progress: bar.at });
    bar.end();
    print(`\nThe sample history is in ${url.replace(/\/\/[^@/]*@/, '//')}:`);
    tellWhatThereIs(await OnRecord.of(store));
    print(`  ${counted(added, 'fact')} added${already > 0 ? `; ${already} were on record already, or stand in two files` : ''}.`);
    if (unplaced.length > 0) print(`  ${counted(unplaced.length, 'row')} of ${SAMPLE} could not be placed:`);
    for (const { file, line, reason } of unplaced) print(`    ${basename(file)}:${line}: ${reason}`);
  } finally {
    bar.end();
    await store.close();
  }
}

function invite(address: string): void {
  const [call, phase] = [callIdOf('CENB Phase II', 'Call for public input'), phaseIdOf('II')];
  const pages = [
    ['Every workstream and every call', '/'],
    ['The timeline of CENB Phase II, 2016', `/workstreams/${phase}`],
    ['Its call for public input: a deadline that moved, two counts', `/calls/${call}`],
    ['The same call as it stood on 1 September 2016', `/calls/${call}?asOf=2016-09-01`],
    ['The interface for programs', '/api'],
  ] as const;
  print('\nThe tracker is running. Open one of these:');
  for (const [what, path] of pages) print(`  ${what}\n    ${address}${path}`);
  print('Ctrl+C ends it.');
}

/** The server says on standard output, line by line, what happens; the first thing is where it listens. */
function serve(env: NodeJS.ProcessEnv): void {
  const server = spawn(process.execPath, ['dist/apps/server/src/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(server.stdout).on('line', (line) => {
    const { address, level, msg } = JSON.parse(line) as { address?: string; level: number; msg: string };
    if (address !== undefined) invite(address);
    else if (level >= 40) say(msg);
  });
  server.on('exit', (code) => (process.exitCode = code ?? 0));
  // The terminal tells both; who sends a signal to this process alone means the server too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
}

const told = given(process.env, 'EVENT_STORE_URL');
if (told === undefined) rmSync(FOLDER, { recursive: true, force: true });
const url = told ?? `file:${FOLDER}/tracker.db`;
try {
  await load(url);
  serve({ ...process.env, EVENT_STORE_URL: url });
} catch (error) {
  say(`The demo could not be loaded: ${(error as Error).message}`);
  process.exitCode = 1;
}
