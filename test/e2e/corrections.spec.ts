import { randomUUID } from 'node:crypto';
import type { FactHistory, FactPage, Timeline } from '#read-models';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { type Reply, TestServer } from '#test/server';

let server: TestServer;
let cenb: CenbPhaseII;
beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
});
afterAll(async () => server.stop());

const reason = 'it was entered wrongly';
const factOf = ({ body }: Reply): string => (body as { factIds: string[] }).factIds[0]!;
const correct = async (
  factId: string,
  what: 'amendments' | 'retractions' | 'reattributions' | 'duplications',
  body: object = {},
): Promise<Reply> => server.post(`/v1/facts/${factId}/${what}`, { reason, ...body });
const historyOf = async (factId: string): Promise<FactHistory> => (await server.getLatest(`/v1/facts/${factId}`)).body as FactHistory;

describe('A retraction', () => {
  test('of a workstream that a call names is refused, and says which', async () => {
    const registration = (await server.facts())[0]!;
    const before = (await server.facts()).length;
    await server.getLatest('/v1/calls');
    const refused = await correct(registration.id, 'retractions');
    expect(refused).toMatchObject({
      status: 409,
      body: { type: '/problems/refused', detail: expect.stringContaining(`call-${cenb.callId}`) as string },
    });
    expect(await server.facts()).toHaveLength(before);
  });

  test('can be retracted: then the fact stands, and the first retraction does not', async () => {
    const count = factOf(await server.post(`/v1/calls/${cenb.callId}/counts`, { count: '41', effective: '2016-10-02' }));
    const first = factOf(await correct(count, 'retractions'));
    expect(await historyOf(count)).toMatchObject({ standing: null, isRetracted: true });
    const second = factOf(await correct(first, 'retractions'));
    expect(await historyOf(count)).toMatchObject({ standing: { data: { count: '41' } }, isRetracted: false });
    expect(await historyOf(first)).toMatchObject({ standing: null, isRetracted: true });
    expect(await historyOf(second)).toMatchObject({ standing: null, isRetracted: false });
    expect((await server.getLatest(`/facts/${second}`)).text).not.toContain('It has been retracted');
  });
});

describe('An amendment', () => {
  test('says what the fact said just before it, also when that was amended already', async () => {
    const count = factOf(await server.post(`/v1/calls/${cenb.callId}/counts`, { count: '50', effective: '2016-10-03' }));
    const amendments = [
      factOf(await correct(count, 'amendments', { changes: { count: '51' } })),
      factOf(await correct(count, 'amendments', { changes: { count: '52' } })),
    ];
    const { entries } = (await server.getLatest(`/v1/workstreams/${cenb.workstreamId}/timeline`)).body as Timeline;
    const told = amendments.map((id) => entries.find(({ factId }) => factId === id));
    expect(told).toMatchObject([
      { corrected: { was: { count: '50' } }, fact: { data: { changes: { count: '51' } } } },
      { corrected: { was: { count: '51' } }, fact: { data: { changes: { count: '52' } } } },
    ]);
  });

  test('needs a reason', async () => {
    const { id } = (await server.facts())[0]!;
    const refused = await server.post(`/v1/facts/${id}/amendments`, { changes: {} });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/reason' }] } });
  });
});

describe('Before anything was recorded', () => {
  test('nothing is told, no name either', async () => {
    for (const path of [
      `/v1/workstreams/${cenb.workstreamId}`,
      `/v1/workstreams/${cenb.workstreamId}/timeline`,
      `/v1/calls/${cenb.callId}`,
    ]) {
      expect(await server.getLatest(`${path}?knownAt=2020`)).toMatchObject({ status: 404 });
    }
  });
});

