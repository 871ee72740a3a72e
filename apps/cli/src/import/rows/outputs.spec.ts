import { decode, foldAll, history } from '#event-sourcing';
import { type Paper, paper, RegisterCycle, titleOfPaper, workstream } from '#workstreams';
import { aCsv } from '#test/csv';
import { TestTracker } from '#test/tracker';
import { importFiles, type ImportReport, readFiles } from '../import.js';
import { idFor, phaseIdOf } from '../names.js';

let tracker: TestTracker;

beforeEach(async () => {
  tracker = new TestTracker();
  await importing(aCsv('cenb', 'II,Connecting II,2016,,,,,,'), BPFS);
});
afterEach(async () => tracker.store.close());

const importing = async (...files: readonly string[]): Promise<ImportReport> =>
  importFiles(readFiles(files), tracker.store, { actor: 'Secretariat' });

const outputs = (...rows: readonly string[]): string => aCsv('outputs', ...rows);

const BPFS = aCsv(
  'bpfs',
  '2016,IPv6,Incentives behind IPv6,,,',
  '2016,IXPs,,,,',
  '2018,"Internet of Things, Big Data and Artificial Intelligence",,,,',
);

async function recorded(asOf?: string): Promise<readonly Paper[]> {
  const streams = new Set<string>();
  for await (const { events, caughtUp } of tracker.store.subscribe('start', new AbortController().signal)) {
    for (const { stream } of events) if (stream.startsWith('paper-')) streams.add(stream);
    if (caughtUp) break;
  }
  const papers = await Promise.all(
    [...streams].map(async (stream) => foldAll(paper, history((await tracker.store.read(stream)).map(decode), { asOf }))),
  );
  return papers.filter(({ begun }) => begun);
}

/** The only paper after these rows, which all went in; a second time they add nothing. */
async function theOnly(...rows: readonly string[]): Promise<Paper> {
  expect(await importing(outputs(...rows))).toMatchObject({ unplaced: [] });
  expect(await importing(outputs(...rows))).toMatchObject({ added: 0, unplaced: [] });
  const [only, ...others] = await recorded();
  expect(others).toEqual([]);
  return only!;
}

describe('the outcome document of a forum or phase', () => {
  test('bears the printed title of the output, has its drafts under their names, and its final', async () => {
    const known = await theOnly(
      'BPF IPv6 2016,Draft I (editable document),2016-10,draft,https://example.org/a,',
      'BPF IPv6 2016,Draft JP,2016-11-02,draft,,for IGF 2016',
      'BPF IPv6 2016,Draft F,2017-01-25,final,,called a living document',
    );
    expect(known).toMatchObject({
      kind: 'outcome document',
      cycle: 2016,
      workstreamIds: [idFor('best-practice-forum', 'IPv6', 2016)],
      begun: { effective: '[..2016-10]' },
      drafts: [{ name: 'Draft I (editable document)', effective: '2016-10' }, { name: 'Draft JP' }],
      final: { effective: '2017-01-25', living: true, title: null },
    });
    expect(titleOfPaper(known)).toBe('Incentives behind IPv6');
  });

  test('takes the title of its final where that has one, and keeps the one before', async () => {
    const { titles } = await theOnly(
      'BPF IPv6 2016,"Incentives, draft v2",2016-12-12,draft,,',
      'BPF IPv6 2016,Incentives beneath IPv6,2017,final,,',
    );
    expect(titles.map(({ title }) => title)).toEqual(['Incentives behind IPv6', 'Incentives beneath IPv6']);
  });

  test.each([
    ['BPF IPv6 2016,"Incentives, draft v2",2016-12-12,draft,,', 'draft v2'],
    ['BPF IPv6 2016,Incentives - draft compilation,2016-12-12,draft,,', 'draft compilation'],
    ['BPF IPv6 2016,"Draft output, parts I and II (pre-IGF)",2016-12-12,draft,,', 'Draft output, parts I and II (pre-IGF)'],
  ])('%s has a draft named %s', async (row, name) => {
    expect(await theOnly(row)).toMatchObject({ drafts: [{ name }] });
  });

  test('is one also where a later file brings an earlier draft', async () => {
    await importing(outputs('BPF IPv6 2016,Draft II,2016-11-02,draft,,'));
    expect(await importing(outputs('BPF IPv6 2016,Draft I,2016-10,draft,,'))).toMatchObject({ added: 1, already: 1, unplaced: [] });
    expect(await recorded()).toMatchObject([{ drafts: [{ name: 'Draft I' }, { name: 'Draft II' }] }]);
  });

  test('is that of a forum that goes by a short name', async () => {
    expect(await theOnly('"BPF IoT, Big Data and AI 2018",Final output,2018,final,,')).toMatchObject({
      cycle: 2018,
      final: { title: null },
    });
  });
});

