import { decode, foldAll, history } from '#event-sourcing';
import { type Meeting, meeting, meetingSeries, minutesDelay, observedRhythm } from '#workstreams';
import { aCsv } from '#test/csv';
import { TestTracker } from '#test/tracker';
import { importFiles, type ImportReport, readFiles } from '../import.js';
import { seriesIdOf } from '../series.js';

let tracker: TestTracker;

beforeEach(() => {
  tracker = new TestTracker();
});
afterEach(async () => tracker.store.close());

const importing = async (...files: readonly string[]): Promise<ImportReport> =>
  importFiles(readFiles(files), tracker.store, { actor: 'Secretariat' });

const meetings = (...rows: readonly string[]): string => aCsv('meetings', ...rows);

/** All that are on record, by the day on which they were first met on. */
async function recorded(asOf?: string): Promise<readonly Meeting[]> {
  const streams = new Set<string>();
  for await (const { events, caughtUp } of tracker.store.subscribe('start', new AbortController().signal)) {
    for (const { stream } of events) if (stream.startsWith('meeting-')) streams.add(stream);
    if (caughtUp) break;
  }
  const known = await Promise.all(
    [...streams].map(async (stream) => foldAll(meeting, history((await tracker.store.read(stream)).map(decode), { asOf }))),
  );
  return known.filter(({ begun }) => begun).toSorted((a, b) => (a.begun!.effective < b.begun!.effective ? -1 : 1));
}

const BPFS = aCsv('bpfs', '2016,IPv6,,,,', '2016,IXPs,,,,', '2014,Online child safety and protection,,,,', '2014,CSIRTs,,,,');
const PAGE = 'https://example.org/via-and-vib';
const VIA = `NRIs,2016-05-23,virtual,Virtual Meeting VIa (14:00 UTC): planning,${PAGE},https://example.org`;
const VIB = `NRIs,2016-05-27,virtual,"Virtual Meeting VIb (08:00 UTC), same agenda repeated",${PAGE},https://example.org`;
const I = 'NRIs,2017-01-16,virtual,Virtual Meeting I (16:00 UTC): feedback,https://example.org/i,';
const II = 'NRIs,2017-01-17,virtual,"Virtual Meeting II (09:00 UTC), same agenda repeated",https://example.org/i,';

const sittingsOf = ({ sittings }: Meeting): unknown => sittings.map(({ label, held }) => [label, held?.on]);
const IN_TWO = [
  ['VIa', '2016-05-23T14:00Z'],
  ['VIb', '2016-05-27T08:00Z'],
];

describe('two rows with one number and the letters a and b are sittings of one meeting', () => {
  test('with one record of both', async () => {
    expect(await importing(meetings(VIA, VIB))).toMatchObject({ unplaced: [] });
    const [only, ...others] = await recorded();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      title: 'Virtual Meeting VI: planning',
      officialNumber: 'VI',
      label: 'Virtual Meeting VI',
      records: [{ authority: 'draft', page: PAGE, effective: '[2016-05-23..]' }],
    });
    expect(sittingsOf(only!)).toEqual(IN_TWO);
    expect(sittingsOf((await recorded('2016-05-24'))[0]!)).toEqual(IN_TWO.slice(0, 1));
  });

  test.each([
    ['in one file, the later one first', [[VIB, VIA]]],
    ['in two files', [[VIA], [VIB]]],
    ['in two files, the later one first', [[VIB], [VIA]]],
  ])('%s', async (_, files) => {
    for (const rows of files) expect(await importing(meetings(...rows))).toMatchObject({ unplaced: [] });
    const known = await recorded();
    expect(known.map(sittingsOf)).toEqual([IN_TWO]);
    expect(known).toMatchObject([{ title: 'Virtual Meeting VI: planning', records: [{ page: PAGE }] }]);
    expect(await importing(...files.map((rows) => meetings(...rows)))).toMatchObject({ added: 0, unplaced: [] });
    expect(await importing(meetings(...files.flat().toReversed()))).toMatchObject({ added: 0, unplaced: [] });
  });
});

