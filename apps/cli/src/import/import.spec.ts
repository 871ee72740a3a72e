import { randomUUID } from 'node:crypto';
import { decode, type Fact, foldAll, history, inContext, type Moment, parse } from '#event-sourcing';
import { type Call, callForInput, OpenCall, RegisterBestPracticeForum } from '#workstreams';
import { aCsv, aFile } from '#test/csv';
import { TestTracker } from '#test/tracker';
import { importFiles, type ImportReport, readFiles } from './import.js';
import { callIdOf, idFor } from './names.js';

let tracker: TestTracker;

beforeEach(() => {
  tracker = new TestTracker();
});
afterEach(async () => tracker.store.close());

const importing = async (...files: readonly string[]): Promise<ImportReport> =>
  importFiles(readFiles(files), tracker.store, { actor: 'Secretariat' });
const reasons = ({ unplaced }: ImportReport): string[] => unplaced.map(({ line, reason }) => `${line}: ${reason}`);

async function facts(): Promise<readonly Fact[]> {
  for await (const { events } of tracker.store.subscribe('start', new AbortController().signal)) return events.map(decode);
  return [];
}

async function theCall(activity: string, title: string, moment: Moment = {}): Promise<Call> {
  const recorded = (await tracker.store.read(`call-${callIdOf(activity, title)}`)).map(decode);
  return foldAll(callForInput, history(recorded, moment));
}

const PHASE = aCsv('cenb', 'II,CENB Phase II,2016,40+ at Draft I; 120+ for I and II together,,,,,');
/** Without numbers, which would look for a call of their own. */
const PHASE_ALONE = aCsv('cenb', 'II,CENB Phase II,2016,,,,,,');
const CALL = 'CENB Phase II,Call for public input,2016-07-11,2016-08-31,2016-11-14,40+ (Draft I),https://example.org/a; document Minutes,';
const ROLLING = aCsv('calls', `${CALL}31 August was the deadline for Draft I; input then accepted on a rolling basis until 14 November`);

describe('importing the call of a CENB phase', () => {
  test('keeps its inclusion date, its later closing and both counts', async () => {
    expect(await importing(ROLLING, PHASE)).toEqual({ added: 5, already: 1, unplaced: [] });
    const call = await theCall('CENB Phase II', 'Call for public input');
    expect(call.deadlines).toMatchObject([
      { kind: 'inclusion', original: '2016-08-31', current: '2016-08-31' },
      {
        kind: 'closing',
        original: null,
        current: '2016-11-14',
        extensions: [{ from: '2016-08-31', effective: '[2016-07-11..2016-11-14]' }],
      },
    ]);
    expect(call.counted).toMatchObject([
      { quantity: { printed: '40+', low: 40 }, covers: 'Draft I', includesOtherCalls: false },
      { quantity: { printed: '120+', low: 120 }, covers: 'I and II together', includesOtherCalls: true },
    ]);
  });

  test('shows it open with one deadline as of 1 September, because no source gives the day of the extension', async () => {
    await importing(ROLLING, PHASE);
    const call = await theCall('CENB Phase II', 'Call for public input', { asOf: '2016-09-01' });
    expect(call).toMatchObject({ status: 'open', deadlines: [{ kind: 'inclusion', current: '2016-08-31' }], counted: [] });
  });

  test('keeps sources, note, and the line from which each fact comes', async () => {
    await importing(ROLLING, PHASE);
    const opening = (await facts()).find(({ type }) => type === 'CallOpened')!;
    expect(opening.metadata).toMatchObject({
      actor: 'Secretariat',
      via: 'import calls.csv line 2',
      sources: [{ url: 'https://example.org/a' }, { document: 'Minutes' }],
      note: expect.stringContaining('rolling basis') as string,
    });
  });

  test('a second time adds nothing', async () => {
    await importing(ROLLING, PHASE);
    const before = await facts();
    expect(await importing(ROLLING, PHASE)).toEqual({ added: 0, already: 6, unplaced: [] });
    expect(await facts()).toEqual(before);
  });

  test('a row that says something else by now is listed, and changes nothing', async () => {
    await importing(ROLLING, PHASE);
    const before = await facts();
    const changed = aCsv('calls', 'CENB Phase II,Call for public input,2016-07-12,2016-08-31,,,,');
    expect(reasons(await importing(changed))).toEqual([
      expect.stringMatching(/^2: This id was used at position 2 to record something else/),
    ]);
    expect(await facts()).toEqual(before);
  });
});

test('what is said of the numbers of a phase is kept also where there is no number', async () => {
  await importing(aCsv('cenb', 'IV,CENB Phase IV,2018,,over 200 submissions in three years,,,,'));
  expect(await facts()).toMatchObject([{ type: 'CenbPhaseRegistered', metadata: { note: 'over 200 submissions in three years' } }]);
});

