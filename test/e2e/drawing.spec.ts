import type { Drawing, Track, WorkstreamList } from '#read-models';
import { serverWithSample } from '#test/sample';
import type { TestServer } from '#test/server';

let server: TestServer;
beforeAll(async () => {
  server = await serverWithSample();
}, 60_000);
afterAll(async () => server.stop());

const asked = async <T>(path: string): Promise<T> => (await server.getLatest(path)).body as T;

async function idOf(query: string, name: RegExp): Promise<string> {
  const { workstreams } = await asked<WorkstreamList>(`/v1/workstreams?${query}`);
  return workstreams.find((each) => name.test(each.name))!.workstreamId;
}

const drawing = async (query: string): Promise<Drawing> => asked<Drawing>(`/v1/timelines?${query}`);
const phaseII = async (): Promise<string> => idOf('kind=cenb-phase&cycle=2016', /Phase II/);
const publicInput = ({ calls }: Track) => calls.find(({ title }) => title === 'Call for public input')!;

/** All ids of facts that stand anywhere in a drawing. */
const idsIn = (drawn: object): string[] =>
  [...JSON.stringify(drawn).matchAll(/actIds":\[([^\]]*)\]/g)].flatMap(([, ids]) => JSON.parse(`[${ids}]`) as string[]);

describe('The drawing of CENB Phase II', () => {
  test('shows the call of July 2016: planned until 31 August, and on until 14 November by an extension', async () => {
    const { tracks } = await drawing(`workstreamId=${await phaseII()}`);
    const call = publicInput(tracks[0]!);
    expect(call.planned).toMatchObject({ from: { date: '2016-07-11', precision: 'day' }, to: { date: '2016-08-31' } });
    expect(call.extensions).toMatchObject([
      {
        kind: 'closing',
        fromKind: 'inclusion',
        from: { date: '2016-08-31' },
        to: { date: '2016-11-14' },
        days: 75,
        announced: { from: '2016-07-11', to: '2016-11-14', precision: 'bounds' },
        afterDeadline: 'not known',
      },
    ]);
    expect(call.to).toMatchObject({ date: '2016-11-14' });
  });

  test('tells of every mark the facts that make it, with both dates and in words', async () => {
    const drawn = await drawing(`workstreamId=${await phaseII()}`);
    const ids = idsIn({ tracks: drawn.tracks, verticals: drawn.verticals });
    expect(new Set(Object.keys(drawn.facts))).toEqual(new Set(ids));
    const [extension] = publicInput(drawn.tracks[0]!).extensions;
    expect(drawn.facts[extension!.factIds[0]!]).toMatchObject({
      type: 'DeadlineExtended',
      kind: 'call',
      sentence: expect.stringContaining('moved from 31 August 2016, the inclusion date, to 14 November 2016') as string,
      recordedAfterDays: expect.any(Number) as number,
    });
  });

  test('is drawn by what was sure, and by what was known, at a moment', async () => {
    const id = await phaseII();
    const then = await drawing(`workstreamId=${id}&asOf=2017-01-10`);
    expect(then.axis.now).toBe('2017-01-10');
    expect(then.tracks[0]!.status.find(({ rule }) => rule === 'phase stage')).toMatchObject({ status: 'drafting', to: null });
    expect(await server.getLatest(`/v1/timelines?workstreamId=${id}&asOf=2016-09-01`)).toMatchObject({ status: 404 });
    expect(await server.getLatest(`/v1/timelines?workstreamId=${id}&knownAt=2020`)).toMatchObject({ status: 404 });
  });

  test('puts what happened where it was recorded, on the other axis; deadlines stay where they are', async () => {
    const { tracks } = await drawing(`workstreamId=${await phaseII()}&axis=recorded`);
    const call = publicInput(tracks[0]!);
    const today = new Date().getUTCFullYear();
    expect(call.from).toMatchObject({ precision: 'instant', date: expect.stringMatching(`^${today}`) as string });
    expect(call.extensions).toMatchObject([
      { from: { date: '2016-08-31' }, to: { date: '2016-11-14' }, announced: { precision: 'instant' } },
    ]);
  });

  test('says from which day on it had which status, by which version of the rule', async () => {
    const { tracks } = await drawing(`workstreamId=${await phaseII()}`);
    const stages = tracks[0]!.status.filter(({ rule }) => rule === 'phase stage');
    expect(stages.map(({ status, from, to }) => [status, from, to])).toEqual([
      ['drafting', '2016-12-31', '2017-01-24'],
      ['final', '2017-01-25', null],
    ]);
    for (const { factIds } of stages) expect(factIds.length).toBeGreaterThan(0);
  });
});

describe('Several timelines', () => {
  test('stand side by side on one axis, in the order in which they were asked for', async () => {
    const ids = [await idOf('kind=best-practice-forum&cycle=2016', /Cybersecurity/), await phaseII()];
    const { tracks, axis, total } = await drawing(`workstreamId=${ids.join(',')}&from=2016-05&to=2016-11`);
    expect([total, tracks.map(({ workstream }) => workstream.workstreamId)]).toEqual([2, ids]);
    expect(axis).toMatchObject({ by: 'effective', from: '2016-05-01', to: '2016-11-30' });
    const held = tracks[0]!.meetings.map(({ when, status, record }) => [when!.date.slice(0, 4), status, record]);
    expect(held.length).toBeGreaterThan(0);
    for (const [year, status] of held) expect([year, status]).toEqual(['2016', 'held']);
  });

  test('are four at most, each of a workstream that there is', async () => {
    const id = await phaseII();
    const other = '00000000-0000-4000-8000-000000000001';
    expect(await server.get(`/v1/timelines?workstreamId=${id},${other}`)).toMatchObject({ status: 404 });
    expect(await server.get(`/v1/timelines?workstreamId=${id},x`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/workstreamId' }] },
    });
    const many = Array.from({ length: 5 }, (_, index) => other.replace(/1$/, String(index)));
    expect(await server.get(`/v1/timelines?workstreamId=${many.join(',')}`)).toMatchObject({ status: 400 });
    expect(await server.get('/v1/timelines')).toMatchObject({ status: 400 });
  });
});

describe('The timeline of the cycle of 2016', () => {
  test('has its own track first, then all who worked in it, from one annual meeting to the next', async () => {
    const id = await idOf('kind=cycle&cycle=2016', /2016/);
    const { tracks, axis, total, verticals } = await asked<Drawing>(`/v1/cycles/${id}/timeline`);
    expect(axis).toMatchObject({ from: '2015-11-14', to: '2016-12-09' });
    expect([tracks[0]!.workstream.workstreamId, tracks.length]).toEqual([id, total]);
    const forums = tracks.filter(({ workstream }) => workstream.kind === 'best-practice-forum').map(({ workstream }) => workstream.name);
    expect(forums).toEqual(['Cybersecurity', 'Gender and Access', 'IPv6', 'IXPs']);
    expect(tracks.filter(({ workstream }) => workstream.kind === 'dynamic-coalition')).toHaveLength(12);
    expect(verticals.map(({ what, from, to }) => [what, from.date, to!.date])).toEqual(
      expect.arrayContaining([
        ['annual meeting', '2016-12-06', '2016-12-09'],
        ['meeting of a body', '2016-04-04', '2016-04-06'],
      ]),
    );
    for (const { factIds } of verticals) expect(factIds.length).toBeGreaterThan(0);
  });

  test('is that of a cycle: of anything else there is none', async () => {
    expect(await server.getLatest(`/v1/cycles/${await phaseII()}/timeline`)).toMatchObject({ status: 404 });
  });
});
