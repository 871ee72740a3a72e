import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Fact, foldAll, history, type Recorded } from '#event-sourcing';
import { openEventStore } from '#event-store';
import { callForInput } from '#workstreams';
import { aCsv, aFile } from '#test/csv';
import { temporaryFolder } from '#test/files';
import { igf, type Ran } from '#test/programs';
import { TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';
const sample = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));

let folder: string;
let store: string;

beforeEach(() => {
  folder = temporaryFolder();
  store = `file:${join(folder, 'tracker.db')}`;
});

async function recorded(): Promise<readonly Recorded[]> {
  const opened = openEventStore(store);
  try {
    for await (const { events } of opened.subscribe('start', new AbortController().signal)) return events;
    return [];
  } finally {
    await opened.close();
  }
}

describe('igf import', () => {
  test('loads the sample history; what it cannot place it lists; a second run adds nothing', async () => {
    const first = await igf(['import', '--store', store, '--json', ...sample]);
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    const report = JSON.parse(first.stdout) as {
      added: number;
      already: number;
      unplaced: { file: string; line: number; reason: string }[];
    };
    expect(await recorded()).toHaveLength(report.added);
    const kept = ['bpfs', 'calls', 'cenb', 'counts', 'cycles', 'dcs', 'nris', 'participants', 'meetings', 'outputs'].map((name) =>
      join(SAMPLE, `${name}.csv`),
    );
    expect(report.unplaced.filter(({ file }) => kept.includes(file))).toEqual([]);

    const second = await igf(['import', '--json', ...sample], { EVENT_STORE_URL: store });
    expect(JSON.parse(second.stdout)).toMatchObject({ added: 0, unplaced: report.unplaced });
    expect(await recorded()).toHaveLength(report.added);
  });

  test('the call of CENB Phase II in it reads back as the sources have it', async () => {
    await igf(['import', '--store', store, ...sample]);
    const all = (await recorded()).map(decode);
    const ofCall = (moment = {}): ReturnType<typeof foldAll<typeof callForInput.initial, never>> => {
      const { stream } = all.find((fact) => fact.type === 'CallOpened' && isTheCall(fact))!;
      const facts = all.filter((fact) => fact.stream === stream);
      return foldAll(callForInput, history(facts, moment));
    };
    expect(ofCall()).toMatchObject({
      opened: { effective: '2016-07-11' },
      deadlines: [
        { kind: 'inclusion', original: '2016-08-31' },
        { kind: 'closing', current: '2016-11-14' },
      ],
      counted: [{ quantity: { printed: '40+' } }, { quantity: { printed: '120+' }, includesOtherCalls: true }],
    });
    expect(ofCall({ asOf: '2016-09-01' })).toMatchObject({ status: 'open', deadlines: [{ current: '2016-08-31' }] });
  });

  test('a dry run says what would be added, and leaves no file behind', async () => {
    const { stdout, exitCode } = await igf(['import', '--dry-run', '--store', store, ...sample]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+ facts would be added; \d+ are on record already. Nothing has been written.$/m);
    expect(existsSync(join(folder, 'tracker.db'))).toBe(false);
  });

  test.each([
    ['a broken quote', 'bad.csv', 'name,abbreviation,year_established,status_changes,source\nx,"y,,,\n', 'bad.csv:2: a quote is opened'],
    ['a missing column', 'bad.csv', 'name,abbreviation,status_changes,source\nx,,,\n', "bad.csv:1: column 'year_established' is missing"],
    [
      'invalid UTF-8',
      'bad.csv',
      Buffer.from('name,abbreviation,year_established,status_changes,source\nx\xe9,,,,\n', 'latin1'),
      'bad.csv:2: this line is not UTF-8',
    ],
  ])('a file with %s ends it with a fault that names the place, and nothing is written', async (_, name, content, message) => {
    const { exitCode, stdout, stderr } = await igf(['import', '--store', store, '--json', ...sample, aFile(name, content)]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(await recorded()).toEqual([]);
  });

  test('a row with a malformed date is listed with its line', async () => {
    const { stdout, exitCode } = await igf(['import', '--store', store, aCsv('dcs', 'Dynamic Coalition on Tests,,2016-13,,')]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/dcs.csv:2: year_established: '2016-13' is not a date: give YYYY/);
  });

  test('an address that is of no event store is refused', async () => {
    const { exitCode, stderr } = await igf(['import', '--store', 'http://localhost', ...sample]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining("'http://localhost' is not the address of an event store") as string,
    });
  });
});

