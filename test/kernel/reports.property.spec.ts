import { join } from 'node:path';
import fc from 'fast-check';
import type { Tables } from '#event-sourcing/projections';
import { SqliteEventStore } from '#event-store';
import { docx, errataOf, getReport, html, makeReport, markdown, type ReportPin } from '#reports';
import { REPORT_KINDS } from '#workstreams';
import { temporaryFolder } from '#test/files';
import { type Entry, randomHistory } from '#test/random-history/index';
import { rebuilt } from '#test/read-side';

async function appended(store: SqliteEventStore, entries: readonly Entry[], revisions: Map<string, bigint>): Promise<void> {
  for (const { stream, event } of entries) {
    const { revision } = await store.append(stream, revisions.get(stream) ?? 'none', [event]);
    revisions.set(stream, revision);
  }
}

type Made = Readonly<{ pin: ReportPin; json: string; markdown: string; html: string }>;

function made(pin: ReportPin, tables: Tables): Made {
  const report = makeReport(pin, tables);
  return { pin, json: JSON.stringify(report), markdown: markdown(report), html: html(report) };
}

const asked = fc.record({
  cycle: fc.integer({ min: 2014, max: 2018 }),
  kind: fc.constantFrom(...REPORT_KINDS),
  asOf: fc.constantFrom('2015-06-30', '2016', '2016-12-09', '2017-03', '2030'),
});

test('Over random histories a report can be made, and from the same pin it is the same before and after more facts', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory, fc.nat({ max: 40 }), asked, async (entries, already, query) => {
      const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
      const revisions = new Map<string, bigint>();
      try {
        await appended(store, entries.slice(0, already), revisions);
        const before = await rebuilt(store, (tables) => made(getReport(query, tables).body.pin, tables));
        await appended(store, entries.slice(already), revisions);
        const { after, errata } = await rebuilt(store, (tables) => ({
          after: made(before.pin, tables),
          errata: errataOf(before.pin, Number(tables.position()), tables),
        }));
        expect(after).toEqual(before);
        const recorded = new Set(entries.slice(already).map(({ event }) => event.id));
        for (const { causes } of errata) expect(causes.filter(({ factId }) => !recorded.has(factId))).toEqual([]);
      } finally {
        await store.close();
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('A Word document has the same bytes whenever it is written', async () => {
  const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
  const report = await rebuilt(store, (tables) => makeReport(getReport({ cycle: 2016, kind: 'chairs-summary' }, tables).body.pin, tables));
  await store.close();
  const first = Buffer.from(await docx(report));
  // What a file says of its making is exact to the millisecond.
  while (Date.now() % 2 !== 1);
  const second = Buffer.from(await docx(report));
  expect(second.equals(first)).toBe(true);
  expect(first.subarray(0, 2).toString()).toBe('PK');
});