describe('The filters of facts', () => {
  const documents = async (source: string): Promise<unknown[]> => {
    const { facts } = (await server.getLatest(`/v1/facts?source=${encodeURIComponent(source)}`)).body as FactPage;
    return facts.flatMap(({ metadata }) => metadata.sources?.flatMap(({ document }) => document ?? []) ?? []);
  };

  test('look into the names of sources as they are written, in any case, and into nothing else', async () => {
    const sources = [{ document: 'The "Draft I" of 2016' }];
    await server.post(`/v1/calls/${cenb.callId}/counts`, { count: '60', effective: '2016-10-04', sources });
    expect(await documents('the "draft i"')).toEqual(['The "Draft I" of 2016']);
    expect(await documents('retrieved')).toEqual([]);
  });

  test.each(['type=CallOpend', 'type='])('refuse what is no type of fact: %s', async (query) => {
    expect(await server.get(`/v1/facts?${query}`)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/type' }] } });
  });

  test('refuse what is no kind of entry', async () => {
    const refused = await server.get(`/v1/workstreams/${cenb.workstreamId}/timeline?type=CallOpend`);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/type' }] } });
  });

  test('find one fact as of a date only if it is sure to have happened by then', async () => {
    const extension = factOf(cenb.steps[2]!);
    expect(await server.getLatest(`/v1/facts/${extension}?asOf=2016-09-01`)).toMatchObject({ status: 404 });
    expect(await server.getLatest(`/v1/facts/${extension}?asOf=2016-11-14`)).toMatchObject({ status: 200 });
  });
});

test('Lines of text end with a line feed alone, however they came in', async () => {
  const count = factOf(
    await server.post(`/v1/calls/${cenb.callId}/counts`, {
      count: '70',
      effective: '2016-10-05',
      requestId: randomUUID(),
      note: 'one\r\ntwo',
    }),
  );
  expect((await historyOf(count)).fact.metadata.note).toBe('one\ntwo');
});

describe('A reattribution', () => {
  test('takes a call from one timeline to another, and leaves word of it; before, it was where it was', async () => {
    const [other, callId] = [randomUUID(), randomUUID()];
    await server.put(`/v1/cenb-phases/${other}`, { name: 'CENB Phase I', phase: 'I', cycle: 2015, effective: '2015' });
    const opening = { workstreamIds: [cenb.workstreamId], title: 'Background contributions', effective: '2016-05' };
    const opened = factOf(await server.put(`/v1/calls/${callId}`, opening));
    const types = async (workstreamId: string, query = ''): Promise<string[]> => {
      const { entries } = (await server.getLatest(`/v1/workstreams/${workstreamId}/timeline${query}`)).body as Timeline;
      return entries.filter(({ fact: { data } }) => 'callId' in data && data.callId === callId).map(({ fact }) => fact.type);
    };
    const before = new Date().toISOString();
    expect(await types(cenb.workstreamId)).toEqual(['CallOpened']);
    const moved = factOf(await correct(opened, 'reattributions', { owners: [other] }));
    expect(await types(cenb.workstreamId)).toEqual([]);
    expect(await types(other)).toEqual(['CallOpened']);
    expect(await types(cenb.workstreamId, `?knownAt=${before}`)).toEqual(['CallOpened']);
    const page = (await server.getLatest(`/workstreams/${cenb.workstreamId}`)).text;
    expect(page).toContain('was found to be of “CENB Phase I”, not of');
    const calls = await server.getLatest(`/v1/calls?workstreamId=${cenb.workstreamId}`);
    expect(calls.text).not.toContain(callId);
    expect(await historyOf(opened)).toMatchObject({ standing: { data: { workstreamIds: [other] } }, corrections: [{ factId: moved }] });
  });

  test('names the owner that does not exist', async () => {
    const registration = (await server.facts()).find(({ type }) => type === 'CallOpened')!;
    const refused = await correct(registration.id, 'reattributions', { owners: [randomUUID()] });
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/unknown-reference', errors: [{ pointer: '/owners/0' }] } });
  });
});

describe('A mark as a duplicate', () => {
  test('of a call that was entered twice names the other, and only that is listed', async () => {
    const enter = async (): Promise<Readonly<{ callId: string; fact: string }>> => {
      const callId = randomUUID();
      const body = { workstreamIds: [cenb.workstreamId], title: 'Survey', effective: '2016-08' };
      return { callId, fact: factOf(await server.put(`/v1/calls/${callId}`, body)) };
    };
    const [one, two] = [await enter(), await enter()];
    expect(await correct(two.fact, 'duplications', { duplicateOf: one.fact })).toMatchObject({ status: 201 });
    const { text } = await server.getLatest(`/v1/calls?workstreamId=${cenb.workstreamId}`);
    expect([text.includes(one.callId), text.includes(two.callId)]).toEqual([true, false]);
    expect(await correct(one.fact, 'duplications', { duplicateOf: two.fact })).toMatchObject({ status: 409 });
    expect(await correct(one.fact, 'duplications', { duplicateOf: randomUUID() })).toMatchObject({ status: 404 });
  });
});

test('A timeline is that of a workstream: of anything else there is none', async () => {
  const personId = randomUUID();
  await server.put(`/v1/people/${personId}`, { name: 'A. Person', effective: '2016' });
  const role = { personId, role: 'coordinator', effective: '2016-05' };
  await server.put(`/v1/workstreams/${cenb.workstreamId}/roles/${randomUUID()}`, role);
  expect(await server.getLatest(`/v1/workstreams/${personId}/timeline`)).toMatchObject({ status: 404 });
});
