import 'reflect-metadata';
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { openEventStore, pathOf } from '#event-store';
import { generatedHistory } from '#test/generated-history/index';
import { asTakenOver, fill } from './fill.js';
import { write } from './ndjson.js';

// `npm run generate`: a made-up history of any length, into a store or as NDJSON.

const USAGE = `npm run generate -- [--events N] [--seed N] [--store file:PATH | --out FILE.ndjson]

  --events N    how many facts (default 20000)
  --seed N      the same seed and number give the same history on every machine (default 2016)
  --store URL   the store that is made (default file:generated.db; an earlier generated.db is replaced, no other file is)
  --out FILE    write NDJSON there instead, as igf export prints it and igf import reads it
`;

const DEFAULT_STORE = 'file:generated.db';

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function options() {
  const { values } = parseArgs({
    options: {
      events: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '2016' },
      store: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const [events, seed] = [Number(values.events), Number(values.seed)];
  const isRight = Number.isInteger(events) && events > 0 && Number.isInteger(seed) && !(values.store && values.out);
  if (!isRight || values.help) {
    process.stderr.write(USAGE);
    process.exit(values.help ? 0 : 2);
  }
  return { events, seed, store: values.store ?? DEFAULT_STORE, out: values.out };
}

/** A bar where somebody is looking. */
function progress(all: number): Readonly<{ at: (done: number) => void; end: () => void }> {
  if (!process.stderr.isTTY) return { at: () => undefined, end: () => undefined };
  const bar = new SingleBar({ format: 'Generating {bar} {percentage}%', clearOnComplete: true, hideCursor: true, stream: process.stderr });
  bar.start(all, 0);
  return { at: (done) => bar.update(done), end: () => bar.stop() };
}

/** Only what this program has made itself is replaced. */
function makeRoom(url: string): void {
  const path = pathOf(url);
  if (path === undefined || !existsSync(path)) return;
  if (url !== DEFAULT_STORE) throw new Error(`${path} is there already. Name a file that is not, or remove it.`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  rmSync(`${path}.read`, { recursive: true, force: true });
}

async function store(url: string, events: number, seed: number, at: (done: number) => void): Promise<void> {
  makeRoom(url);
  const store = openEventStore(url);
  try {
    await fill(store, generatedHistory(events, seed), asTakenOver, at);
  } finally {
    await store.close();
  }
}

const { events, seed, store: url, out } = options();
const bar = progress(events);
try {
  if (out === undefined) await store(url, events, seed, bar.at);
  else await write(out, generatedHistory(events, seed), bar.at);
  bar.end();
  const where = out ?? url;
  const next = out === undefined ? `EVENT_STORE_URL=${url} npm start` : `npx igf import --store file:tracker.db ${out}`;
  print(`${events.toLocaleString('en')} facts are in ${where}. Next: ${next}`);
} catch (error) {
  bar.end();
  process.stderr.write(`Nothing whole was generated: ${(error as Error).message}\n`);
  process.exitCode = 1;
}
