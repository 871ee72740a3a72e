import { randomUUID } from 'node:crypto';
import type { MeetingList, MeetingView, SeriesList, SeriesView, Timeline } from '#read-models';
import { TestServer } from '#test/server';

/** The NRI calls of 2016 by their numbers, each with the days of its sittings. */
const NRI_CALLS: readonly (readonly [number: string, ...days: string[]])[] = [
  ['V', '2016-04-19'],
  ['VI', '2016-05-23', '2016-05-27'],
  ['VII', '2016-06-22', '2016-06-23'],
  ['VIII', '2016-07-25', '2016-07-29'],
  ['IX', '2016-09-06'],
  ['X', '2016-10-04'],
  ['XI', '2016-10-27'],
  ['XII', '2016-11-15'],
  ['XIII', '2016-12-20'],
];

const seriesId = randomUUID();
const network = randomUUID();
const sessionId = randomUUID();
const coalitions = Array.from({ length: 12 }, () => randomUUID());
let server: TestServer;

const logged = async (fields: object, meetingId: string = randomUUID()): Promise<void> => {
  const { status, text } = await server.put(`/v1/meetings/${meetingId}/log`, { workstreamIds: [network], kind: 'virtual', ...fields });
  expect([status, text]).toEqual([201, expect.any(String)]);
};

const asked = async <T>(path: string): Promise<T> => (await server.getLatest(path)).body as T;

const factIdOf = async (path: string, fields: object): Promise<string> =>
  ((await server.post(path, fields)).body as { factIds: string[] }).factIds[0]!;

beforeAll(async () => {
  server = await TestServer.start();
  const group = { name: 'NRI coordinators', coordinates: 'igf-initiative', effective: '2015' };
  await server.put(`/v1/coordination-groups/${network}`, group);
  await server.put(`/v1/series/${seriesId}`, { workstreamIds: [network], name: 'NRI calls', effective: '2016-01' });
  const summary = { cadence: 'fortnightly', statedIn: 'Summary 2016' };
  await server.post(`/v1/series/${seriesId}/cadences`, { ...summary, effective: '2016-12-09' });
  const page = { cadence: 'bimonthly', printed: '(bi)monthly', statedIn: 'the page of the NRIs' };
  await server.post(`/v1/series/${seriesId}/cadences`, { ...page, effective: '2018' });
  for (const [officialNumber, ...days] of NRI_CALLS) {
    const sittings = days.map((heldOn, index) => ({ label: `${officialNumber}${'ab'[index]!}`, heldOn }));
    const call = {
      seriesId,
      title: `Virtual Meeting ${officialNumber}`,
      officialNumber,
      cycle: 2016,
      effective: days.at(-1)!,
    };
    await logged({ ...call, ...(days.length > 1 && { sittings }) });
  }
  await server.put(`/v1/meetings/${randomUUID()}`, {
    ...{ workstreamIds: [network], seriesId, title: 'Virtual Meeting I', kind: 'virtual', cycle: 2017 },
    ...{ scheduledFor: '2017-01-16T16:00Z', effective: '2016-12-20' },
  });
  for (const [index, id] of coalitions.entries())
    await server.put(`/v1/dynamic-coalitions/${id}`, { name: `Coalition ${index}`, effective: '2010' });
  const session = {
    title: 'Main session on Dynamic Coalitions',
    kind: 'in-person',
    session: 'joint',
    cycle: 2016,
    effective: '2016-12-08',
  };
  await logged({ ...session, workstreamIds: [coalitions[0]] }, sessionId);
});
afterAll(async () => server.stop());

describe('A series of meetings', () => {
  test('shows what was said of its rhythm beside what is observed, with the facts that make it', async () => {
    const { cadences, inForce, observed } = await asked<SeriesView>(`/v1/series/${seriesId}?from=2016-04&to=2016-12`);
    expect(cadences.map(({ cadence, printed }) => [cadence, printed])).toEqual([
      ['fortnightly', null],
      ['bimonthly', '(bi)monthly'],
    ]);
    expect(inForce).toMatchObject({ cadence: 'bimonthly', expectedGapDays: 61 });
    expect(observed).toMatchObject({ agendas: 9, sittings: 12, gapDays: { median: 31.5, mean: 30.6, shortest: 19, longest: 43 } });
    const { meetings } = await asked<MeetingList>(`/v1/meetings?seriesId=${seriesId}&status=held`);
    expect(observed.factIds.toSorted()).toEqual(meetings.map(({ begun }) => begun!.factId).toSorted());
  });

  test('shows both as they stood, over any span', async () => {
    const then = await asked<SeriesView>(`/v1/series/${seriesId}?asOf=2016-12-31&from=2016-05-25&to=2016-06-22`);
    expect(then.inForce).toMatchObject({ cadence: 'fortnightly', expectedGapDays: 14 });
    expect(then.observed).toMatchObject({ agendas: 2, sittings: 2, gapDays: { median: 26 } });
    const before = await asked<SeriesView>(`/v1/series/${seriesId}?asOf=2016-07-26`);
    expect(before.observed).toMatchObject({ agendas: 3, sittings: 5 });
    expect(before.inForce).toBeNull();
  });

  test('is listed, for its workstreams only where one is asked for', async () => {
    const other = randomUUID();
    await server.put(`/v1/series/${other}`, { workstreamIds: [coalitions[1]], name: 'DC calls', cadence: 'monthly', effective: '2015' });
    const { total, series } = await asked<SeriesList>('/v1/series?limit=1');
    expect([total, series.map(({ name }) => name)]).toEqual([2, ['DC calls']]);
    expect((await asked<SeriesList>('/v1/series')).series[1]?.observed.sittings).toBe(12);
    expect((await asked<SeriesList>(`/v1/series?workstreamId=${coalitions[1]!}`)).total).toBe(1);
    expect((await asked<SeriesList>(`/v1/series?workstreamId=${coalitions[2]!}`)).total).toBe(0);
  });
});

