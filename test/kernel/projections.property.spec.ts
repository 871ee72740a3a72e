import { join } from 'node:path';
import fc from 'fast-check';
import type { EventStore } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { EventStoreDbEventStore, SqliteEventStore } from '#event-store';
import { getFacts, getTimeline } from '#read-models';
import { EventStoreDbDouble } from '#test/eventstoredb/double';
import { temporaryFolder } from '#test/files';
import { type Entry, randomHistory } from '#test/random-history/index';
import { allRows, rebuilt, rebuiltRows, TestReadSide } from '#test/read-side';

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

/** Whatever people may be told, now and as of the middle of these histories. */
function told(tables: Tables): unknown {
  const asOf = '2016-03';
  const log = tables.auditLog();
  const timelines = log
    .streamNames('workstream')
    .map((stream) => stream.slice('workstream-'.length))
    .filter((workstreamId) => log.about(workstreamId).some(({ stream }) => stream === `workstream-${workstreamId}`))
    .flatMap((workstreamId) => [getTimeline({ workstreamId }, tables).body, getTimeline({ workstreamId, asOf }, tables).body]);
  const all = { rows: [allRows(tables), allRows(tables, { asOf })], timelines, facts: getFacts({ limit: 1000 }, tables).body };
  return withoutItsStore(
    all,
    log.after(-1, 1000).map(({ position }) => String(position)),
  );
}

/** Stores number their logs differently, and each stamps by its own clock: positions become places in the order, and times go. */
const withoutItsStore = (answers: unknown, positions: readonly string[]): unknown =>
  JSON.parse(
    JSON.stringify(answers, (name, value: unknown) => {
      if (name === 'position') return positions.indexOf(value as string);
      return name.startsWith('recorded') ? undefined : value;
    }),
  );

describe('Over random histories with late facts and corrections', () => {
  test('rows pinned to a position are those that were live when the log ended there', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, fc.nat({ max: 40 }), async (entries, nth) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        const readSide = new TestReadSide(store);
        const states: (readonly [upTo: number, rows: ReturnType<typeof allRows>])[] = [];
        try {
          await appendAll(store, entries, async (position, n) => {
            await readSide.reached(position);
            if (n === nth % entries.length) states.push([Number(position), allRows(readSide.tables)]);
          });
          expect(states).toHaveLength(1);
          for (const [upTo, rows] of states) expect(allRows(readSide.tables, { upTo })).toEqual(rows);
        } finally {
          await readSide.stop();
          await store.close();
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

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

  test('what is rebuilt from EventStoreDB is what is rebuilt from SQLite', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, async (entries) => {
        const double = await EventStoreDbDouble.start();
        const stores = [
          new SqliteEventStore(join(temporaryFolder(), 'tracker.db')),
          new EventStoreDbEventStore(double.url(), {
            categories: ['workstream', 'call', 'series', 'meeting', 'paper', 'figure', 'person', 'report'],
          }),
        ] as const;
        try {
          for (const store of stores) await appendAll(store, entries);
          expect(await rebuilt(stores[1], told)).toEqual(await rebuilt(stores[0], told));
        } finally {
          for (const store of stores) await store.close();
          await double.stop();
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
