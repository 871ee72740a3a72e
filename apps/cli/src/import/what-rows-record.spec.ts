import { randomUUID } from 'node:crypto';
import { decode, type Fact, inContext, parse } from '#event-sourcing';
import { LogMeeting, RegisterCoordinationGroup, RegisterCycle } from '#workstreams';
import { aCsv } from '#test/csv';
import { TestTracker } from '#test/tracker';
import { importFiles, type ImportReport, readFiles } from './import.js';
import { bodyIdOf } from './bodies.js';
import { cycleIdOf, idFor, sessionIdOf } from './names.js';

let tracker: TestTracker;

beforeEach(() => {
  tracker = new TestTracker();
});
afterEach(async () => tracker.store.close());

const importing = async (...files: readonly string[]): Promise<ImportReport> =>
  importFiles(readFiles(files), tracker.store, { actor: 'Secretariat' });
const reasons = ({ unplaced }: ImportReport): string[] => unplaced.map(({ line, reason }) => `${line}: ${reason}`);

async function facts(...types: readonly string[]): Promise<readonly Fact[]> {
  for await (const { events } of tracker.store.subscribe('start', new AbortController().signal)) {
    return events.map(decode).filter(({ type }) => types.length === 0 || types.includes(type));
  }
  return [];
}

/** What files record, and that they record nothing when they come again. */
async function recordedBy(...files: readonly string[]): Promise<readonly Fact[]> {
  expect(await importing(...files)).toMatchObject({ unplaced: [] });
  const recorded = await facts();
  expect(await importing(...files)).toMatchObject({ added: 0, unplaced: [] });
  return recorded;
}

const asSecretariat = async <T>(work: () => Promise<T>): Promise<T> =>
  inContext({ actor: 'Secretariat', via: 'test', correlationId: randomUUID(), causationId: randomUUID() }, work);

const CYCLE_2016 = aCsv('cycles', '11,2016,Zapopan,Mexico,2016-12-06,2016-12-09,A theme,document Summary,day 0 included');

describe('A cycle', () => {
  test('is recorded with its annual meeting, by its first and its last day', async () => {
    expect(await recordedBy(CYCLE_2016)).toMatchObject([
      { type: 'CycleRegistered', effective: '[..2016-12-06]', data: { name: 'IGF 2016', number: 11, cycle: 2016 } },
      {
        type: 'AnnualMeetingDescribed',
        effective: '[..2016-12-09]',
        data: { workstreamId: cycleIdOf(2016), theme: 'A theme', city: 'Zapopan', country: 'Mexico', startsOn: '2016-12-06' },
        metadata: { note: 'day 0 included', sources: [{ document: 'Summary' }] },
      },
    ]);
  });

  test.each([
    ['online only', '15,2020,(virtual),,2020-11-02,2020-11-17,,,', { virtual: true, startsOn: '2020-11-02', endsOn: '2020-11-17' }],
    ['day 0', '9,2014,,,2014-09-02,2014-09-05,,,Day 0 on 1 September', { dayZeroOn: '2014-09-01' }],
    ['no first day', '4,2009,,,,2009-11-18,,,', { endsOn: '2009-11-18' }],
    ['other dates in the note', '12,2017,,,2017-12-18,2017-12-21,,,header says 17-21 December (day 0 included)', {}],
  ])('with %s', async (_, row, data) => {
    const recorded = await recordedBy(aCsv('cycles', row));
    expect(recorded[1]!.data).toMatchObject(data);
    expect('city' in recorded[1]!.data).toBe(false);
    expect('dayZeroOn' in recorded[1]!.data).toBe('dayZeroOn' in data);
  });

  test('that is on record already gets what the row says of its meeting; what another source says of it stands beside that', async () => {
    const workstreamId = randomUUID();
    await asSecretariat(async () =>
      tracker.executor.execute(parse(RegisterCycle, { workstreamId, name: 'The 11th', number: 11, cycle: 2016, effective: '2015-12' })),
    );
    expect(await importing(CYCLE_2016)).toEqual({ added: 1, already: 1, unplaced: [] });
    const other = aCsv('cycles', '11,2016,Guadalajara,Mexico,2016-12-06,2016-12-09,,,');
    expect(await importing(other)).toEqual({ added: 1, already: 1, unplaced: [] });
    expect(await importing(CYCLE_2016, other)).toMatchObject({ added: 0, unplaced: [] });
    expect(await facts('AnnualMeetingDescribed')).toMatchObject([
      { data: { workstreamId, city: 'Zapopan' } },
      { data: { workstreamId, city: 'Guadalajara' } },
    ]);
  });

  test.each([
    ['x,2016,,,,,,,', "2: igf_number: 'x' is not a whole number"],
    ['11,16,,,,,,,', "2: year: '16' is not a year: give YYYY"],
    ['11,2016,,,2016-12-09,2016-12-06,,,', '2: The meeting would start on 2016-12-09'],
  ])('that is written as %j is listed', async (row, reason) => {
    expect(reasons(await importing(aCsv('cycles', row)))).toEqual([expect.stringContaining(reason)]);
    expect(await facts()).toEqual([]);
  });

  test('takes the calls of its preparation', async () => {
    await recordedBy(CYCLE_2016, aCsv('calls', 'IGF 2016 preparation,Take stock,2016-01-11,,,,,'));
    expect(await facts('CallOpened')).toMatchObject([{ data: { workstreamIds: [cycleIdOf(2016)] } }]);
  });
});

