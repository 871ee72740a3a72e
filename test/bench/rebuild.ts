import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore, Recorded } from '../../libs/event-sourcing/src/index.js';
import { AUDIT_LOG, buildAll, buildProjections, ReadDatabase } from '../../libs/event-sourcing/src/projections/index.js';
import { openEventStore } from '../../libs/event-store/src/index.js';
import { readModels } from '../../libs/read-models/src/index.js';
import { generatedHistory } from '../support/generated-history/index.js';
import { asRecordedHere, fill } from '../generate/fill.js';
import type { Bench } from './appends.js';
import type { Measured } from './figure.js';
import { PlainReader } from './plain-store.js';
import { interleaved, speed } from './rounds.js';

const EVENTS = 200_000;

const never = new AbortController().signal;

/** Nobody gets a figure for what is not there. */
function assertAll(events: number, what: string): void {
  if (events < EVENTS) throw new Error(`${what} has come to ${events} of ${EVENTS} events.`);
}

function parse({ data, metadata }: Pick<Recorded, 'data' | 'metadata'>): void {
  JSON.parse(data);
  JSON.parse(metadata);
}

/** Everything through the port, its JSON parsed, and nothing made of it. */
async function readAndParse(store: EventStore): Promise<void> {
  let events = 0;
  for await (const batch of store.subscribe('start', never)) {
    batch.events.forEach(parse);
    events += batch.events.length;
    if (batch.caughtUp) break;
  }
  assertAll(events, 'Reading');
}

/** The same without the port: rows of better-sqlite3, a page at a time. */
async function readAndParsePlainly(file: string): Promise<void> {
  const reader = new PlainReader(file);
  let events = 0;
  for (const page of reader.pages()) {
    page.forEach(parse);
    events += page.length;
  }
  reader.close();
  assertAll(events, 'Plain reading');
}

function assertBuilt({ file }: ReadDatabase): void {
  for (const { name } of [{ name: AUDIT_LOG }, ...readModels.projections]) assertAll(file.built(name)?.position ?? 0, name);
}

/** As a server does it that finds no read side. */
async function buildFirst(store: EventStore, folder: string): Promise<void> {
  const database = new ReadDatabase(folder);
  await buildAll(store.subscribe('start', never), database, readModels);
  assertBuilt(database);
  database.close();
}

/** How many events a second the read side takes when it is built anew. */
export async function rebuild({ folder, rounds, tell }: Bench): Promise<readonly Measured[]> {
  tell(`Rebuild of the read side from ${EVENTS.toLocaleString('en')} events`);
  const file = join(folder, 'rebuild.db');
  const store = openEventStore(`file:${file}`);
  await fill(store, generatedHistory(EVENTS), asRecordedHere);
  const built = join(folder, 'rebuild');
  await buildFirst(store, built);
  const database = new ReadDatabase(built);
  const results = await interleaved(
    rounds,
    {
      whole: async (round) => {
        const fresh = `${built} ${round}`;
        const result = await speed(EVENTS, async () => buildFirst(store, fresh));
        rmSync(fresh, { recursive: true });
        return result;
      },
      'read and parse': async () => speed(EVENTS, async () => readAndParse(store)),
      'projections alone': async () => speed(EVENTS, async () => buildProjections(database, readModels)),
      'read and parse, plain': async () => speed(EVENTS, async () => readAndParsePlainly(file)),
    },
    tell,
  );
  assertBuilt(database);
  database.close();
  await store.close();
  const reading = { name: 'read and parse', rounds: results['read and parse'] };
  return [
    {
      name: 'Rebuild, whole read side',
      unit: 'events/s',
      ours: results.whole,
      counterpart: reading,
      targets: [
        { of: 'ratio', atLeast: 0.4 },
        { of: 'ours', atLeast: 40_000 },
      ],
    },
    { name: 'Rebuild, projections alone', unit: 'events/s', ours: results['projections alone'], counterpart: reading },
    {
      name: 'Read and parse',
      unit: 'events/s',
      ours: reading.rounds,
      counterpart: { name: 'better-sqlite3', rounds: results['read and parse, plain'] },
    },
  ];
}
