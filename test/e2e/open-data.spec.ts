import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { OPEN_TABLES, type OpenDataManifest } from '#open-data';
import type { CallView, WorkstreamList } from '#read-models';
import { temporaryFolder } from '#test/files';
import { igf } from '#test/programs';
import { TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';
const FORMULA = '=HYPERLINK("https://example.org")';

let server: TestServer;
let store: string;
let personId: string;
beforeAll(async () => {
  const folder = temporaryFolder();
  store = `file:${join(folder, 'tracker.db')}`;
  await igf(['import', '--store', store, ...readdirSync(SAMPLE).map((name) => join(SAMPLE, name))]);
  server = await TestServer.start(folder);
  personId = randomUUID();
  await server.put(`/v1/people/${personId}`, { name: FORMULA, organisation: 'write to ada@example.org', effective: '2016' });
}, 60_000);
afterAll(async () => server.stop());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const bytesOf = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(server.url + path)).arrayBuffer());

const latest = async (): Promise<OpenDataManifest> => (await server.getLatest('/v1/open-data')).body as OpenDataManifest;

const pinnedTo = ({ position }: OpenDataManifest): string => `upTo=${position}`;

type Cells = Readonly<Record<string, string>>;

/** A table as a program reads it that has read what the manifest says of it: what was disarmed is as it was. */
async function table(name: string, manifest: OpenDataManifest): Promise<readonly Cells[]> {
  const { text } = await server.get(`/v1/open-data/files/${name}.csv?${pinnedTo(manifest)}`);
  const rows = parse<Cells>(text, { columns: true });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value.replace(/^'(?='*[=+\-@\t\r])/, '')])),
  );
}

const record = async (): Promise<void> => {
  const reply = await server.put(`/v1/people/${randomUUID()}`, { name: 'Ada', effective: '2016' });
  expect(reply.status).toBe(201);
};

describe('The open data', () => {
  test('are all facts and a table of each view, with hashes that hold', async () => {
    const manifest = await latest();
    const facts = await server.facts();
    expect(manifest).toMatchObject({ position: String(facts.at(-1)!.position), facts: facts.length, licence: { spdx: 'CC0-1.0' } });
    for (const { name, bytes, sha256: hash } of manifest.files) {
      const file = await bytesOf(`/v1/open-data/files/${name}?${pinnedTo(manifest)}`);
      expect({ name, bytes: file.length, hash: sha256(file) }).toEqual({ name, bytes, hash });
    }
    const lines = (await server.get(`/v1/open-data/files/facts.ndjson?${pinnedTo(manifest)}`)).text.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(facts.map(({ id }) => id));
  });

  test('say of a call what the interface says of it', async () => {
    const manifest = await latest();
    const rows = await table('calls', manifest);
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      const call = (await server.get(`/v1/calls/${row.call_id!}?${pinnedTo(manifest)}&asOf=${manifest.asOf!}`)).body as CallView;
      expect(row).toMatchObject({
        title: call.title,
        stage: call.stage,
        opened: call.opened!.effective,
        contributions: String(call.counts.total.count),
        workstream_ids: call.workstreams.map(({ workstreamId }) => workstreamId).join(' '),
      });
    }
    const { workstreams } = (await server.get('/v1/workstreams?limit=1000')).body as WorkstreamList;
    const names = (await table('workstreams', manifest)).map((row) => [row.workstream_id, row.name]);
    expect(new Map(names as [string, string][])).toEqual(new Map(workstreams.map(({ workstreamId, name }) => [workstreamId, name])));
  });

  test('say of every line which facts it is made of', async () => {
    const manifest = await latest();
    const known = new Set((await server.facts()).map(({ id }) => id));
    for (const { name, columns } of OPEN_TABLES) {
      const rows = await table(name, manifest);
      const ids = rows.flatMap((row) => row.fact_ids!.split(' ').filter(Boolean));
      expect(ids.filter((id) => !known.has(id))).toEqual([]);
      for (const row of rows) expect(Object.keys(row)).toEqual(columns.map((column) => column.name));
    }
  });

  test('hold no formulas that a spreadsheet would run, and no e-mail addresses', async () => {
    const manifest = await latest();
    const { text } = await server.get(`/v1/open-data/files/people.csv?${pinnedTo(manifest)}`);
    const [ada] = parse<Cells>(text, { columns: true }).filter((row) => row.person_id === personId);
    expect(ada).toMatchObject({ name: `'${FORMULA}`, organisation: 'write to [e-mail address left out]' });
    expect((await table('people', manifest)).find((row) => row.person_id === personId)!.name).toBe(FORMULA);
    for (const { name } of manifest.files)
      expect((await server.get(`/v1/open-data/files/${name}?${pinnedTo(manifest)}`)).text).not.toContain('ada@example.org');
  });

  test('come with a dictionary that tells of every column in every table', async () => {
    const manifest = await latest();
    const { text } = await server.get(`/v1/open-data/files/csv-metadata.json?${pinnedTo(manifest)}`);
    type Described = Readonly<{ url: string; tableSchema: { columns: readonly Readonly<{ name: string; 'dc:description': string }>[] } }>;
    const { tables } = JSON.parse(text) as Readonly<{ tables: readonly Described[] }>;
    for (const { url, tableSchema } of tables) {
      const [header] = parse((await server.get(`/v1/open-data/files/${url}?${pinnedTo(manifest)}`)).text);
      expect(tableSchema.columns.map(({ name }) => name)).toEqual(header);
      for (const column of tableSchema.columns) expect(column['dc:description']).toMatch(/\.$/);
    }
    expect(tables.map(({ url }) => url)).toEqual(manifest.files.map(({ name }) => name).filter((name) => name.endsWith('.csv')));
  });
});