describe('a row with another number that says that the agenda was repeated is a sitting of the meeting with the same page', () => {
  test.each([
    ['in order', [[I, II]], [null, 'II']],
    ['late', [[I], [II]], [null, 'II']],
    ['before it', [[II], [I]], ['I', 'II']],
  ])('%s', async (_, files, labels) => {
    for (const rows of files) expect(await importing(meetings(...rows))).toMatchObject({ unplaced: [] });
    expect((await recorded()).map(sittingsOf)).toEqual([
      [
        [labels[0], '2017-01-16T16:00Z'],
        [labels[1], '2017-01-17T09:00Z'],
      ],
    ]);
    expect(await importing(meetings(I, II))).toMatchObject({ added: 0, unplaced: [] });
  });

  test('and of no other meeting', async () => {
    await importing(meetings(I, 'NRIs,2017-01-17,virtual,"Virtual Meeting II, same agenda repeated",https://example.org/other,'));
    expect(await recorded()).toHaveLength(2);
  });

  test('while a session that only gives the page of a call stays one of its own', async () => {
    await importing(meetings(I, 'NRIs,2017-12-07,in-person,NRIs main session at IGF 2017,https://example.org/i,'));
    expect(await recorded()).toMatchObject([
      { session: null },
      { session: 'main', cycle: 2017, page: 'https://example.org/i', records: [] },
    ]);
  });
});

test('numbers of different things, and of different years, are different meetings', async () => {
  const rows = [
    '2017-01-17,virtual,Informal Virtual Meeting I',
    '2017-05-20,virtual,Virtual Meeting I',
    '2018-05-20,virtual,Virtual Meeting I',
  ];
  await importing(meetings(...rows.map((row) => `NRIs,${row},,`)));
  expect(await recorded()).toMatchObject([{ informal: true }, { informal: false }, { informal: false }]);
});

describe('records', () => {
  const recordsOf = async (...rows: string[]): Promise<unknown> => {
    expect(await importing(BPFS, meetings(...rows))).toMatchObject({ unplaced: [] });
    return (await recorded()).map(({ records, page }) => ({
      records: records.map(({ authority, effective }) => [authority, effective]),
      page,
    }));
  };

  test('of a call that was posted on a day are late by the days between', async () => {
    const rows = [
      '2016-06-23,virtual,1st virtual meeting (16:00 UTC): scope; summary posted to the list on 6 July',
      '2016-07-07,virtual,2nd virtual meeting (12:00 UTC): plan; notes posted 14 July',
      '2016-08-03,virtual,3rd virtual meeting (14:00 UTC): outreach; summary posted 15 August',
    ];
    await importing(BPFS, meetings(...rows.map((row, index) => `BPF IPv6 2016,${row},https://example.org/${index},`)));
    expect((await recorded()).map(minutesDelay)).toEqual([13, 7, 12]);
  });

  test.each([
    ['a transcript', 'in-person,Session,https://example.org/transcripts/1', [['caption', '[2016-05-24..]']], null],
    ['the summary of a call', 'virtual,Call,https://example.org/call', [['draft', '[2016-05-24..]']], null],
    ['a summary that is listed', 'virtual,Call (summary listed),', [['draft', '[2016-05-24..]']], null],
    ['only the page of what was met on in a room', 'in-person,Session,https://example.org/page', [], 'https://example.org/page'],
    ['nothing of a call that is announced', 'virtual,Call (announced),https://example.org/mail', [], 'https://example.org/mail'],
  ])('are %s', async (_, row, records, page) => {
    expect(await recordsOf(`BPF IPv6 2016,2016-05-24,${row},`)).toEqual([{ records, page }]);
  });
});

describe('a meeting that was planned', () => {
  const PLAN = 'BPF IPv6 2016,2016-08-24,virtual,4th virtual meeting (12:00 UTC) (announced),,';
  const HELD = 'BPF IPv6 2016,2016-08-24,virtual,4th virtual meeting (12:05 UTC): outreach,,';

  test('is scheduled, and not held', async () => {
    await importing(BPFS, meetings(PLAN));
    expect(await recorded()).toMatchObject([
      { begun: { as: 'scheduled', effective: '[..2016-08-24]' }, sittings: [{ scheduledFor: '2016-08-24T12:00Z', held: null }] },
    ]);
  });

  test('is held when another row tells so', async () => {
    await importing(BPFS, meetings(PLAN));
    expect(await importing(meetings(HELD))).toMatchObject({ added: 1, unplaced: [] });
    expect(await recorded()).toMatchObject([{ sittings: [{ scheduledFor: '2016-08-24T12:00Z', held: { on: '2016-08-24T12:05Z' } }] }]);
    expect(await importing(meetings(PLAN, HELD))).toMatchObject({ added: 0, unplaced: [] });
  });

  test('adds nothing to one that was held', async () => {
    await importing(BPFS, meetings(HELD));
    expect(await importing(meetings(PLAN))).toMatchObject({ added: 0, unplaced: [] });
  });
});

