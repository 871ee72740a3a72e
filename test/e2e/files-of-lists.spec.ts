import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CallList, FactPage } from '#read-models';
import { temporaryFolder } from '#test/files';
import { linksOf } from '#test/links';
import { igf } from '#test/programs';
import { type Reply, TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';
const LISTS: Readonly<Record<string, string>> = {
  workstreams: 'workstreams',
  calls: 'calls',
  meetings: 'meetings',
  papers: 'papers',
  series: 'series',
  figures: 'groups',
  people: 'people',
  facts: 'facts',
  'status-rules': 'rules',
};
const FORMULAS = ['=1+1', '＝1+1', '+1', '-1', '@SUM(A1)', "'=1+1", 'a "b", c\nd'];

let server: TestServer;
beforeAll(async () => {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  await igf(['import', '--json', '--store', `file:${join(folder, 'tracker.db')}`, ...files]);
  server = await TestServer.start(folder);
  for (const name of FORMULAS) await server.put(`/v1/policy-networks/${randomUUID()}`, { name, effective: '2021' });
  await server.getLatest('/v1/calls');
}, 60_000);
afterAll(async () => server.stop());

type Line = Readonly<Record<string, string>>;

const linesOf = ({ text }: Reply): readonly Line[] => parse(text, { columns: true, record_delimiter: '\r\n' });

/** The text of a cell as it was before it was disarmed. */
const rearmed = (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text);

/** What a line says at the path that a column names; nothing where there is no such place. */
const at = (entry: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name], entry);

/** What is expected in a cell, worked out by another way than that of the server. */
function expected(entry: object, column: string): string {
  const value = at(entry, column.split('.')) ?? '';
  const isOuter = typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0;
  if (isOuter) throw new Error(`${column} holds columns of its own.`);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Every value within an entry that is a cell. */
const leaves = (value: unknown): number =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
    ? Object.values(value).reduce<number>((sum, inner) => sum + leaves(inner), 0)
    : Number(value !== null && value !== '');

describe('A list as CSV', () => {
  test.each(Object.entries(LISTS))('of %s, read back, is what the list says, entry by entry', async (list, field) => {
    const entries: object[] = [];
    for (let next: string | undefined = `/v1/${list}?limit=1000`; next !== undefined;) {
      const page = await server.get(next);
      entries.push(...(page.body as Record<string, object[]>)[field]!);
      next = linksOf(page).get('next');
    }
    const lines = linesOf(await server.get(`/v1/${list}?format=csv`));
    expect(lines).toHaveLength(entries.length);
    for (const [n, line] of lines.entries()) {
      const told = Object.entries(line).map(([column, text]) => [column, rearmed(text)]);
      expect(told).toEqual(Object.keys(line).map((column) => [column, expected(entries[n]!, column)]));
      expect(Object.values(line).filter((text) => text !== '')).toHaveLength(leaves(entries[n]));
    }
  });

  test('arms no spreadsheet: what would be a formula is text, and can be told from text that looked so before', async () => {
    const lines = linesOf(await server.get('/v1/workstreams?kind=policy-network&format=csv'));
    const names = lines.map(({ name }) => name!);
    expect(names.filter((name) => /^[=+\-@\t\r]/.test(name))).toEqual([]);
    expect(names.map(rearmed)).toEqual(expect.arrayContaining(FORMULAS));
  });

  test('is UTF-8 with a first line of names, lines ended as in RFC 4180, and a file name that says what it is', async () => {
    const { headers, text } = await server.get('/v1/calls?format=csv&asOf=2016-09-01');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="calls-as-of-2016-09-01-at-\d+\.csv"$/);
    expect(text).toMatch(/^callId,|^status,callId,/);
    expect(text.endsWith('\r\n')).toBe(true);
  });
});

describe('A list as NDJSON', () => {
  test('has one entry a line, all of them', async () => {
    const { text, headers } = await server.get('/v1/facts?format=ndjson');
    const facts = text.trimEnd().split('\n');
    expect(facts.map((line) => (JSON.parse(line) as { factId: string }).factId)).toEqual((await server.facts()).map(({ id }) => id));
    expect(headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
  });
});

describe('A file', () => {
  test.each([
    ['text/csv', 'text/csv'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['text/csv;q=0.5, application/json', 'application/json'],
    ['text/html, */*;q=0.8', 'application/json'],
    ['image/png', 'application/json'],
  ])('is given to a reader who accepts %s as %s', async (accept, type) => {
    const { headers } = await server.get('/v1/calls', { accept });
    expect(headers.get('content-type')!.split(';')[0]).toBe(type);
    expect(headers.get('vary')).toMatch(/\bAccept(,|$)/);
  });

  test('has the form that the question names, whatever the reader accepts', async () => {
    const { headers } = await server.get('/v1/calls?format=json', { accept: 'text/csv' });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect((await server.get('/v1/calls?format=pdf')).body).toMatchObject({ errors: [{ pointer: '/format' }] });
  });

  test('says up to where in the log it goes, and under which terms it may be used', async () => {
    const reply = await server.get('/v1/calls?format=csv');
    expect(reply.headers.get('x-log-position')).toBe(String((await server.facts()).at(-1)!.position));
    expect(linksOf(reply).get('license')).toContain('publicdomain/zero');
  });

  test('holds the page that was asked for, with a way to the next, where a limit is given', async () => {
    const page = (await server.get('/v1/calls?limit=3')).body as CallList;
    const reply = await server.get('/v1/calls?limit=3&format=csv');
    expect(linesOf(reply).map(({ callId }) => callId)).toEqual(page.calls.map(({ callId }) => callId));
    expect(linesOf(await server.get(linksOf(reply).get('next')!))).toHaveLength(3);
  });

  test('of more than a page goes on behind it, up to the position at which it began', async () => {
    const coalitions = Array.from({ length: 400 }, (_, n) => ({ name: `Coalition ${n}`, effective: '2010' }));
    await Promise.all(coalitions.map(async (coalition) => server.put(`/v1/dynamic-coalitions/${randomUUID()}`, coalition)));
    await server.getLatest('/v1/calls');
    const { total } = (await server.get('/v1/facts?limit=1')).body as FactPage;
    expect(total).toBeGreaterThan(1000);
    expect(linesOf(await server.get('/v1/facts?format=csv'))).toHaveLength(total);
  }, 60_000);

  test('that the reader has already is not sent again', async () => {
    const etag = (await server.get('/v1/calls?format=csv')).headers.get('etag')!;
    expect(await server.get('/v1/calls?format=csv', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
  });
});
