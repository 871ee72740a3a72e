import { join } from 'node:path';
import fc from 'fast-check';
import type { EventStore } from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import { temporaryFolder } from '#test/files';
import { type Entry, randomHistory } from '#test/random-history';
import { allRows, rebuiltRows, TestReadSide } from '#test/read-side';

async function appendAll(
  store: EventStore,
  entries: readonly Entry[],
  afterEach?: (position: bigint, n: number) => Promise<void>,
): Promise<void> {
  const revisions = new Map<string, bigint>();
  for (const [n, { stream, event }] of entries.entries()) {
    const { revision, position } = await store.append(stream, revisions.get(stream) ?? 'none', [event]);
    revisions.set(stream, revision);
    await afterEach?.(position, n);
  }
}

/** Appends what is not there yet; each of these facts is followed live. */
async function followAll(store: EventStore, readSide: TestReadSide, entries: readonly Entry[], already: number): Promise<void> {
  await appendAll(store, entries, async (position, n) => {
    if (n >= already || n === entries.length - 1) await readSide.reached(position);
  });
}

describe('Over random histories with late facts and corrections', () => {
  test('live rows are those as of now, and those rebuilt from zero', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, fc.nat({ max: 40 }), async (entries, already) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        await appendAll(store, entries.slice(0, already));
        const readSide = new TestReadSide(store);
        try {
          await followAll(store, readSide, entries, already);
          const live = allRows(readSide.tables);
          const now = new Date(Date.now() + 1).toISOString();
          expect(allRows(readSide.tables, { asOf: now, knownAt: now })).toEqual(live);
          expect(await rebuiltRows(store)).toEqual(live);
        } finally {
          await readSide.stop();
          await store.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
