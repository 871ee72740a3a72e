import { join } from 'node:path';
import fc from 'fast-check';
import type { Event, Moment } from '#event-sourcing';
import { type Findable, soughtWords, type Tables, View, wordsOf } from '#event-sourcing/projections';
import { SqliteEventStore } from '#event-store';
import { search, type SearchResult } from '#read-models';
import { temporaryFolder } from '#test/files';
import { generatedHistory } from '#test/generated-history/index';
import { rebuilt, TestReadSide } from '#test/read-side';
import { asTakenOver, fill } from '../generate/fill.js';

/** All that can be found as of a moment, by the rows alone. */
const findables = (tables: Tables, moment: Moment): readonly Findable[] =>
  tables.models.projections.flatMap((projection) =>
    projection.findables ? new View<unknown, Event>(tables, projection).rows({}, moment).flatMap(projection.findables.of) : [],
  );

const wordsIn = ({ said }: Findable): readonly string[] => said.flatMap(({ text }) => wordsOf(text).map(({ word }) => word));

/** How many of each kind have all the words, found without an index. */
function expected(all: readonly Findable[], q: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const each of all) {
    const words = wordsIn(each);
    const isFound = soughtWords(q).every((start) => words.some((word) => word.startsWith(start)));
    if (isFound) counts[each.kind] = (counts[each.kind] ?? 0) + 1;
  }
  return counts;
}

const counted = ({ kinds }: SearchResult): unknown => Object.fromEntries(kinds.map(({ kind, hits }) => [kind, hits]));

const moments = fc.record(
  {
    asOf: fc.constantFrom('2006-03', '2007', '2008-06-15', '2010', '2030'),
    upTo: fc.nat({ max: 600 }),
    knownAt: fc.constantFrom('2006-03', '2007', '2008-06-15', '2010', '2030'),
  },
  { requiredKeys: [] },
);

/** Words of some text that is on record, perhaps of a correction that took it away, each cut short somewhere. */
const questions = fc.array(
  fc.record({ which: fc.nat(), first: fc.nat(), second: fc.option(fc.nat()), length: fc.integer({ min: 1, max: 12 }), moment: moments }),
  { minLength: 12, maxLength: 12 },
);

describe('Over generated histories with late facts and corrections', () => {
  test('what is found as of any moment is what the rows of that moment say, live and rebuilt', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1000 }), questions, async (seed, asked) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        const steps = [...generatedHistory(600, seed)];
        const [before, after] = [steps.slice(0, 300), steps.slice(300)];
        await fill(store, before, asTakenOver);
        const readSide = new TestReadSide(store);
        const { tables } = readSide;
        try {
          await readSide.reached(BigInt(before.length));
          await fill(store, after, asTakenOver);
          await readSide.reached(BigInt(steps.length));
          const texts = findables(tables, {}).map(wordsIn);
          const all = asked.map(({ which, first, second, length, moment }) => {
            const words = texts[which % texts.length]!;
            const chosen = [first, ...(second === null ? [] : [second])].map((index) => words[index % words.length]!.slice(0, length));
            return { q: chosen.join(' '), ...moment };
          });
          const live = all.map((query) => search(query, tables).body);
          for (const [index, { q, ...moment }] of all.entries()) {
            expect({ q, moment, found: counted(live[index]!) }).toEqual({ q, moment, found: expected(findables(tables, moment), q) });
            expect(live[index]!.unread).toBe(0);
          }
          expect(await rebuilt(store, (anew) => all.map((query) => search(query, anew).body))).toEqual(live);
        } finally {
          await readSide.stop();
          await store.close();
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 240_000);
});