describe('At one position the open data', () => {
  test('have the same bytes, whatever is recorded while they are made and afterwards', async () => {
    const before = await latest();
    const [manifest] = await Promise.all([server.get(`/v1/open-data?${pinnedTo(before)}&asOf=${before.asOf!}`), record(), record()]);
    expect((manifest.body as OpenDataManifest).files).toEqual(before.files);
    expect((await latest()).facts).toBe(before.facts + 2);
    const again = (await server.get(`/v1/open-data?${pinnedTo(before)}`)).body;
    expect(again).toEqual(before);
  });

  test('are the same archive, which holds the same files', async () => {
    const manifest = await latest();
    const path = `/v1/open-data/archive.zip?${pinnedTo(manifest)}`;
    const [first, second] = [await bytesOf(path), await bytesOf(path)];
    expect(sha256(second)).toBe(sha256(first));
    const files = unzipSync(first);
    expect(JSON.parse(Buffer.from(files['manifest.json']!).toString())).toEqual(manifest);
    for (const { name, sha256: hash } of manifest.files) expect(sha256(files[name]!)).toBe(hash);
  });

  test('are those that the command line writes', async () => {
    const manifest = await latest();
    const folder = join(temporaryFolder(), 'open-data');
    const { exitCode } = await igf(['export', '--open-data', folder, '--store', store]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest);
    for (const { name, sha256: hash } of manifest.files) expect(sha256(readFileSync(join(folder, name)))).toBe(hash);
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
      manifest.files.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join(''),
    );
  });

  test('are not sent again to those who have them', async () => {
    const path = `/v1/open-data/files/calls.csv?${pinnedTo(await latest())}`;
    const { headers } = await server.get(path);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const again = await server.get(path, { 'if-none-match': headers.get('etag')! });
    expect([again.status, again.text]).toEqual([304, '']);
  });
});

test('Of another name than those in the manifest there is no file', async () => {
  expect((await server.get('/v1/open-data/files/..%2Ftracker.db')).status).toBe(400);
  expect((await server.get('/v1/open-data/files/facts.csv')).status).toBe(400);
});
