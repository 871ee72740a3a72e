import type { FactHistory, FactPage, FactState } from '#read-models';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { type Reply, TestServer } from '#test/server';

let server: TestServer;
let cenb: CenbPhaseII;
let opening: string;
let extension: string;
const factOf = ({ body }: Reply): string => (body as { factIds: string[] }).factIds[0]!;

beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
  [opening, extension] = [factOf(cenb.steps[1]!), factOf(cenb.steps[2]!)];
});
afterAll(async () => server.stop());

const asked = async <T>(path: string): Promise<T> => (await server.getLatest(path)).body as T;
const found = async (query: string): Promise<string[]> => (await asked<FactPage>(`/v1/facts?${query}`)).facts.map(({ type }) => type);

describe('A fact', () => {
  test('says what it changed in what it is about', async () => {
    const { changes, citation, fact } = await asked<FactHistory>(`/v1/facts/${extension}`);
    expect(changes.then.map(({ pointer }) => pointer)).toEqual(['/deadlines/0']);
    expect(changes.then[0]).toMatchObject({ after: { kind: 'closing', current: '2016-11-14', original: null } });
    expect(changes.now).toEqual(changes.then);
    expect(fact.sentence).toContain('moved from 31 August 2016');
    for (const part of [
      fact.sentence,
      'IGF Secretariat',
      'between 2016 and 14 November 2016',
      extension,
      fact.position,
      `/facts/${extension}`,
    ])
      expect(citation).toContain(part);
  });

  test('has a state before it and one after it, each with the facts of which it is made', async () => {
    const state = async (when: string): Promise<FactState> => asked<FactState>(`/v1/facts/${opening}/state?when=${when}`);
    expect(await state('before')).toMatchObject({ of: { category: 'call', id: cenb.callId }, when: 'before' });
    expect(await state('after')).toMatchObject({ state: { title: 'Call for public input', status: 'open' } });
    expect((await state('after')).factIds).toContain(opening);
    expect((await state('before')).factIds).not.toContain(opening);
  });

  test('names what else was recorded by the same request', async () => {
    const id = 'the minutes of 3 November';
    const body = (count: string): object => ({ count, covers: `Draft ${count}`, effective: '2016-11-03' });
    const head = { 'x-correlation-id': id };
    const first = factOf(await server.post(`/v1/calls/${cenb.callId}/counts`, body('41'), head));
    const second = factOf(await server.post(`/v1/calls/${cenb.callId}/counts`, body('42'), head));
    const { cause } = await asked<FactHistory>(`/v1/facts/${second}`);
    expect(cause).toEqual({ correlationId: id, total: 2, factIds: [first, second] });
    const { facts, groups } = await asked<FactPage>(
      `/v1/facts?group=cause&type=ContributionsCounted&correlationId=${encodeURIComponent(id)}`,
    );
    expect(facts.map(({ factId }) => factId)).toEqual([first]);
    expect(groups).toEqual([{ correlationId: id, head: first, total: 2, factIds: [first, second] }]);
  });
});

describe('A correction', () => {
  test('says what it turned, from what to what; then and now', async () => {
    const count = factOf(
      await server.post(`/v1/calls/${cenb.callId}/counts`, { count: '50', covers: 'the survey', effective: '2016-10-03' }),
    );
    const reason = 'it was entered wrongly';
    const amendment = factOf(await server.post(`/v1/facts/${count}/amendments`, { changes: { count: '51' }, reason }));
    const { changes, fact } = await asked<FactHistory>(`/v1/facts/${amendment}`);
    expect(changes.then).toEqual(
      expect.arrayContaining([
        { pointer: expect.stringMatching(/^\/counted\/\d+\/quantity\/printed$/) as string, before: '50', after: '51' },
      ]),
    );
    expect(changes.now).toEqual(changes.then);
    expect(fact.sentence).toContain('count from “50” to “51”');
    await server.post(`/v1/facts/${amendment}/retractions`, { reason });
    expect((await asked<FactHistory>(`/v1/facts/${amendment}`)).changes.now).toBeNull();
  });
});

describe('Facts are found', () => {
  test.each([
    ['kind=call', ['CallOpened', 'DeadlineExtended']],
    ['kind=workstream,call', ['CenbPhaseRegistered', 'CallOpened', 'DeadlineExtended']],
    ['type=CallOpened,DeadlineExtended', ['CallOpened', 'DeadlineExtended']],
    ['via=ht&kind=call', ['CallOpened', 'DeadlineExtended']],
    ['via=tt&kind=call', []],
    ['importedOnly=true', []],
    ['text=PUBLIC input&kind=call', ['CallOpened']],
    ['text=inclusionDate', []],
    ['text="quoted', []],
    ['hasSource=true&kind=figure', []],
  ])('by %s', async (query, types) => {
    expect(await found(query.replaceAll(' ', '%20').replaceAll('"', '%22'))).toEqual(types);
  });

  test('by what they are about', async () => {
    expect(new Set(await found(`object=${cenb.callId}&kind=call`))).toEqual(new Set(['CallOpened', 'DeadlineExtended']));
    expect(await found(`object=${cenb.workstreamId}`)).toEqual(['CenbPhaseRegistered']);
  });
});