describe('A Best Practice Forum', () => {
  const forum = (name: string, cycle: number): string => idFor('best-practice-forum', name, cycle);

  test('is approved on its date, at the meeting that the note names', async () => {
    expect(await recordedBy(aCsv('bpfs', '2016,Cybersecurity,,2016-04,,agreed at the 4-6 April 2016 MAG meeting'))).toMatchObject([
      { type: 'BestPracticeForumRegistered', effective: '[..2016-04]' },
      { type: 'WorkstreamApproved', effective: '2016-04', data: { decidedIn: '4-6 April 2016 MAG meeting' } },
    ]);
  });

  test('renews those of earlier cycles that the table of renewals gives, and no other of the same title', async () => {
    const rows = [
      '2015,Regulation and mitigation of unsolicited communications (spam),,,,',
      '2015,Establishing and supporting CSIRTs for Internet security,,,,',
      '2015,IPv6,,,,',
      '2016,Cybersecurity,,,,',
      '2016,IPv6,,,,',
      '2017,Cybersecurity,,,,',
    ];
    const recorded = await recordedBy(aCsv('bpfs', ...rows));
    const renews = recorded.map(({ data }) => (data as { renews?: string[] }).renews);
    expect(renews).toEqual([
      undefined,
      undefined,
      undefined,
      [
        forum('Establishing and supporting CSIRTs for Internet security', 2015),
        forum('Regulation and mitigation of unsolicited communications (spam)', 2015),
      ],
      undefined,
      [forum('Cybersecurity', 2016)],
    ]);
  });

  test('of which the earlier one comes later is on record without it, and stays so', async () => {
    const later = aCsv('bpfs', '2017,Cybersecurity,,,,');
    await importing(later);
    await importing(aCsv('bpfs', '2016,Cybersecurity,,,,'));
    expect(await importing(later)).toEqual({ added: 0, already: 1, unplaced: [] });
  });
});

describe('A Dynamic Coalition', () => {
  test('that was explored before it was established is on record by then, and the year is kept in words', async () => {
    const row = 'Dynamic Coalition on Schools,DC-SIG,2017,exploratory phase in 2016; listed 2020,';
    expect(await recordedBy(aCsv('dcs', row))).toMatchObject([
      {
        type: 'DynamicCoalitionRegistered',
        effective: '[..2016]',
        metadata: { note: 'exploratory phase in 2016; listed 2020\nEstablished: 2017' },
      },
      { type: 'CoalitionExploring', effective: '2016' },
      { type: 'CoalitionListed', effective: '2020' },
    ]);
  });

  test('that was renamed is found by both names', async () => {
    await recordedBy(
      aCsv('dcs', 'Dynamic Coalition on Safety,,,"took part 2016; appears as ""Rights"" (DCR) from 2022 at the latest (renamed)",'),
    );
    const more = aCsv('participants', 'DCs,main,2017,,Rights,,', 'DCs,main,2018,,Dynamic Coalition on Safety,,');
    expect(await importing(more)).toMatchObject({ added: 4, unplaced: [] });
  });
});

