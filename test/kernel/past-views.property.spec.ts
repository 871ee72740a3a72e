import { join } from 'node:path';
import fc from 'fast-check';
import { type Event, foldAll, history, type Moment } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { SqliteEventStore } from '#event-store';
import { temporaryFolder } from '#test/files';
import { randomHistory } from '#test/random-history/index';
import { TestReadSide } from '#test/read-side';

/** All rows as of a moment by nothing but the facts. */
const fromFacts = (tables: Tables, { fold }: Projection, moment: Moment): readonly unknown[] =>
  tables
    .auditLog()
    .streamNames(fold.category)
    .flatMap((stream) => {
      const facts = history(tables.auditLog().ofStream(stream), moment);
      return facts.length === 0 ? [] : [foldAll(fold, facts)];
    });

const viewed = (tables: Tables, projection: Projection, moment: Moment): readonly unknown[] =>
  new View<unknown, Event>(tables, projection).rows({}, moment);

const viewedOneByOne = (tables: Tables, projection: Projection, moment: Moment): readonly unknown[] => {
  const { category } = projection.fold;
  const ids = tables
    .auditLog()
    .streamNames(category)
    .map((stream) => stream.slice(category.length + 1));
  return ids.flatMap((id) => new View<unknown, Event>(tables, projection).row(id, moment) ?? []);
};

const moments = fc.record(
  {
    asOf: fc.constantFrom('2015', '2016-03', '2016-07-11', '2016-11-14', '2017', '2030'),
    upTo: fc.nat({ max: 60 }),
    knownAt: fc.constantFrom('2015', '2030'),
  },
  { requiredKeys: [] },
);

describe('Rows of a past moment', () => {
  test('are those folded from the facts of that moment, whether they had to be folded or not', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, fc.array(moments, { minLength: 1, maxLength: 4 }), async (entries, asked) => {
        const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
        const readSide = new TestReadSide(store);
        try {
          const revisions = new Map<string, bigint>();
          for (const { stream, event } of entries) {
            const { revision, position } = await store.append(stream, revisions.get(stream) ?? 'none', [event]);
            revisions.set(stream, revision);
            await readSide.reached(position);
          }
          for (const moment of asked) {
            for (const projection of readSide.tables.models.projections) {
              const expected = fromFacts(readSide.tables, projection, moment);
              expect(viewed(readSide.tables, projection, moment)).toEqual(expected);
              expect(viewedOneByOne(readSide.tables, projection, moment)).toEqual(expected);
            }
          }
        } finally {
          await readSide.stop();
          await store.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