describe('igf export', () => {
  test('prints every fact on a line of its own, in the order of the log, from a position on', async () => {
    await igf(['import', '--store', store, ...sample]);
    const all = await recorded();
    const lines = (await igf(['export', '--store', store])).stdout.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(all.map(({ id }) => id));
    expect(JSON.parse(lines[0]!)).toMatchObject({ position: String(all[0]!.position), data: JSON.parse(all[0]!.data) as object });
    const rest = await igf(['export', '--store', store, '--after', String(all.at(-3)!.position)]);
    expect(rest.stdout.trimEnd().split('\n')).toEqual(lines.slice(-2));
  });
});

describe('igf rebuild', () => {
  test('builds the read side anew beside the store', async () => {
    await igf(['import', '--store', store, ...sample]);
    const { stdout, exitCode } = await igf(['rebuild', '--store', store]);
    expect({ stdout, exitCode }).toEqual({ stdout: `Rebuilt from ${(await recorded()).length} facts.\n`, exitCode: 0 });
    expect(readdirSync(join(folder, 'tracker.db.read'))).toContain('current');
  });
});

const isTheCall = ({ data }: Fact): boolean => {
  const { title, inclusionDate } = data as { title?: string; inclusionDate?: string };
  return title === 'Call for public input' && inclusionDate === '2016-08-31';
};

describe('A store that is not there', () => {
  test.each(['export', 'rebuild'])('is not made by igf %s', async (command) => {
    const { exitCode, stderr } = await igf([command, '--store', store]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: `igf: There is no event store ${join(folder, 'tracker.db')}.\n` });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not made by an import of a broken file', async () => {
    await igf(['import', '--store', store, aFile('bad.csv', 'x\n')]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('has a name: facts are not thrown away with a file that has none', async () => {
    const { exitCode, stderr } = await igf(['import', '--store', 'file:', ...sample]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "igf: 'file:' names no file: give file:PATH.\n" });
  });
});

describe('igf import of what igf export has written', () => {
  const answers = async (): Promise<readonly unknown[]> => {
    const server = await TestServer.start(folder);
    try {
      const paths = ['/v1/workstreams', '/v1/calls', '/v1/workstreams?asOf=2016-09-01', '/v1/facts?limit=1000', '/v1/calls?knownAt=2016'];
      const replies = [];
      for (const path of paths) replies.push((await server.getLatest(path)).body);
      return replies;
    } finally {
      await server.stop();
    }
  };

  test('into an empty store gives the same facts and the same answers; a second time it adds nothing', async () => {
    await igf(['import', '--store', store, ...sample]);
    const registration = (await recorded()).find(({ type }) => type === 'BestPracticeForumRegistered')!;
    const reason = ['--reason', 'as the page has it'];
    await igf(['amend', registration.id, '--store', store, '--set', 'outputTitle=Another', ...reason]);
    const exported = await igf(['export', '--store', store]);
    const before = await answers();
    const log = aFile('log.ndjson', exported.stdout);
    const facts = await recorded();

    folder = temporaryFolder();
    store = `file:${join(folder, 'tracker.db')}`;
    const taken = await igf(['import', '--store', store, '--json', log]);
    expect(JSON.parse(taken.stdout)).toEqual({ added: facts.length, already: 0, unplaced: [] });
    expect((await igf(['export', '--store', store])).stdout).toBe(exported.stdout);
    expect(await answers()).toEqual(before);
    const again = await igf(['import', '--store', store, '--json', log]);
    expect(JSON.parse(again.stdout)).toEqual({ added: 0, already: facts.length, unplaced: [] });
    const tables = await igf(['import', '--store', store, '--json', ...sample]);
    expect(JSON.parse(tables.stdout)).toMatchObject({ added: 0 });
  });

  test('is refused as a whole when a line is broken, and names a fact whose place is taken', async () => {
    await igf(['import', '--store', store, ...sample]);
    const lines = (await igf(['export', '--store', store])).stdout.trim().split('\n');
    const broken = aFile('broken.ndjson', `${lines[0]}\n{"stream":`);
    expect(await igf(['import', '--store', store, broken])).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/broken\.ndjson:2: this line is not JSON/) as unknown,
    });
    const other = aFile('other.ndjson', lines[0]!.replace(/"id":"[0-9a-f]/, '"id":"0'));
    const report = JSON.parse((await igf(['import', '--store', store, '--json', other])).stdout) as unknown;
    expect(report).toMatchObject({
      added: 0,
      unplaced: [{ line: 1, reason: expect.stringMatching(/does not have revision 0 free/) as unknown }],
    });
  });
});

