import { randomUUID } from 'node:crypto';
import { recordCenbPhaseII } from '#test/cenb';
import { TestServer } from '#test/server';

let server: TestServer;
let callId: string;
beforeAll(async () => {
  server = await TestServer.start();
  ({ callId } = await recordCenbPhaseII(server));
});
afterAll(async () => server.stop());

const aCoalition = { name: 'Youth Coalition on Internet Governance', effective: '2007' };
const anExtension = { deadline: 'closing', to: '2016-12-14', effective: '2016-11-20' };

describe('A repeated request', () => {
  test('changes nothing and is answered with 200 and what the first was answered with', async () => {
    const path = `/v1/dynamic-coalitions/${randomUUID()}`;
    const first = await server.put(path, aCoalition);
    const before = await server.facts();
    const again = await server.put(path, aCoalition);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual({ ...(first.body as object), changed: false });
    for (const name of ['etag', 'x-log-position', 'location']) expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(await server.facts()).toHaveLength(before.length);
  });

  test('is known again by the id of its fact, also when others have written since and the state is another', async () => {
    const first = { ...anExtension, requestId: randomUUID() };
    const path = `/v1/calls/${callId}/extensions`;
    expect(await server.post(path, first)).toMatchObject({ status: 201 });
    const later = await server.post(path, { ...anExtension, to: '2016-12-21', effective: '2016-12-01', requestId: randomUUID() });
    const again = await server.post(path, first, { 'if-match': '"0"' });
    expect(again.status).toBe(200);
    expect(again.headers.get('etag')).toBe(later.headers.get('etag'));
  });

  test('records one fact when twenty come at once', async () => {
    const path = `/v1/dynamic-coalitions/${randomUUID()}`;
    const before = (await server.facts()).length;
    const replies = await Promise.all(Array.from({ length: 20 }, async () => server.put(path, aCoalition)));
    expect(replies.map(({ status }) => status).toSorted((a, b) => b - a)).toEqual([201, ...Array.from({ length: 19 }, () => 200)]);
    expect(new Set(replies.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(await server.facts()).toHaveLength(before + 1);
  });
});

describe('An id', () => {
  test('that was used for something else is refused by name, and nothing is recorded', async () => {
    const path = `/v1/dynamic-coalitions/${randomUUID()}`;
    await server.put(path, aCoalition);
    const before = (await server.facts()).length;
    for (const other of [
      { ...aCoalition, name: 'Another coalition' },
      { ...aCoalition, effective: '2008' },
    ]) {
      expect(await server.put(path, other)).toMatchObject({ status: 409, body: { type: '/problems/id-already-used', status: 409 } });
    }
    expect(await server.facts()).toHaveLength(before);
  });

  test('of a fact names one fact only', async () => {
    const requestId = randomUUID();
    const path = `/v1/calls/${callId}/counts`;
    expect(await server.post(path, { requestId, count: '45', effective: '2016-10-10' })).toMatchObject({ status: 201 });
    expect(await server.post(path, { requestId, count: '46', effective: '2016-10-10' })).toMatchObject({
      status: 409,
      body: { type: '/problems/id-already-used' },
    });
  });
});

describe('If-Match', () => {
  const path = (): string => `/v1/calls/${callId}/counts`;

  test('with an older revision is answered with 412, and nothing is recorded', async () => {
    const before = (await server.facts()).length;
    const stale = await server.post(path(), { count: '50', effective: '2016-10-20' }, { 'if-match': '"0"' });
    expect(stale).toMatchObject({ status: 412, body: { type: '/problems/precondition-failed', status: 412 } });
    expect(await server.facts()).toHaveLength(before);
  });

  test('with the revision that a reader was shown records', async () => {
    const shown = (await server.getLatest(`/v1/calls/${callId}`)).headers.get('etag')!;
    const told = await server.post(path(), { count: '51', effective: '2016-10-21' }, { 'if-match': shown });
    expect(told.status).toBe(201);
    expect(told.headers.get('etag')).toBe(`"${Number.parseInt(JSON.parse(shown) as string) + 1}"`);
  });

  test('knows the revision again that a server in between has marked as weak', async () => {
    const shown = (await server.getLatest(`/v1/calls/${callId}`)).headers.get('etag')!;
    const post = async (tag: string): Promise<unknown> =>
      server.post(path(), { count: '52', effective: '2016-10-22' }, { 'if-match': tag });
    expect(await post('W/"0"')).toMatchObject({ status: 412 });
    expect(await post(`W/${shown}`)).toMatchObject({ status: 201 });
  });

  test('lets one of several through who decided on the same revision', async () => {
    const shown = (await server.getLatest(`/v1/calls/${callId}`)).headers.get('etag')!;
    const counts = ['61', '62', '63', '64'].map((count) => ({ count, effective: '2016-10-25' }));
    const replies = await Promise.all(counts.map(async (body) => server.post(path(), body, { 'if-match': shown })));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 412, 412, 412]);
  });

  test.each(['3', '"3", "4"', '"-1"', '"three"', '""'])('that is no single entity tag of ours (%s) is refused', async (tag) => {
    const before = (await server.facts()).length;
    const refused = await server.post(path(), { count: '70', effective: '2016-10-30' }, { 'if-match': tag });
    expect(refused).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
    expect(await server.facts()).toHaveLength(before);
  });
});
