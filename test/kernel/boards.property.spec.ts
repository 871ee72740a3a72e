import { join } from 'node:path';
import fc from 'fast-check';
import { type EventStore, NotFound, type Recorded } from '#event-sourcing';
import { Tables } from '#event-sourcing/projections';
import { SqliteEventStore } from '#event-store';
import { getBoard, getCount, readModels } from '#read-models';
import { readToEnd } from '#test/events';
import { temporaryFolder } from '#test/files';
import { recordOneOfEach } from '#test/one-of-each/index';
import { TestReadSide } from '#test/read-side';
import { TestServer } from '#test/server';

const MOMENTS = [{}, { asOf: '2016-11' }];

const boards = (tables: Tables): unknown => MOMENTS.map((moment) => getBoard({ ...moment, limit: 1000 }, tables).body);

/** Counts of which parts are kept from one answer to the next; null where there is nothing to count yet. */
const COUNTED = ['initiatives-over-time', 'coalitions-over-time', 'recognised NRIs', 'active DCs', 'new DCs', 'BPFs'];

function counted(count: string, tables: Tables): unknown {
  try {
    return getCount({ count, ...(!count.includes('over-time') && { on: '2016-06-30' }) }, tables).body;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

const counts = (tables: Tables): unknown => COUNTED.map((count) => counted(count, tables));

let recorded: readonly Recorded[];
beforeAll(async () => {
  const server = await TestServer.start();
  await recordOneOfEach(server);
  await server.stop();
  const store = new SqliteEventStore(join(server.folder, 'tracker.db'));
  recorded = await readToEnd(store);
  await store.close();
}, 60_000);

/** The facts in another order, in which each stream keeps its own: streams come on record one before the other, or at the same time. */
function interleaved(keys: readonly number[]): readonly Recorded[] {
  const waiting = new Map<string, Recorded[]>();
  for (const event of recorded) waiting.set(event.stream, [...(waiting.get(event.stream) ?? []), event]);
  const turns = recorded.map(({ stream }, n) => ({ stream, key: keys[n % keys.length]! })).toSorted((a, b) => a.key - b.key);
  return turns.map(({ stream }) => waiting.get(stream)!.shift()!);
}

async function append(store: EventStore, event: Recorded): Promise<bigint> {
  const { revision, stream } = event;
  return (await store.append(stream, revision === 0n ? 'none' : revision - 1n, [event])).position;
}

describe('What is kept in memory of the status board and of counts', () => {
  test('and is followed up after each fact of every kind, in whatever order streams come, is the one that is made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), async (keys) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        const readSide = new TestReadSide(store);
        try {
          for (const event of interleaved(keys)) {
            await readSide.reached(await append(store, event));
            const anew = new Tables(readSide.database, readModels);
            expect(boards(readSide.tables)).toEqual(boards(anew));
            expect(counts(readSide.tables)).toEqual(counts(anew));
          }
        } finally {
          await readSide.stop();
          await store.close();
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);
});