test('several days, place, attendance and what is left of the subject', async () => {
  const subject = '"2nd OC and MAG meeting 2014, UNESCO HQ Paris, 19-21 May (90+ registered participants)"';
  await importing(meetings(`Open Consultations and MAG,2014-05-19,in-person,${subject},,https://example.org`));
  const [only] = await recorded();
  expect(only).toMatchObject({
    title: '2nd OC and MAG meeting 2014, UNESCO HQ Paris',
    place: 'UNESCO HQ Paris',
    sittings: [{ label: null, held: { on: '2014-05-19', endsOn: '2014-05-21' } }],
    attendance: [{ quantity: { printed: '90+ registered participants', low: 90 } }],
  });
  const [fact] = (await tracker.store.read(`meeting-${only!.meetingId}`)).map(decode);
  expect(fact!.metadata).toMatchObject({ note: subject.slice(1, -1), sources: [{ url: 'https://example.org' }] });
});

test('a meeting of several workstreams is one that names all of them', async () => {
  await importing(BPFS, meetings('BPFs (all),2014-09-04,in-person,BPF wrap-up main session at IGF 2014,,'));
  const [only, ...others] = await recorded();
  expect(others).toEqual([]);
  expect(only!.workstreamIds).toHaveLength(2);
});

describe('calls of a body', () => {
  test('are in its series, of which is said how often it meets; gatherings are not', async () => {
    await importing(
      meetings(
        VIA,
        'NRIs,2016-04-05,in-person (informal),Meeting IV: gathering,,',
        'DC Coordination Group,2017-05-29,virtual,DC Coordination Meeting XVIII,,',
      ),
    );
    expect((await recorded()).map(({ seriesId, informal }) => [seriesId, informal])).toEqual([
      [null, true],
      [seriesIdOf('NRIs'), false],
      [seriesIdOf('DC Coordination Group'), false],
    ]);
    const series = foldAll(meetingSeries, history((await tracker.store.read(`series-${seriesIdOf('NRIs')}`)).map(decode)));
    expect(series.cadences).toMatchObject([{ cadence: 'fortnightly', effective: '2016-12-09' }, { printed: '(bi)monthly' }]);
  });

  test('of the sample history in 2016 have the rhythm of nine agendas in twelve calls, about 31 days apart', async () => {
    const report = await importing('apps/cli/sample-history/meetings.csv');
    const calls = (await recorded('2016-12-31')).filter(({ seriesId }) => seriesId === seriesIdOf('NRIs'));
    expect(observedRhythm(calls.map(({ sittings }) => sittings.flatMap(({ held }) => held?.on ?? [])))).toMatchObject({
      agendas: 9,
      sittings: 12,
      undated: 0,
      gapDays: { shortest: 19, longest: 43, mean: 30.6 },
    });
    const again = await importing('apps/cli/sample-history/meetings.csv');
    expect(again).toMatchObject({ added: 0, unplaced: report.unplaced });
  });
});

test.each([
  ['NRIs,,virtual,Call,,', 'date is empty'],
  ['NRIs,2016-05-23,by post,Call,,', expect.stringMatching(/^kind must be one of/)],
  ['NRIs,2016-05-23,virtual,Call,see the list,', expect.stringMatching(/^summary_url must be an address/)],
  ['NRIs,2016-05-23,virtual,Call; summary posted 31 June,,', "subject: '31 June 2016' is not a date"],
  ['Nobody,2016-05-23,virtual,Call,,', "no workstream on record is called 'Nobody', and the alias table does not have it"],
])('%s is listed with its reason', async (row, reason) => {
  expect((await importing(meetings(row))).unplaced.map((each) => each.reason)).toEqual([reason]);
  expect(await recorded()).toEqual([]);
});

test('a row that says something else by now is listed, and changes nothing', async () => {
  await importing(meetings(VIA, VIB));
  const before = await recorded();
  const report = await importing(meetings(VIA.replace('14:00', '15:00')));
  expect(report).toMatchObject({ added: 0, unplaced: [{ line: 2 }] });
  expect(await recorded()).toEqual(before);
});