describe('a row about several forums and phases', () => {
  test('is told of the document of each', async () => {
    await importing(
      outputs(
        'CENB Phase II and BPFs 2016,All 2016 intersessional outputs published,2017-01-25,final,,date of the mail',
        'BPFs 2016 (two),Draft outputs on the review platform,2016-11-02,draft,,',
      ),
    );
    const all = await recorded();
    expect(all.map(({ final }) => [final?.effective, final?.title])).toEqual([
      ['2017-01-25', null],
      ['2017-01-25', null],
      ['2017-01-25', null],
    ]);
    expect(all.flatMap(({ drafts }) => drafts.map(({ name }) => name))).toEqual(Array(2).fill('Draft outputs on the review platform'));
    const facts = (await tracker.store.read(`paper-${all[0]!.paperId}`)).map(decode);
    expect(facts.at(-1)!.metadata.note).toMatch(/outputs published\ndate of the mail$/);
  });

  test('dates the finals of which a page gives no date, whichever is read first', async () => {
    const rows = [
      'CENB Phase II and BPFs 2016,All 2016 intersessional outputs published,2017-01-25,final,,',
      'BPF IXPs 2016,Success of exchange points,,final,,the final document stayed open for comment on the platform',
    ];
    for (const row of rows.toReversed()) await importing(outputs(row));
    expect(await importing(outputs(...rows))).toMatchObject({ added: 0, unplaced: [] });
    const ixps = (await recorded()).find(({ workstreamIds }) => workstreamIds.includes(idFor('best-practice-forum', 'IXPs', 2016)))!;
    expect(ixps.final).toMatchObject({ effective: '2017-01-25', living: true, title: 'Success of exchange points' });
  });

  test('is of one shared paper where the title says what it is', async () => {
    expect(await theOnly('BPFs 2016,Best Practice Forums: Handbook 2016,2016,final,,')).toMatchObject({
      kind: 'handbook',
      workstreamIds: { length: 2 },
      final: { effective: '2016' },
    });
  });
});

describe('comments', () => {
  test('were closed on a day', async () => {
    expect(await theOnly('CENB Phase II,Draft I,,draft,,closed for comment 14 November 2016')).toMatchObject({
      drafts: [{ effective: '[..2016-11-14]' }],
      commentPeriods: [{ until: '2016-11-14', closed: { effective: '2016-11-14' } }],
    });
  });

  test('were open until a day: the final came after it', async () => {
    const known = await theOnly('BPF IPv6 2016,Outcome,,final,,drafts open for comment until 15 September 2016');
    expect(known).toMatchObject({
      commentPeriods: [{ draftId: null, until: '2016-09-15', closed: null }],
      final: { effective: '[2016-09-15..]' },
    });
  });

  test('are open', async () => {
    const known = await theOnly('IGF Retreat 2016,Retreat proceedings,2016-07,draft,,open for comments');
    expect(known).toMatchObject({
      kind: 'proceedings',
      commentPeriods: [{ draftId: known.drafts[0]!.draftId, until: null, closed: null }],
    });
  });
});