describe('An initiative', () => {
  test('has a date of its own for each thing that the row tells', async () => {
    const row = 'Gabon IGF,national,Gabon,2015,established,African Group,,"""rejuvenated"" in 2017"';
    expect(await recordedBy(aCsv('nris', row))).toMatchObject([
      { type: 'IgfInitiativeRegistered', effective: '2015', data: { beganAs: 'established' } },
      { type: 'InitiativeFounded', effective: '2015' },
      { type: 'InitiativeRejuvenated', effective: '2017' },
    ]);
  });

  test.each([
    ['of which a note attests an earlier date', '2012,first held,,,present at the 2010 roundtable', '[..2010]'],
    ['of which only a note gives a date', ',,,,"""most recently recognized"" in January 2020"', '[..2020-01]'],
    ['of which no date is known', ',,,,', 'XXXX'],
  ])('%s was there by then', async (_, cells, effective) => {
    const [registration] = await recordedBy(aCsv('nris', `UK IGF,national,United Kingdom,${cells}`));
    expect(registration).toMatchObject({ type: 'IgfInitiativeRegistered', effective });
  });
});

describe('A published figure', () => {
  const SUMMARY = "document 11th IGF Chair's Summary (draft of 9 December 2016)";

  test.each([
    [
      'in a paper that is known',
      `2015-12,NRIs at the end of 2015,37,${SUMMARY},stated in December 2016`,
      {
        effective: '2016-12-09',
        data: { measure: 'recognised NRIs', value: '37', speaksOf: '2015-12', statedBy: 'Chair of the 11th IGF' },
      },
    ],
    [
      'of a cycle',
      '2016,delegates,2000+,https://example.org/a,',
      { effective: '[2016..]', data: { measure: 'participants', definition: 'delegates', value: '2000+', cycle: 2016 } },
    ],
    ['as recalled', '2015,NRIs (at the time of IGF 2015),50-60,,"oral recollection in 2023, ""if I am right"""', { effective: '2023' }],
    ['as stated by a source', '2015,countries,116+,Minutes,stated in May 2016', { effective: '2016-05' }],
    ['as of a day', '2006,registered delegates,339,,as of 19 September 2006', { effective: '[2006-09-19..]' }],
    ['that its source calls rough', '2006-02,participants,300,,about', { data: { value: 'about 300' } }],
    ['of an unknown measure', '2016-07,IGF retreat participants,35,,', { data: { measure: 'IGF retreat participants' } }],
  ])('%s', async (_, row, expected) => {
    expect(await recordedBy(aCsv('counts', row))).toMatchObject([{ type: 'FigurePublished', ...expected }]);
  });

  test('is one, by whatever name its paper goes; what another source says is another one', async () => {
    await importing(aCsv('counts', `2016,countries,83,${SUMMARY},`));
    const again = aCsv('counts', '2016,countries,83,document 000_413fcb4f444a24f8.txt,draft', '2016,countries,123,Statistics,');
    expect(await importing(again)).toEqual({ added: 1, already: 1, unplaced: [] });
  });

  test.each([
    ['CENB Phase I contributions', ['I']],
    ['CENB Phase II contributions in Draft I', ['II']],
    ['CENB contributions, phases I and II together', ['I', 'II']],
  ])('on %s names the phases', async (measure, phases) => {
    const cenb = aCsv('cenb', 'I,Phase I,2015,,,,,,', 'II,Phase II,2016,,,,,,');
    await recordedBy(cenb, aCsv('counts', `2016,"${measure}",120+,,`));
    const workstreamIds = phases.map((phase) => idFor('cenb-phase', phase));
    expect(await facts('FigurePublished')).toMatchObject([{ data: { measure: 'CENB contributions', workstreamIds } }]);
  });

  test('on a forum names that of the year', async () => {
    const bpfs = aCsv('bpfs', '2017,Cybersecurity,,,,', '2018,Cybersecurity,,,,');
    await recordedBy(bpfs, aCsv('counts', '2018-09-25,BPF Cybersecurity contributions,14,,'));
    const workstreamIds = [idFor('best-practice-forum', 'Cybersecurity', 2018)];
    expect(await facts('FigurePublished')).toMatchObject([{ data: { workstreamIds } }]);
  });

  test.each([
    [',countries,83,,', '2: date is empty: give the date or the year of which it speaks'],
    ['2016,,83,,', '2: measure is empty'],
    ['2016,countries,,,', '2: value is empty'],
    ['2018,BPF Cybersecurity contributions,14,,', "2: no workstream on record is called 'BPF Cybersecurity 2018'"],
  ])('%j is listed', async (row, reason) => {
    expect(reasons(await importing(aCsv('counts', row)))).toEqual([expect.stringContaining(reason)]);
    expect(await facts()).toEqual([]);
  });
});

