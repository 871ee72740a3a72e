import { join } from 'node:path';
import fc from 'fast-check';
import type { EventStore, Recorded } from '#event-sourcing';
import { Tables } from '#event-sourcing/projections';
import { SqliteEventStore } from '#event-store';
import { getBoard, readModels } from '#read-models';
import { readToEnd } from '#test/events';
import { temporaryFolder } from '#test/files';
import { recordOneOfEach } from '#test/one-of-each/index';
import { TestReadSide } from '#test/read-side';
import { TestServer } from '#test/server';

const MOMENTS = [{}, { asOf: '2016-11' }];

const boards = (tables: Tables): unknown => MOMENTS.map((moment) => getBoard({ ...moment, limit: 1000 }, tables).body);

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

describe('The status board', () => {
  test('that is followed up after each fact of every kind, in whatever order streams come, is the one that is made anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { minLength: 200, maxLength: 200 }), async (keys) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        const readSide = new TestReadSide(store);
        try {
          for (const event of interleaved(keys)) {
            await readSide.reached(await append(store, event));
            expect(boards(readSide.tables)).toEqual(boards(new Tables(readSide.database, readModels)));
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
