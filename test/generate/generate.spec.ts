import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORRECTION_TYPES, DAY, firstDay, period } from '#event-sourcing';
import { temporaryFolder } from '#test/files';
import { generatedHistory, type Step } from '#test/generated-history/index';
import { igf, run } from '#test/programs';
import { FACT_TYPES, WORKSTREAM_KINDS } from '#workstreams';
import { Replay } from './replay.js';

const digest = (history: Iterable<Step>): string =>
  createHash('sha256')
    .update(JSON.stringify([...history]))
    .digest('hex');

const isCorrection = ({ event }: Step): boolean => (CORRECTION_TYPES as readonly string[]).includes(event.type);

/** Whether a fact was recorded more than thirty days after it had surely happened. */
const isLate = (step: Step): boolean => !isCorrection(step) && step.recordedAt - period(step.metadata.effective).end > 30 * DAY;

const share = (all: readonly Step[], which: (step: Step) => boolean): number => all.filter(which).length / all.length;

describe('A generated history', () => {
  const history = [...generatedHistory(20_000, 7)];

  test('has the length that was asked for, and is the same for the same seed', () => {
    expect(history).toHaveLength(20_000);
    expect(digest(generatedHistory(2000, 3))).toBe(digest(generatedHistory(2000, 3)));
    expect(digest(generatedHistory(2000, 4))).not.toBe(digest(generatedHistory(2000, 3)));
  });

  test('holds every kind of fact and of workstream', () => {
    const types = new Set(history.map(({ event }) => event.type));
    expect([...FACT_TYPES, ...CORRECTION_TYPES].filter((type) => !types.has(type))).toEqual([]);
    expect(history.filter(({ event, revision }) => revision === 0 && event.type.endsWith('Registered')).length).toBeGreaterThan(
      WORKSTREAM_KINDS.length * 10,
    );
  });

  test('goes over decades, is recorded in order, and nothing before it happened', () => {
    const years = history.map(({ recordedAt }) => new Date(recordedAt).getUTCFullYear());
    expect(years[0]).toBe(2006);
    expect([2025, 2026]).toContain(years.at(-1));
    expect(history.every(({ recordedAt }, index) => index === 0 || recordedAt >= history[index - 1]!.recordedAt)).toBe(true);
    expect(history.every(({ metadata, recordedAt }) => firstDay(period(metadata.effective)) * DAY <= recordedAt)).toBe(true);
  });

  test('numbers its streams without gaps, and its ids come once', () => {
    const next = new Map<string, number>();
    for (const { stream, revision } of history) {
      expect(revision).toBe(next.get(stream) ?? 0);
      next.set(stream, revision + 1);
    }
    expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
  });

  test('is entered late about once in thirty facts, and corrected about once in a hundred', () => {
    expect(1 / share(history, isLate)).toBeGreaterThan(20);
    expect(1 / share(history, isLate)).toBeLessThan(45);
    expect(1 / share(history, isCorrection)).toBeGreaterThan(65);
    expect(1 / share(history, isCorrection)).toBeLessThan(130);
  });

  test('obeys the rules: each fact is recorded again by its command', async () => {
    expect(await new Replay([...generatedHistory(4000, 7)]).faults()).toEqual([]);
  }, 180_000);
});

describe('npm run generate', () => {
  const generate = async (...args: readonly string[]) =>
    run(['dist/test/generate/main.js', '--events', '1500', '--seed', '5', ...args], {});

  test('makes a store of which an export is what it writes as NDJSON, and that can be imported', async () => {
    const folder = temporaryFolder();
    const [store, other, file] = [`file:${join(folder, 'a.db')}`, `file:${join(folder, 'b.db')}`, join(folder, 'a.ndjson')];
    const stored = await generate('--store', store);
    expect(stored.exitCode).toBe(0);
    expect(stored.stdout).toMatch(`EVENT_STORE_URL=${store} npm start`);
    expect(await generate('--out', file)).toMatchObject({ exitCode: 0 });
    const written = readFileSync(file, 'utf8');
    expect((await igf(['export', '--store', store])).stdout).toBe(written);
    const imported = await igf(['import', '--json', '--store', other, file]);
    expect(JSON.parse(imported.stdout)).toEqual({ added: 1500, already: 0, unplaced: [] });
    expect((await igf(['export', '--store', other])).stdout).toBe(written);
  }, 120_000);

  test('replaces no store of others', async () => {
    const store = `file:${join(temporaryFolder(), 'a.db')}`;
    await generate('--store', store);
    const again = await generate('--store', store);
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toMatch('is there already');
  });
});
