import { join } from 'node:path';
import fc from 'fast-check';
import { SqliteEventStore } from '#event-store';
import { getCalendar, getCalendarFeed } from '#read-models';
import { temporaryFolder } from '#test/files';
import { readCalendar } from '#test/i-calendar';
import { randomHistory } from '#test/random-history/index';
import { rebuilt } from '#test/read-side';
import { foldLines } from './fold-lines.js';
import { iCalendar } from './i-calendar.js';

const ORIGIN = 'https://tracker.example.org';

test('Over random histories every file can be read strictly, holds each entry once, and is the same again', async () => {
  await fc.assert(
    fc.asyncProperty(randomHistory, async (entries) => {
      const store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'));
      const revisions = new Map<string, bigint>();
      for (const { stream, event } of entries)
        revisions.set(stream, (await store.append(stream, revisions.get(stream) ?? 'none', [event])).revision);
      await rebuilt(store, (tables) => {
        const { body } = getCalendarFeed({}, tables);
        const file = iCalendar(body, {}, ORIGIN);
        const toTheDay = body.entries.filter(({ precision }) => precision === 'day' || precision === 'instant');
        const { events } = readCalendar(file);
        expect(events.map(({ uid }) => uid.split('@')[0])).toEqual(toTheDay.map(({ id }) => id));
        expect(events.map(({ status }) => status === 'CANCELLED')).toEqual(toTheDay.map(({ state }) => state === 'cancelled'));
        expect(iCalendar(getCalendarFeed({}, tables).body, {}, ORIGIN)).toBe(file);
        for (const { factIds } of body.entries) for (const id of factIds) expect(tables.auditLog().byId(id)).toBeDefined();
        // What is picked by its months is what is found among all.
        const [from, to] = ['2015-06', '2016-02'];
        const byMonth = getCalendar({ from, to, limit: 1000 }, tables).body.entries;
        const byYears = getCalendar({ from: '1000', to: '9000', limit: 1000 }, tables).body.entries;
        const ids = new Set(byMonth.map(({ id }) => id));
        expect(byYears.filter(({ id }) => ids.has(id))).toEqual(byMonth);
      });
      await store.close();
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('Lines are folded at 75 octets, and no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const line = `SUMMARY:${text.replaceAll(/[\r\n]/g, '')}`;
      const parts = foldLines(line).split('\r\n');
      expect(parts.every((part) => Buffer.byteLength(part) <= 75)).toBe(true);
      expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line);
    }),
  );
});