describe('a trial', () => {
  test('reports what an import would do, and writes nothing', async () => {
    const report = await importFiles(readFiles([ROLLING, PHASE]), tracker.store, { actor: 'Secretariat', isTrial: true });
    expect(report).toEqual({ added: 5, already: 1, unplaced: [] });
    expect(await facts()).toEqual([]);
  });
});

describe('deadlines', () => {
  const calls = (...rows: string[]): string => aCsv('calls', ...rows);

  test.each([
    ['soft deadline: contributions welcome after it', 'inclusion'],
    ['soft deadline, rolling afterwards', 'inclusion'],
    ['', 'closing'],
    ['noon UTC', 'closing'],
  ])('a note of %j makes it one of %s', async (note, kind) => {
    await importing(PHASE_ALONE, calls(`CENB Phase II,Comments,,2016-08-19,,,,"${note}"`));
    expect((await theCall('CENB Phase II', 'Comments')).deadlines).toMatchObject([{ kind, current: '2016-08-19' }]);
  });

  test('a call of which no source gives the opening was open by its deadline', async () => {
    await importing(PHASE_ALONE, calls('CENB Phase II,Comments,,2016-08-19,,,,'));
    expect((await theCall('CENB Phase II', 'Comments')).opened).toMatchObject({ effective: '[..2016-08-19]' });
  });

  test('a call of which no date is known was open in the cycle of its workstream', async () => {
    await importing(PHASE_ALONE, calls('CENB Phase II,Framework submissions,,,,,,'));
    expect((await theCall('CENB Phase II', 'Framework submissions')).opened).toMatchObject({ effective: '[..2016]' });
  });
});

describe('a row that cannot be placed is listed with its line and a reason, and the others go in', () => {
  const BPFS = aCsv('bpfs', '2016,Cybersecurity,,,,', '2016,Gender and Access,,,,');

  test.each([
    ['a malformed date', 'CENB Phase II,A,2016-13-01,,,,,', "2: opened: '2016-13-01' is not a date: give YYYY, YYYY-MM or YYYY-MM-DD"],
    ['no title', 'CENB Phase II,,,,,,,', '2: title is empty'],
    [
      'a deadline before the opening',
      'CENB Phase II,A,2016-07-01,2016-06-01,,,,',
      '2: A call that opened on 2016-07-01 cannot be due on 2016-06-01.',
    ],
    ['an extension before the opening', 'CENB Phase II,A,2016-07-01,,2016-06-01,,,', '2: 2016-06-01 lies before 2016-07-01'],
    [
      'somebody whom nobody knows',
      'Martians,A,,,,,,',
      "2: no workstream on record is called 'Martians', and the alias table does not have it",
    ],
    ['a cycle that is not on record', 'IGF 2007 preparation,A,,,,,,', '2: the 2007 cycle is not on record: import cycles.csv first'],
    ['another number of forums', 'BPFs 2016 (four),A,,,,,,', '2: it speaks of four BPFs of the 2016 cycle, of which 2 are on record'],
    [
      'a forum of another cycle',
      'BPF Cybersecurity 2017,A,,,,,,',
      "2: no workstream on record is called 'BPF Cybersecurity 2017', and the alias table does not have it",
    ],
    [
      'what came before its workstream',
      'CENB Phase II,A,2015-07-01,,,,,',
      "2: 'CENB Phase II' 2016 is not recorded as existing by 2015-07-01: amend the date of its registration, then import this again",
    ],
  ])('for %s', async (_, row, reason) => {
    const report = await importing(BPFS, PHASE_ALONE, aCsv('calls', row, 'CENB Phase II,Another call,2016-07-01,,,,,'));
    expect(reasons(report)).toEqual([reason]);
    expect((await theCall('CENB Phase II', 'Another call')).status).toBe('open');
    expect((await theCall(row.split(',')[0]!, 'A')).status).toBe('none');
  });

  test('an unknown kind is named by its column', async () => {
    const report = await importing(aCsv('nris', 'Mars IGF,galactic,Mars,,,Martian Group,,'));
    expect(reasons(report)).toEqual([
      expect.stringMatching(/^2: kind must be one of .*national.*; regional_group must be one of .*African Group/),
    ]);
    expect(await facts()).toEqual([]);
  });

  test('a row goes in whole or not at all', async () => {
    const report = await importing(PHASE_ALONE, aCsv('calls', 'CENB Phase II,A,2016-07-11,2016-08-31,2016-08-01,,,'));
    expect(reasons(report)).toEqual([expect.stringMatching(/^2: An extension moves a deadline later/)]);
    expect((await facts()).map(({ type }) => type)).toEqual(['CenbPhaseRegistered']);
  });
});

