import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Calendar, CountOfRecord, FactHistory, FigureGroup, FigureList, SearchResult, SeriesList, WorkstreamList } from '#read-models';
import { temporaryFolder } from '#test/files';
import { readCalendar } from '#test/i-calendar';
import { igf } from '#test/programs';
import { TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';

let server: TestServer;
let report: Readonly<{ added: number; unplaced: readonly unknown[] }>;
beforeAll(async () => {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  const loaded = await igf(['import', '--json', '--store', `file:${join(folder, 'tracker.db')}`, ...files]);
  report = JSON.parse(loaded.stdout) as typeof report;
  server = await TestServer.start(folder);
}, 60_000);
afterAll(async () => server.stop());

const asked = async <T>(path: string): Promise<T> => (await server.getLatest(path)).body as T;

const counted = async (measure: string, cycle: number): Promise<CountOfRecord['computed']> =>
  (await asked<CountOfRecord>(`/v1/counts/${encodeURIComponent(measure)}?cycle=${cycle}`)).computed;

/** What the facts that a count gives say: each of them stands. */
async function facts(factIds: readonly string[]): Promise<readonly FactHistory[]> {
  const histories: FactHistory[] = [];
  for (const id of factIds) histories.push(await asked<FactHistory>(`/v1/facts/${id}`));
  expect(histories.filter(({ standing }) => standing === null)).toEqual([]);
  return histories;
}

/** The names of what the facts of a count are about. */
async function names(factIds: readonly string[], field: 'workstreamId' | 'participantIds'): Promise<string[]> {
  const { workstreams } = await asked<WorkstreamList>('/v1/workstreams');
  const ids = (await facts(factIds)).flatMap(({ fact }) => (fact.data as Readonly<Record<string, string | readonly string[]>>)[field]!);
  return ids.map((id) => workstreams.find(({ workstreamId }) => workstreamId === id)!.name).toSorted();
}

const groups = async (query: string): Promise<readonly FigureGroup[]> => (await asked<FigureList>(`/v1/figures?${query}`)).groups;

test('Every row of the sample history has a place', () => {
  expect(report.unplaced).toEqual([]);
  expect(report.added).toBeGreaterThan(600);
});

describe('From the facts of the sample history', () => {
  test.each([
    [2014, 5, 1],
    [2015, 6, 2],
    [2016, 4, 3],
    [2017, 3, 4],
  ])('the forums of %i are %i, in cycle number %i of theirs', async (cycle, value, place) => {
    const count = await counted('BPFs', cycle);
    expect(count).toMatchObject({ value, excluded: [] });
    expect(count.rule).toContain(`cycle number ${place} `);
    expect((await facts(count.factIds)).map(({ fact }) => [fact.type, fact.data])).toEqual(
      Array.from({ length: value }, () => ['BestPracticeForumRegistered', expect.objectContaining({ cycle }) as unknown]),
    );
  });

  test('the four forums of 2016 and the three of 2017 are those that the papers of these years name', async () => {
    const forums = async (cycle: number): Promise<string[]> => names((await counted('BPFs', cycle)).factIds, 'workstreamId');
    expect(await forums(2016)).toEqual(['Cybersecurity', 'Gender and Access', 'IPv6', 'IXPs']);
    expect(await forums(2017)).toEqual(['Cybersecurity', 'Gender and Access', 'Local Content']);
  });

  test('the phases of Connecting the Next Billion are I to IV, with the numbers that were published of them', async () => {
    const { workstreams } = await asked<WorkstreamList>('/v1/workstreams?kind=cenb-phase');
    expect(workstreams.map((each) => (each.kind === 'cenb-phase' ? `${each.cycle}: ${each.phase}` : '')).toSorted()).toEqual([
      '2015: I',
      '2016: II',
      '2017: III',
      '2018: IV',
    ]);
    const figures = await groups('measure=CENB contributions');
    const said = figures.map(({ scope, figures: all, agreement }) => [scope, all.map(({ value }) => value).toSorted(), agreement]);
    expect(said).toEqual(
      expect.arrayContaining([
        [null, ['70+', '80+'], 'compatible'],
        ['in Draft I', ['40+'], 'one voice'],
        ['phases I and II together', ['120+'], 'one voice'],
        ['phases I, II and III together', ['200+'], 'one voice'],
      ]),
    );
    const phaseI = figures.find(({ scope, cycle }) => scope === null && cycle === 2015)!;
    expect(phaseI.difference).toMatch(/^Published 70\+, 80\+, which are not the same but may all hold; computed 0\./);
    for (const { sources } of phaseI.figures) expect(sources.length).toBeGreaterThan(0);
  });

  test('twelve coalitions took part in their joint main session of 2016, as was published', async () => {
    const count = await counted('DCs in the joint main session', 2016);
    expect(count.value).toBe(12);
    const coalitions = await names(count.factIds, 'participantIds');
    expect(coalitions).toHaveLength(12);
    expect(coalitions).toEqual(
      expect.arrayContaining(['Internet Rights and Principles Coalition', 'Dynamic Coalition on Community Connectivity']),
    );
    const [group] = await groups('measure=DCs in the joint main session&cycle=2016');
    expect(group).toMatchObject({ figures: [{ value: '12' }], computed: { value: 12 }, difference: null });
  });

  test.each([
    [
      'new DCs',
      ['Dynamic Coalition on Community Connectivity', 'Dynamic Coalition on Innovative Approaches to Connecting the Unconnected'],
    ],
    ['recommitted DCs', ['Dynamic Coalition on Internet and Climate Change', 'Youth Coalition on Internet Governance']],
    ['exploratory DCs', ['Dynamic Coalition on Publicness', 'Dynamic Coalition on Schools of Internet Governance']],
  ])('the %s of 2016 are two', async (measure, coalitions) => {
    expect(await names((await counted(measure, 2016)).factIds, 'workstreamId')).toEqual(coalitions);
  });

  test('the initiatives that were published stand beside those on record, and what lies between is said', async () => {
    const figures = await groups('measure=recognised NRIs');
    const at = (date: string): FigureGroup => figures.find(({ speaksOf }) => speaksOf === date)!;
    expect(at('2015-12').figures.map(({ value, statedBy }) => [value, statedBy])).toEqual([
      ['37', 'Chair of the 11th IGF'],
      ['43', 'IGF Secretariat'],
    ]);
    expect(at('2015-12').agreement).toBe('disagree');
    expect([at('2016-12').figures[0]!.value, at('2017-12').figures[0]!.value]).toEqual(['72', '97']);
    const { workstreams } = await asked<WorkstreamList>('/v1/workstreams?kind=igf-initiative');
    for (const date of ['2015-12', '2016-12', '2017-12']) {
      const { computed, difference } = at(date);
      expect(computed!.value + computed!.excluded.length).toBe(workstreams.length);
      expect((await facts(computed!.factIds)).map(({ fact }) => fact.type)).toEqual(computed!.factIds.map(() => 'IgfInitiativeRegistered'));
      expect(difference).toContain(`computed ${computed!.value}. Excluded ${computed!.excluded.length} (`);
    }
  });

  test('the calls of the initiatives in 2016 were about a month apart, beside "fortnightly" and "(bi)monthly"', async () => {
    const { series } = await asked<SeriesList>('/v1/series?from=2016-04-19&to=2016-12-20');
    const { cadences, observed } = series.find(({ name }) => name === 'NRI calls')!;
    expect(cadences).toMatchObject([{ cadence: 'fortnightly' }, { cadence: 'bimonthly', printed: '(bi)monthly' }]);
    expect(observed).toMatchObject({ agendas: 9, sittings: 12, undated: 0, gapDays: { median: 31.5, shortest: 19, longest: 43 } });
    expect(Math.round(observed.gapDays!.mean)).toBe(31);
    const types = (await facts(observed.factIds)).map(({ fact }) => fact.type);
    expect(new Set(types)).toEqual(new Set(['MeetingLogged', 'MeetingHeld']));
  });
});

describe('In the sample history', () => {
  const search = async (q: string, rest = ''): Promise<SearchResult> => asked<SearchResult>(`/v1/search?q=${encodeURIComponent(q)}${rest}`);

  test('"cenb" finds what is called so first, and all four phases among the workstreams, with the facts that say so', async () => {
    const { hits, total, kinds } = await search('cenb');
    expect(hits[0]!.title).toContain('CENB');
    const phases = (await search('cenb', '&kind=workstream')).hits.map(({ workstreams }) => workstreams[0]!.kind);
    expect(phases).toEqual(Array.from({ length: 4 }, () => 'cenb-phase'));
    expect(kinds.reduce((sum, each) => sum + each.hits, 0)).toBe(total);
    for (const { factIds } of hits) {
      expect(factIds).not.toEqual([]);
      await facts(factIds);
    }
  });

  test('accents do not matter, whoever leaves them out', async () => {
    const names = ['Fórum da Internet em África', "Forum de l'Afrique centrale"];
    for (const name of names) {
      const reply = await server.put(`/v1/igf-initiatives/${randomUUID()}`, { name, level: 'regional', effective: '2012' });
      expect(reply.status).toBe(201);
    }
    const found = async (q: string): Promise<unknown> => (await search(q)).hits.map(({ title }) => title);
    expect(await found('africa forum da')).toEqual(names.slice(0, 1));
    expect(await found('afriqüe')).toEqual(names.slice(1));
  });

  test('"secur" finds the forum on cybersecurity by the title of its output, and "bpf cybersecur" those of all years', async () => {
    const found = async (q: string): Promise<unknown[]> =>
      (await search(q, '&kind=workstream')).hits.map(({ workstreams }) => [workstreams[0]!.name, workstreams[0]!.cycle]);
    expect(await found('secur')).toContainEqual(['Cybersecurity', 2016]);
    expect((await found('bpf cybersecur')).toSorted()).toEqual([2016, 2017, 2018].map((cycle) => ['Cybersecurity', cycle]));
    expect(await found('cybersecurity 2017')).toEqual([['Cybersecurity', 2017]]);
  });

  test('the hits of a kind are those that its number says', async () => {
    for (const { address, hits } of (await search('igf')).kinds) {
      const { total } = await asked<SearchResult>(address);
      expect(total).toBe(hits);
    }
  });

  test.each([
    '"',
    'AND',
    '*',
    'NEAR(',
    'NOT x OR',
    'names:igf',
    '🙂',
    '?!…',
    "'; DROP TABLE x; --",
    '{names} : a',
    'x'.repeat(500),
    'a b '.repeat(125),
  ])('whatever is asked is text: %s', async (q) => {
    const { status, body } = await server.get(`/v1/search?q=${encodeURIComponent(q)}`);
    expect(status).toBe(200);
    expect((body as SearchResult).hits.length).toBeLessThanOrEqual((body as SearchResult).total);
  });
});

describe('The calendar of the sample history', () => {
  const told = async (query: string): Promise<unknown> =>
    (await asked<Calendar>(`/v1/calendar?${query}`)).entries.map(({ from, title, state }) => [from, title, state]);
  const ahead = 'from=2016-08-02&to=2017&kind=deadline';

  test('has a date as ahead once it is sure to have been announced', async () => {
    expect(await told(`asOf=2016-08-01&${ahead}`)).toEqual([['2016-08-31', 'Inclusion date: Call for public input', 'ahead']]);
    // Of the extension to 14 November nobody knows when it was announced, and of other calls not when they were opened.
    expect(await told('asOf=2016-10-01&from=2016-10-01')).toEqual([]);
    expect(await told(`asOf=2016-12-01&${ahead}`)).toEqual([
      ['2016-08-19', 'Inclusion date: Call for contributions', 'past'],
      ['2016-08-31', 'Inclusion date: Call for public input', 'past'],
      ['2016-11-14', 'Closing date: Call for public input', 'overdue'],
      ['2016-11-14', 'Closing date: Comments on Draft I', 'overdue'],
      ['2016-12-06', 'Closing date: Comments on draft outputs (review platform)', 'ahead'],
      ['2016-12-14', 'Closing date: Comments on Draft II', 'ahead'],
    ]);
  });

  test('on 1 October 2016 has the calls as overdue that nobody closed', async () => {
    const { entries } = await asked<Calendar>('/v1/calendar?asOf=2016-10-01&overdue=true');
    expect(entries.map(({ from, overdueDays }) => [from, overdueDays])).toEqual([
      ['2014-09-15', 747],
      ['2015-08-25', 403],
      ['2015-10-16', 351],
      ['2015-11-20', 316],
      ['2016-02-12', 232],
    ]);
    for (const { factIds } of entries) expect((await facts(factIds)).map(({ fact }) => fact.type)).toContain('CallOpened');
  });

  test('is a file in which every entry stands of which a day is known', async () => {
    const { entries, total } = await asked<Calendar>('/v1/calendar?limit=10000');
    const toTheDay = entries.filter(({ precision }) => precision === 'day' || precision === 'instant');
    const { events, description } = readCalendar((await server.getLatest('/v1/calendar.ics')).text);
    expect(events.map(({ uid }) => uid.split('@')[0])).toEqual(toTheDay.map(({ id }) => id));
    expect(toTheDay.length).toBeGreaterThan(130);
    expect(description).toContain(`${total - toTheDay.length} entries are left out`);
    expect(events.find(({ summary }) => summary === 'Annual meeting: IGF 2016')).toMatchObject({ start: '2016-12-06', end: '2016-12-10' });
  });
});