describe('igf amend, retract, reattribute and duplicate', () => {
  const lastFact = async (type: string): Promise<Recorded> => (await recorded()).findLast((event) => event.type === type)!;
  const correct = async (...args: readonly string[]): Promise<Ran> => igf([...args, '--reason', 'as the page has it', '--store', store]);

  test('record corrections with reason and source, and refuse what the rules refuse', async () => {
    await igf(['import', '--store', store, ...sample]);
    const opening = await lastFact('CallOpened');
    const amended = await correct(
      'amend',
      opening.id,
      '--set',
      'title=As it was',
      '--unset',
      'closingDate',
      '--url',
      'https://example.org/page',
    );
    expect(amended).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^Recorded as fact [0-9a-f-]{36}, at position \d+\.\n$/) as unknown,
    });
    const correction = decode((await recorded()).at(-1)!);
    expect(correction).toMatchObject({ type: 'FactAmended', data: { changes: { title: 'As it was', closingDate: null } } });
    expect(correction.metadata).toMatchObject({ reason: 'as the page has it', sources: [{ url: 'https://example.org/page' }], via: 'igf' });
    expect(await correct('amend', opening.id, '--set', 'title=As it was')).toMatchObject({
      stdout: expect.stringMatching(/nothing/) as unknown,
    });
    const count = (await recorded()).length;
    expect(await correct('retract', (await recorded()).find(({ type }) => type === 'CenbPhaseRegistered')!.id)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/^igf: It is named by call-/) as unknown,
    });
    expect(await correct('reattribute', opening.id, '--to', '7c9e6679-7425-40de-944b-e07fc1f90ae7')).toMatchObject({ exitCode: 1 });
    expect(await correct('amend', '7c9e6679-7425-40de-944b-e07fc1f90ae7', '--set', 'title=X')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/There is no fact 7c9e6679/) as unknown,
    });
    expect(await recorded()).toHaveLength(count);
    const { workstreamId } = JSON.parse((await lastFact('CenbPhaseRegistered')).data) as { workstreamId: string };
    expect(await correct('reattribute', opening.id, '--to', workstreamId)).toMatchObject({ exitCode: 0, stderr: '' });
    const counts = (await recorded()).filter(({ type }) => type === 'ContributionsCounted');
    expect(await correct('duplicate', counts[0]!.id, '--of', counts[1]!.id)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await correct('retract', counts[2]!.id)).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await recorded()).slice(-3).map(({ type }) => type)).toEqual(['FactReattributed', 'FactMarkedDuplicate', 'FactRetracted']);
  });
});