describe('a file that is broken as a whole stops the import before anything is written', () => {
  test.each([
    [
      'a broken quote',
      'calls.csv',
      'activity,title,opened,deadline,extended_to,contributions,source,note\nCENB Phase II,"A,,,,,,\n',
      /calls.csv:2: a quote is opened/,
    ],
    [
      'a missing column',
      'calls.csv',
      'activity,title,opened,extended_to,contributions,source,note\n',
      /calls.csv:1: column 'deadline' is missing. A file of calls has/,
    ],
    [
      'an unknown column',
      'dcs.csv',
      'name,abbreviation,year_established,status_changes,source,mood\n',
      /dcs.csv:1: column 'mood' is not known/,
    ],
  ])('%s', async (_, name, content, message) => {
    await expect(importing(PHASE_ALONE, aFile(name, content))).rejects.toThrow(message);
    expect(await facts()).toEqual([]);
  });
});

describe('what an activity names', () => {
  const BPFS = aCsv(
    'bpfs',
    '2015,Establishing and supporting CSIRTs for Internet security,,,,',
    '2015,Enabling environments to establish successful IXPs,,,,',
    '2016,Gender and Access,,,,',
    '2016,IXPs,,,,',
  );
  const id = (cycle: number, title: string): string => idFor('best-practice-forum', title, cycle);
  const csirts = id(2015, 'Establishing and supporting CSIRTs for Internet security');
  const ixps = id(2015, 'Enabling environments to establish successful IXPs');

  test.each([
    ['BPF CSIRTs 2015', [csirts]],
    ['BPF IXPs 2015', [ixps]],
    ['BPF IXPs 2016', [id(2016, 'IXPs')]],
    ['BPF Gender and Access 2016', [id(2016, 'Gender and Access')]],
    ['BPF (all) 2015', [csirts, ixps]],
    ['BPFs 2015', [csirts, ixps]],
    ['BPFs 2016 (two)', [id(2016, 'Gender and Access'), id(2016, 'IXPs')]],
    ['CENB Phase II and BPFs 2016', [idFor('cenb-phase', 'II'), id(2016, 'Gender and Access'), id(2016, 'IXPs')]],
    ['DC on Network Neutrality', [idFor('dynamic-coalition', 'Dynamic Coalition on Network Neutrality')]],
    ['DCNN', [idFor('dynamic-coalition', 'Dynamic Coalition on Network Neutrality')]],
    ['EuroDIG', [idFor('igf-initiative', 'EuroDIG')]],
  ])('%s', async (activity, workstreamIds) => {
    const dcs = aCsv('dcs', 'Dynamic Coalition on Network Neutrality,DCNN,2013,,');
    const nris = aCsv('nris', 'EuroDIG,regional,Europe,2007,initiated,,,');
    await importing(BPFS, PHASE_ALONE, dcs, nris, aCsv('calls', `${activity},A call,2016-07-01,,,,,`));
    expect((await theCall(activity, 'A call')).workstreamIds.toSorted()).toEqual(workstreamIds.toSorted());
  });
});

describe('what was recorded by other ways is found by its name', () => {
  const asCoordinator = async <T>(work: () => Promise<T>): Promise<T> =>
    inContext({ actor: 'Coordinator', via: 'test', correlationId: randomUUID(), causationId: randomUUID() }, work);

  test('a workstream and its call are not entered again, and what is new is added to them', async () => {
    const [workstreamId, callId] = [randomUUID(), randomUUID()];
    await asCoordinator(async () => {
      await tracker.executor.execute(
        parse(RegisterBestPracticeForum, { workstreamId, name: 'CYBERSECURITY', cycle: 2016, effective: '2016' }),
      );
      await tracker.executor.execute(
        parse(OpenCall, { callId, workstreamIds: [workstreamId], title: 'Call for contributions', effective: '2016-07' }),
      );
    });
    const calls = aCsv('calls', 'BPF Cybersecurity 2016,Call for Contributions,,2016-08-19,2016-09-01,9,,');
    expect(await importing(aCsv('bpfs', '2016,Cybersecurity,,,,'), calls)).toEqual({ added: 2, already: 2, unplaced: [] });
    const recorded = (await tracker.store.read(`call-${callId}`)).map(({ type }) => type);
    expect(recorded).toEqual(['CallOpened', 'DeadlineExtended', 'ContributionsCounted']);
  });
});

describe('Dynamic Coalitions of which no source gives the beginning', () => {
  test.each([
    ['took part in the 2016 joint main session; listed 2020', '[..2016]'],
    ['listed 2020 and later; not among the 2016 participants', '[..2020]'],
    ['only in the later list (after 2020)', 'XXXX'],
  ])('%j: they were there by %s', async (words, effective) => {
    await importing(aCsv('dcs', `Dynamic Coalition on Tests,,,"${words}",`));
    const registrations = (await facts()).filter(({ type }) => type === 'DynamicCoalitionRegistered');
    expect(registrations).toMatchObject([{ effective, metadata: { note: words } }]);
  });
});