describe('papers of other kinds', () => {
  test.each([
    ['BPF IPv6 2016,Background paper: why,2016-08,final,,', 'background paper', '2016-08'],
    ['DCs,Briefing document for the MAG,2017-05,final,,', 'briefing', '2017-05'],
    ['DCs,Common guidelines for DC mailing lists,2017-10,final,,', 'guidelines', '2017-10'],
    ['NRIs,NRIs Toolkit,,final,,', 'toolkit', 'XXXX'],
    ['MAG,Some paper,2016,final,,', 'other', '2016'],
  ])('%s: %s', async (row, kind, effective) => {
    expect(await theOnly(row)).toMatchObject({ kind, final: { effective } });
  });

  test('the framework of a phase is adopted by it', async () => {
    expect(await theOnly('CENB Phase II,Framework document,2016-06-27,final,,')).toMatchObject({ kind: 'framework' });
    const phase = foldAll(workstream, history((await tracker.store.read(`workstream-${phaseIdOf('II')}`)).map(decode)));
    expect(phase).toMatchObject({ framework: { title: 'Framework document', effective: '2016-06-27' } });
  });

  test('what others issue says so', async () => {
    expect(await theOnly('GISWatch 2017,54 reports on NRIs,2017-12-20,final,,external')).toMatchObject({
      kind: 'other',
      issuedBy: 'Global Information Society Watch',
    });
  });

  test('a text may be annexed to another', async () => {
    expect(await theOnly("CENB Phase II,Options (Synthesis),2016-11,final,,annexed to the 11th IGF Chair's Summary")).toMatchObject({
      kind: 'outcome document',
      final: { annexedTo: "11th IGF Chair's Summary", title: 'Options (Synthesis)' },
    });
  });

  test.each([
    ["IGF 2017,Chair's Summary of the 12th IGF,2017-12-21,draft,,", { kind: "chair's summary", final: null }],
    ['IGF 2017,Geneva Messages,2017-12,final,,', { kind: 'messages', final: { effective: '2017-12' } }],
    [
      'IGF 2017,2017 input to the CSTD / WSIS follow-up report,,final,,"for the 21st CSTD session, 14-18 May 2018"',
      { kind: 'CSTD input', final: { effective: '[2017..2018-05-18]' } },
    ],
  ])('a cycle has %s', async (row, said) => {
    expect((await importing(outputs(row))).unplaced).toMatchObject([
      { reason: 'the 2017 cycle is not on record: import cycles.csv first' },
    ]);
    await tracker.do(RegisterCycle, { workstreamId: idFor('cycle', 2017), name: 'IGF 2017', number: 12, cycle: 2017, effective: '2017' });
    expect(await theOnly(row)).toMatchObject({ cycle: 2017, ...said });
  });

  test('a cycle has one Chair’s Summary, whatever its draft and its final are called', async () => {
    await tracker.do(RegisterCycle, { workstreamId: idFor('cycle', 2017), name: 'IGF 2017', number: 12, cycle: 2017, effective: '2017' });
    const known = await theOnly("IGF 2017,Chair's Summary of the 12th IGF,2017-12-21,draft,,", "IGF 2017,Chair's Summary,2018,final,,");
    expect(known).toMatchObject({ drafts: [{ effective: '2017-12-21' }], final: { effective: '2018' } });
  });
});

test.each([
  ['BPF IPv6 2016,Draft I,2016,proposal,,', "kind: 'proposal' is neither draft nor final"],
  ['BPF IPv6 2016,Draft I,soon,draft,,', "date: 'soon' is not a date: give YYYY, YYYY-MM or YYYY-MM-DD"],
  ['BPF IPv6 2016,Draft I,2016,draft,,closed for comment 31 June 2016', "note: '31 June 2016' is not a date"],
  ['BPFs 2016 (four),Draft I,2016,draft,,', 'it speaks of four BPFs of the 2016 cycle, of which 2 are on record'],
])('%s is listed with its reason', async (row, reason) => {
  expect((await importing(outputs(row))).unplaced.map((each) => each.reason)).toEqual([reason]);
  expect(await recorded()).toEqual([]);
});

test('a final that contradicts the one on record is listed with the reason of the rule', async () => {
  await importing(outputs('BPF IPv6 2016,One title,2017-01-25,final,,'));
  const { added, unplaced } = await importing(outputs('BPF IPv6 2016,Another title,2017-02,final,,'));
  expect({ added, reasons: unplaced.map(({ reason }) => reason) }).toEqual({
    added: 0,
    reasons: [expect.stringMatching(/^The paper is final since 2017-01-25, with another title/)],
  });
});
