import { randomUUID } from 'node:crypto';
import type { FactView, StreamedFact } from '#read-models';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { recordOneOfEach } from '#test/one-of-each/index';
import { problemIn } from '#test/problems';
import { type Reply, TestServer } from '#test/server';

const HEARTBEAT = 50;

let server: TestServer;
let cenb: CenbPhaseII;
beforeAll(async () => {
  server = await TestServer.start(undefined, { heartbeat: HEARTBEAT });
  cenb = await recordCenbPhaseII(server);
});
afterAll(async () => server.stop());

const aCoalition = async (): Promise<Reply> => server.put(`/v1/dynamic-coalitions/${randomUUID()}`, { name: 'DC', effective: '2010' });

const onRecord = async (): Promise<readonly string[]> => (await server.facts()).map(({ id }) => id);

describe('A reader of the stream', () => {
  test('gets each fact as it was recorded, under its position in the log', async () => {
    const reader = await server.follow({ path: '/v1/stream?from=start' }).caughtUp();
    const { facts } = (await server.getLatest('/v1/facts')).body as { facts: readonly FactView[] };
    expect(facts).not.toEqual([]);
    expect(reader.facts).toEqual(facts.map(({ sentence: _, ...fact }) => ({ ...fact, workstreamIds: [cenb.workstreamId] })));
    const events = reader.events.filter(({ event }) => event === 'fact');
    expect(events.map(({ id }) => id)).toEqual((reader.facts as readonly StreamedFact[]).map(({ position }) => position));
    reader.cut();
  });

  test('is told once when that is all there is, and then of what comes', async () => {
    const before = await onRecord();
    const reader = await server.follow({ path: '/v1/stream?from=0' }).caughtUp();
    const written = await aCoalition();
    const last = written.headers.get('x-log-position')!;
    await reader.reached(last);
    expect(reader.events.map(({ event }) => event).filter((event) => event !== 'position')).toEqual([
      ...before.map(() => 'fact'),
      'caught-up',
      'fact',
    ]);
    expect(reader.factIds).toEqual(await onRecord());
    reader.cut();
  });

  test('begins with now when it names no place, and learns where that is', async () => {
    const reader = await server.follow().caughtUp();
    const end = (await server.facts()).at(-1)!.position;
    expect(reader.events[0]).toEqual({ event: 'caught-up', id: String(end), data: `{"position":"${end}"}` });
    const written = await aCoalition();
    await reader.reached(written.headers.get('x-log-position')!);
    expect(reader.factIds).toEqual((written.body as { factIds: readonly string[] }).factIds);
    reader.cut();
  });

  test('that comes back goes on behind what it has seen, whatever the address says', async () => {
    const ids = await onRecord();
    const seen = (await server.facts())[2]!.position;
    const reader = await server.follow({ path: '/v1/stream?from=start', lastEventId: String(seen) }).caughtUp();
    expect(reader.factIds).toEqual(ids.slice(3));
    reader.cut();
  });

  test('may be anybody, and nothing on the way keeps or holds back what it gets', async () => {
    const reader = await server.follow().caughtUp();
    expect(reader.head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    const head = reader.head.toLowerCase();
    expect(head).toContain('content-type: text/event-stream; charset=utf-8\r\n');
    expect(head).toContain('access-control-allow-origin: *\r\n');
    expect(head).toContain('cache-control: no-store\r\n');
    expect(head).toContain('x-accel-buffering: no\r\n');
    expect(head).toContain("content-security-policy: default-src 'none'");
    expect(head).toMatch(/x-request-id: [0-9a-f-]{36}\r\n/);
    expect(head).not.toContain('transfer-encoding');
    expect(reader.retry).toBeGreaterThanOrEqual(1000);
    reader.cut();
  });

  test('who asks only for the headers gets no more than them', async () => {
    const { status, headers, text } = await server.request('HEAD', '/v1/stream');
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/event-stream; charset=utf-8', '']);
  });
});

describe('A place or a filter that cannot be', () => {
  test.each<[what: string, query: string, pointer: string]>([
    ['a position beyond the log', 'from=1000000', '/from'],
    ['a position that is none', 'from=-1', '/from'],
    ['a position larger than any', 'from=9999999999999999', '/from'],
    ['a date', 'from=2016-08', '/from'],
    ['a workstream that can have no such id', 'workstreamId=7c9e6679-7425-40de-944b-e07fc1f90ae7,x', '/workstreamId'],
    ['a type that no fact has', 'type=CallOpened,CallBegun', '/type'],
    ['a field that is not there', 'asOf=2016', '/asOf'],
  ])('is refused by name: %s', async (_, query, pointer) => {
    expect(problemIn(await server.get(`/v1/stream?${query}`))).toEqual([400, 'invalid-input', pointer]);
  });

  test.each(['1000000', 'x', '-1', '99999999999999999999'])('is refused in Last-Event-ID: %s', async (id) => {
    const reply = await server.get('/v1/stream', { 'last-event-id': id });
    expect(problemIn(reply)).toEqual([400, 'invalid-input', '']);
    expect(reply.text).toContain('Last-Event-ID');
  });
});

describe('Somebody who asks for certain facts', () => {
  test('gets those and no others, the same when they are new as when they are past', async () => {
    const from = (await server.facts()).at(-1)!.position;
    const filters: Readonly<Record<string, (fact: StreamedFact) => boolean>> = {
      'type=CallOpened': ({ type }) => type === 'CallOpened',
      'type=ContributionReceived,FactRetracted': ({ type }) => type === 'ContributionReceived' || type === 'FactRetracted',
      'correctionsOnly=true': ({ type }) => /^Fact(Amended|Retracted|Reattributed|MarkedDuplicate)$/.test(type),
      'correctionsOnly=false': () => true,
      [`workstreamId=${cenb.workstreamId}`]: () => false,
    };
    const live = await Promise.all(Object.keys(filters).map(async (query) => server.follow({ path: `/v1/stream?${query}` }).caughtUp()));
    await recordOneOfEach(server);
    const end = (await server.facts()).at(-1)!.position;
    const all = await server.follow({ path: `/v1/stream?from=${from}` }).caughtUp();
    for (const [index, [query, isWanted]] of Object.entries(filters).entries()) {
      const past = await server.follow({ path: `/v1/stream?from=${from}&${query}` }).caughtUp();
      const wanted = (all.facts as readonly StreamedFact[]).filter(isWanted);
      await live[index]!.reached(end);
      expect({ query, facts: live[index]!.facts }).toEqual({ query, facts: wanted });
      expect({ query, facts: past.facts }).toEqual({ query, facts: wanted });
      past.cut();
    }
    for (const reader of [...live, all]) reader.cut();
    expect(live.map(({ facts }) => facts.length > 0)).toEqual([true, true, true, true, false]);
  });

  test('of a workstream gets the facts of all streams that were about it by then, a stream that came to it later from there on', async () => {
    const [first, second, callId] = [randomUUID(), randomUUID(), randomUUID()];
    await server.put(`/v1/dynamic-coalitions/${first}`, { name: 'First', effective: '2010' });
    await server.put(`/v1/dynamic-coalitions/${second}`, { name: 'Second', effective: '2010' });
    const opened = await server.put(`/v1/calls/${callId}`, { workstreamIds: [first], title: 'A call', effective: '2016' });
    const [factId] = (opened.body as { factIds: readonly string[] }).factIds;
    await server.post(`/v1/facts/${factId}/reattributions`, { owners: [second], reason: 'as the page has it' });
    await server.post(`/v1/calls/${callId}/closings`, { effective: '2017' });
    const told = async (query: string): Promise<readonly unknown[]> => {
      const reader = await server.follow({ path: `/v1/stream?from=start&${query}` }).caughtUp();
      reader.cut();
      return (reader.facts as readonly StreamedFact[]).map(({ type, workstreamIds }) => [type, workstreamIds]);
    };
    const late = [
      ['FactReattributed', [first, second]],
      ['CallClosed', [first, second]],
    ];
    expect(await told(`workstreamId=${second}`)).toEqual([['DynamicCoalitionRegistered', [second]], ...late]);
    expect(await told(`workstreamId=${first}`)).toEqual([['DynamicCoalitionRegistered', [first]], ['CallOpened', [first]], ...late]);
    expect(await told(`stream=call-${callId}&type=CallClosed`)).toEqual(late.slice(1));
  });
});

describe('A stream on which nothing happens', () => {
  test('shows again and again that it lives', async () => {
    const reader = await server.follow().caughtUp();
    await reader.until(() => reader.comments >= 3);
    expect(reader.events).toHaveLength(1);
    reader.cut();
  });

  test('tells a reader that waits for something rare how far it has come, to go on from there', async () => {
    const path = `/v1/stream?workstreamId=${randomUUID()}`;
    const reader = await server.follow({ path }).caughtUp();
    const position = (await aCoalition()).headers.get('x-log-position')!;
    await reader.reached(position);
    expect(reader.events.at(-1)).toEqual({ event: 'position', id: position, data: `{"position":"${position}"}` });
    await reader.until(() => reader.comments >= 1);
    expect(reader.of('position')).toHaveLength(1);
    reader.cut();
  });
});
