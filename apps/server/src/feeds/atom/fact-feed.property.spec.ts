import { join } from 'node:path';
import fc from 'fast-check';
import { CORRECTION_TYPES, type Fact } from '#event-sourcing';
import type { Condition, Tables } from '#event-sourcing/projections';
import { SqliteEventStore } from '#event-store';
import { factFeed, FEEDS, readModels } from '#read-models';
import { feedFaults, isArchive } from '#test/atom/rules';
import { factIdsIn, type FeedDocument, walk } from '#test/atom/walk';
import { temporaryFolder } from '#test/files';
import { idOf } from '#test/random-history/happening';
import { type Entry, randomHistory } from '#test/random-history/index';
import { TestReadSide } from '#test/read-side';
import { factFeedXml } from './fact-feed.js';

const PAGE = 3;
const DESCRIPTION = { title: 'A feed', path: '/feed', page: '/' };

/** A document of a feed with small pages, by its address. */
const documentOf = (conditions: readonly Condition[], tables: Tables) => (address: string) => {
  const page = new URL(address, 'http://localhost').searchParams.get('page');
  return factFeedXml(DESCRIPTION, factFeed(conditions, page === null ? undefined : Number(page), tables, PAGE), {});
};

/** Ids of those whom the fact of a stream names as those that it is about. */
function namedIn({ type, data }: Fact): readonly string[] {
  const field = readModels.subjects[type];
  return field === undefined ? [] : [(data as Readonly<Record<string, string | readonly string[]>>)[field] ?? []].flat();
}

/** What each feed should hold, told by going through the log once, from the oldest fact to the latest. */
function expected(facts: readonly Fact[]): Readonly<Record<'all' | 'corrections' | 'ofWorkstream' | 'ofKind', readonly string[]>> {
  const about = new Map<string, Set<string>>();
  const phases = new Set<string>();
  const told = { all: [] as string[], corrections: [] as string[], ofWorkstream: [] as string[], ofKind: [] as string[] };
  for (const fact of facts) {
    const subjects = about.get(fact.stream) ?? new Set();
    about.set(fact.stream, subjects);
    for (const id of namedIn(fact)) {
      if (fact.stream === `workstream-${id}` && !subjects.has(id) && fact.type === 'CenbPhaseRegistered') phases.add(id);
      subjects.add(id);
    }
    told.all.push(fact.id);
    if (CORRECTION_TYPES.some((type) => type === fact.type)) told.corrections.push(fact.id);
    if (subjects.has(idOf('workstream 1'))) told.ofWorkstream.push(fact.id);
    if ([...subjects].some((id) => phases.has(id))) told.ofKind.push(fact.id);
  }
  return told;
}

const feeds = {
  all: FEEDS.all(),
  corrections: FEEDS.corrections(),
  ofWorkstream: FEEDS.ofWorkstream(idOf('workstream 1')),
  ofKind: FEEDS.ofKind('cenb-phase'),
} as const;

const walkAll = async (tables: Tables): Promise<Readonly<Record<keyof typeof feeds, readonly FeedDocument[]>>> => ({
  all: await walk('/feed', documentOf([feeds.all], tables)),
  corrections: await walk('/feed', documentOf([feeds.corrections], tables)),
  ofWorkstream: await walk('/feed', documentOf([feeds.ofWorkstream], tables)),
  ofKind: await walk('/feed', documentOf([feeds.ofKind], tables)),
});

const NAMES = Object.keys(feeds) as readonly (keyof typeof feeds)[];

/** Appends the entries behind those that are there. */
async function append(store: SqliteEventStore, entries: readonly Entry[]): Promise<bigint> {
  let last = await store.end();
  for (const { stream, event } of entries) {
    const before = await store.read(stream);
    last = (await store.append(stream, before.at(-1)?.revision ?? 'none', [event])).position;
  }
  return last;
}

describe('Over random histories', () => {
  test('a feed with its archive tells of each fact once and in order, and its archive keeps its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, fc.integer({ min: 1, max: 40 }), async (entries, already) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        const readSide = new TestReadSide(store);
        try {
          await readSide.reached(await append(store, entries.slice(0, already)));
          const before = await walkAll(readSide.tables);
          await readSide.reached(await append(store, entries.slice(already)));
          const after = await walkAll(readSide.tables);
          const told = expected(readSide.tables.auditLog().after(-1, 1000));
          for (const name of NAMES) {
            expect(factIdsIn(after[name]).toReversed()).toEqual(told[name]);
            expect(after[name].flatMap(({ feed }) => feedFaults(feed))).toEqual([]);
            expect(after[name].map(({ feed }) => isArchive(feed))).toEqual(after[name].map((_, index) => index > 0));
            const archive = new Map(after[name].map(({ address, text }) => [address, text]));
            for (const { address, text } of before[name].slice(1)) expect(archive.get(address)).toBe(text);
          }
        } finally {
          await readSide.stop();
          await store.close();
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
