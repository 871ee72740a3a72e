import type { CallView, FactPage, Timeline } from '#read-models';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { TestServer } from '#test/server';

let server: TestServer;
let cenb: CenbPhaseII;
beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
});
afterAll(async () => server.stop());

const call = async (query = ''): Promise<CallView> => (await server.getLatest(`/v1/calls/${cenb.callId}${query}`)).body as CallView;

describe('The call of CENB Phase II', () => {
  test('is recorded step by step, each with its revision, its position and the address of its fact', () => {
    expect(cenb.steps.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(cenb.steps.map(({ headers }) => headers.get('etag'))).toEqual(['"0"', '"0"', '"1"', '"2"', '"3"']);
    for (const { headers, body } of cenb.steps) {
      const { factIds, position, changed } = body as { factIds: string[]; position: string; changed: boolean };
      expect(changed).toBe(true);
      expect(headers.get('x-log-position')).toBe(position);
      expect(headers.get('location')).toBe(`/v1/facts/${factIds[0]}`);
    }
  });

  test('reads back with both deadlines, the one that moved and from where, and both counts as printed', async () => {
    const view = await call();
    expect(view).toMatchObject({
      title: 'Call for public input',
      status: 'open',
      opened: { effective: '2016-07-11' },
      workstreams: [{ workstreamId: cenb.workstreamId }],
    });
    expect(view.deadlines).toMatchObject([
      { kind: 'inclusion', category: 'everyone', original: '2016-08-31', current: '2016-08-31', extensions: [] },
      {
        kind: 'closing',
        original: null,
        current: '2016-11-14',
        extensions: [{ from: '2016-08-31', to: '2016-11-14', effective: '[2016..2016-11-14]', announcedIn: 'the page of the call' }],
      },
    ]);
    expect(view.counted).toMatchObject([
      { quantity: { printed: '40+', low: 40 }, covers: 'Draft I', includesOtherCalls: false },
      { quantity: { printed: '120+', low: 120 }, covers: 'CENB I and II', includesOtherCalls: true },
    ]);
    expect(view.counts.total.count).toBe(0);
  });

  test('was open with one deadline on 1 September, for the extension is not sure to have been made by then', async () => {
    const { status, deadlines, counted } = await call('?asOf=2016-09-01');
    expect({ status, counted }).toEqual({ status: 'open', counted: [] });
    expect(deadlines).toMatchObject([{ kind: 'inclusion', current: '2016-08-31' }]);
  });

  test('was not there before it opened', async () => {
    const before = await server.getLatest(`/v1/calls/${cenb.callId}?asOf=2016-07-10`);
    expect(before).toMatchObject({ status: 404, body: { type: '/problems/not-found' } });
  });

  test('is the same call on its page, in the timeline and in the audit log', async () => {
    const [page, timeline, facts] = [
      await server.getLatest(`/calls/${cenb.callId}`),
      (await server.getLatest(`/v1/workstreams/${cenb.workstreamId}/timeline`)).body as Timeline,
      (await server.getLatest(`/v1/facts?workstreamId=${cenb.workstreamId}`)).body as FactPage,
    ];
    for (const shown of ['31 August 2016', '14 November 2016', 'between 2016 and 14 November 2016', '40+', '120+', 'Draft I'])
      expect(page.text).toContain(shown);
    const onRecord = (await server.facts()).map(({ id, type }) => ({ factId: id, type }));
    expect(facts.facts.map(({ factId, type }) => ({ factId, type }))).toEqual(onRecord);
    expect(new Set(timeline.entries.map(({ factId }) => factId))).toEqual(new Set(onRecord.map(({ factId }) => factId)));
    expect(timeline.entries.find(({ fact }) => fact.type === 'DeadlineExtended')).toMatchObject({
      fact: { data: { from: '2016-08-31', to: '2016-11-14' } },
    });
    expect(facts.facts.map(({ metadata }) => metadata.actor)).toEqual(onRecord.map(() => 'IGF Secretariat'));
  });

  test('was read from the files again when the server has been restarted', async () => {
    const before = await call();
    await server.stop();
    server = await TestServer.start(server.folder);
    expect(await call()).toEqual(before);
  });
});

describe('A correction of it', () => {
  test('shows in what is known now, and not in what was known before it', async () => {
    const count = (cenb.steps[3]!.body as { factIds: string[] }).factIds[0]!;
    const knownBefore = new Date((await server.facts()).at(-1)!.recordedAt).toISOString();
    const amended = await server.post(`/v1/facts/${count}/amendments`, {
      changes: { count: 'over 40' },
      reason: 'the page says it in words',
    });
    expect(amended.status).toBe(201);
    expect((await call()).counted[0]).toMatchObject({ quantity: { printed: 'over 40' } });
    expect((await call(`?knownAt=${knownBefore}`)).counted[0]).toMatchObject({ quantity: { printed: '40+' } });
    const page = await server.getLatest(`/calls/${cenb.callId}?knownAt=${knownBefore}`);
    expect(page.text).toContain('40+');
    expect(page.text).not.toContain('over 40');
  });

  test('stands beside what it corrects in the timeline and in the history of the fact', async () => {
    const timeline = (await server.getLatest(`/v1/workstreams/${cenb.workstreamId}/timeline?type=FactAmended`)).body as Timeline;
    expect(timeline.entries).toMatchObject([
      {
        fact: { data: { changes: { count: 'over 40' } } },
        corrected: { type: 'ContributionsCounted', was: { count: '40+' } },
        reason: 'the page says it in words',
      },
    ]);
    const [amendment] = timeline.entries;
    const { corrects } = amendment!.fact.data as { corrects: string };
    const history = await server.getLatest(`/v1/facts/${corrects}`);
    expect(history.body).toMatchObject({
      fact: { data: { count: '40+' } },
      standing: { data: { count: 'over 40' } },
      corrections: [{ factId: amendment!.factId }],
    });
  });
});