describe('Who took part in a session', () => {
  const GROUP = bodyIdOf('DC Coordination Group');
  const DCS = aCsv(
    'dcs',
    'Dynamic Coalition on A,,,took part 2016,',
    'Dynamic Coalition on B,,,listed 2020,',
    'Dynamic Coalition on C,,2016,,',
  );
  const [a, b, c] = ['A', 'B', 'C'].map((name) => idFor('dynamic-coalition', `Dynamic Coalition on ${name}`));
  const PARTICIPANTS = aCsv('participants', 'DCs,main,2016,,DC on A,Summary,', 'DCs,main,2016,,DC on C,Summary,');

  test('is told by the words on coalitions and by a table of its own; what both tell is recorded once', async () => {
    await recordedBy(CYCLE_2016, DCS, PARTICIPANTS);
    const meetingId = sessionIdOf([GROUP], 'main', 2016);
    const effective = '[2016-12-06..2016-12-09]';
    expect(await facts('MeetingLogged', 'TookPart')).toMatchObject([
      {
        effective,
        data: { meetingId, workstreamIds: [GROUP], session: 'main', cycle: 2016, kind: 'in-person', title: 'Main session at IGF 2016' },
      },
      { effective, data: { meetingId, participantIds: [a] } },
      { effective, data: { meetingId, participantIds: [c] } },
    ]);
  });

  test('of a cycle that is not on record was there in its year', async () => {
    await recordedBy(DCS);
    expect(await facts('MeetingLogged', 'TookPart')).toMatchObject([{ effective: '2016' }, { effective: '2016' }]);
    // What is known of the cycle later changes nothing in what was recorded.
    expect(await importing(CYCLE_2016, DCS)).toMatchObject({ added: 2, unplaced: [] });
  });

  test('goes to the session that is on record already', async () => {
    const [meetingId, workstreamId] = [randomUUID(), randomUUID()];
    await asSecretariat(async () => {
      const group = { workstreamId, name: 'Dynamic Coalition Coordination Group', coordinates: 'dynamic-coalition' };
      await tracker.executor.execute(parse(RegisterCoordinationGroup, { ...group, effective: '[..2016-12-09]' }));
      const session = { title: 'DC main session', kind: 'in-person', session: 'main', cycle: 2016, effective: '2016-12-09T10:00Z' };
      await tracker.executor.execute(parse(LogMeeting, { meetingId, workstreamIds: [workstreamId], ...session }));
    });
    await importing(DCS);
    expect(await facts('MeetingLogged')).toHaveLength(1);
    expect(await facts('TookPart')).toMatchObject([{ effective: '2016-12-09T10:00Z', data: { meetingId, participantIds: [a] } }]);
  });

  test('is told from others by its day, where a cycle had several', async () => {
    const more = aCsv(
      'participants',
      'DCs,main,2015,2015-11-12,DC on A,,',
      'DCs,main,2015,2015-11-13,DC on A,,',
      'DCs,main,2015,,DC on B,,',
    );
    const report = await importing(DCS, more);
    expect(reasons(report)).toEqual(["4: 2 sessions of kind 'main' of the 2015 cycle are on record, and it is not said which"]);
    expect((await facts('MeetingLogged')).map(({ effective }) => effective)).toEqual(['2016', '2015-11-12', '2015-11-13']);
  });

  test('is added to by a second file', async () => {
    await importing(DCS, PARTICIPANTS);
    const more = aCsv('participants', 'DCs,main,2016,,DC on B,,', 'DCs,main,2016,,DC on C,,');
    expect(await importing(more)).toEqual({ added: 1, already: 3, unplaced: [] });
    expect(await facts('MeetingLogged')).toHaveLength(1);
    expect((await facts('TookPart')).map(({ data }) => (data as { participantIds: string[] }).participantIds)).toEqual([[a], [c], [b]]);
  });

  test.each([
    ['DCs,plenary,2016,,DC on A,,', "2: session: 'plenary' is not known: give one of main, coordination"],
    ['DCs,main,2016,,DC on X,,', "2: no workstream on record is called 'DC on X'"],
    ['Nobody,main,2016,,DC on A,,', "2: no workstream on record is called 'Nobody'"],
    ['DCs,main,,,DC on A,,', '2: cycle is empty'],
    ['DCs,main,2016,,,,', '2: participant is empty'],
  ])('%j is listed', async (row, reason) => {
    expect(reasons(await importing(DCS, aCsv('participants', row)))).toEqual([expect.stringContaining(reason)]);
  });
});
