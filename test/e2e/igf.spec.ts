import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type Fact, foldAll, history, type Recorded } from '#event-sourcing';
import { openEventStore } from '#event-store';
import { callForInput } from '#workstreams';
import { aCsv, aFile } from '#test/csv';
import { temporaryFolder } from '#test/files';
import { igf } from '#test/programs';

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
    expect(report.unplaced).toContainEqual({
      file: join(SAMPLE, 'calls.csv'),
      line: 2,
      reason: "no workstream on record is called 'IGF 2007 preparation'",
    });

    const second = await igf(['import', '--json', ...sample], { EVENT_STORE_URL: store });
    expect(JSON.parse(second.stdout)).toEqual({ added: 0, already: report.added + report.already, unplaced: report.unplaced });
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