describe('Meetings', () => {
  const titles = async (query: string): Promise<string[]> =>
    (await asked<MeetingList>(`/v1/meetings?${query}`)).meetings.map(({ title }) => title);

  test.each([
    ['from=2016-11-15&to=2016-12-07', ['Virtual Meeting XII']],
    ['from=2016-05-25&to=2016-06', ['Virtual Meeting VII', 'Virtual Meeting VI']],
    ['from=2017', ['Virtual Meeting I']],
    ['status=scheduled', ['Virtual Meeting I']],
    ['cycle=2016&limit=2', ['Virtual Meeting XIII', 'Main session on Dynamic Coalitions']],
    ['session=joint', ['Main session on Dynamic Coalitions']],
    [`workstreamId=${network}&to=2016-05-20`, ['Virtual Meeting V']],
    ['asOf=2016-04-19', ['Virtual Meeting V']],
    ['asOf=2016-04-19&knownAt=2015', []],
  ])('asked for with %s are %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('have no view before they are on record', async () => {
    expect((await server.getLatest(`/v1/meetings/${sessionId}?asOf=2016-12-07`)).status).toBe(404);
    expect((await server.getLatest(`/v1/series/${seriesId}?asOf=2015`)).status).toBe(404);
  });
});

describe('A joint session', () => {
  test('is counted by those who took part, and stands on the timeline of each', async () => {
    const path = `/v1/meetings/${sessionId}`;
    const first = await factIdOf(`${path}/participants`, { participantIds: coalitions.slice(0, 5), effective: '2016-12-08' });
    const second = await factIdOf(`${path}/participants`, { participantIds: coalitions, effective: '2016-12-08' });
    const { participants } = await asked<MeetingView>(path);
    expect(participants).toHaveLength(12);
    expect(participants.map(({ factId }) => factId)).toEqual([...Array<string>(5).fill(first), ...Array<string>(7).fill(second)]);
    expect(participants[11]).toMatchObject({ name: 'Coalition 11', kind: 'dynamic-coalition' });
    const of = `workstreamId=${coalitions[11]!}`;
    for (const query of [of, `${of}&session=joint&cycle=2016&status=held`])
      expect((await asked<MeetingList>(`/v1/meetings?${query}`)).total).toBe(1);
    for (const query of [`${of}&session=main`, `${of}&cycle=2017`, `${of}&status=cancelled`, `${of}&seriesId=${seriesId}`])
      expect((await asked<MeetingList>(`/v1/meetings?${query}`)).total).toBe(0);
    const { entries, names } = await asked<Timeline>(`/v1/workstreams/${coalitions[11]!}/timeline`);
    expect(entries.map(({ fact }) => fact.type)).toEqual(['DynamicCoalitionRegistered', 'MeetingLogged', 'TookPart', 'TookPart']);
    expect(names[sessionId]).toBe('Main session on Dynamic Coalitions');
  });

  test('owes a record until there is one', async () => {
    const path = `/v1/meetings/${sessionId}`;
    expect(await asked<MeetingView>(path)).toMatchObject({
      status: 'held',
      record: null,
      minutesOwedSince: '2016-12-09',
      minutesDelay: null,
    });
    await server.post(`${path}/records`, { authority: 'caption', effective: '2016-12-10' });
    await server.post(`${path}/records`, { authority: 'adopted', effective: '2016-12-20' });
    expect(await asked<MeetingView>(path)).toMatchObject({
      record: { authority: 'adopted' },
      minutesOwedSince: null,
      minutesDelay: { days: 2 },
    });
    expect((await server.post(`${path}/records`, { authority: 'draft', effective: '2016-12-21' })).status).toBe(409);
  });

  test('takes no meeting in that was merged itself', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const plan = { workstreamIds: [coalitions[0]], title: 'Session', kind: 'in-person', scheduledFor: '2016-12-08', effective: '2016-11' };
    for (const id of [a, b]) await server.put(`/v1/meetings/${id}`, plan);
    expect((await server.post(`/v1/meetings/${a}/merger`, { intoMeetingId: b, effective: '2016-12-01' })).status).toBe(201);
    const back = await server.post(`/v1/meetings/${b}/merger`, { intoMeetingId: a, effective: '2016-12-02' });
    expect([back.status, back.text]).toEqual([422, expect.stringContaining('itself merged into another meeting')]);
  });
});
