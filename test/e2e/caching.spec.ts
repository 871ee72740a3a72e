import { request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { TestServer } from '#test/server';

let server: TestServer;
let cenb: CenbPhaseII;
beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
  await server.getLatest('/v1/calls');
});
afterAll(async () => server.stop());

const addresses = (): string[] => [
  `/v1/calls/${cenb.callId}`,
  '/v1/facts',
  '/v1/calls?asOf=2016-09-01',
  '/openapi.json',
  '/',
  '/api',
  `/calls/${cenb.callId}`,
];

/** An answer as it comes over the wire: `fetch` would mend some of it. */
async function plain(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
  const sent = request(server.url + path, { method, headers }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

describe('An answer that the reader has already', () => {
  test('is not sent again, wherever it comes from', async () => {
    for (const path of addresses()) {
      const first = await server.get(path);
      const etag = first.headers.get('etag')!;
      expect([path, etag]).toEqual([path, expect.stringMatching(/^"(\d+-)?[\da-f]{32}"$/)]);
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const again = await server.get(path, { 'if-none-match': known });
        expect([path, again.status, again.text, again.headers.get('etag')]).toEqual([path, 304, '', etag]);
      }
      expect(await server.get(path, { 'if-none-match': '"other"' })).toMatchObject({ status: 200, text: first.text });
    }
  });

  test('is sent again once it is another one', async () => {
    const workstreamId = randomUUID();
    await server.put(`/v1/policy-networks/${workstreamId}`, { name: 'PNMA', effective: '2021' });
    const shown = await server.getLatest(`/v1/workstreams/${workstreamId}`);
    await server.post(`/v1/workstreams/${workstreamId}/names`, { name: 'PNAI', effective: '2022' });
    const now = await server.getLatest('/v1/workstreams');
    const again = await server.get(`/v1/workstreams/${workstreamId}?minPosition=${now.headers.get('x-log-position')!}`, {
      'if-none-match': shown.headers.get('etag')!,
    });
    expect(again).toMatchObject({ status: 200, body: { name: 'PNAI' } });
  });

  test('is what a command may be decided on', async () => {
    const etag = (await server.get(`/v1/calls/${cenb.callId}`)).headers.get('etag')!;
    const count = { count: '81', effective: '2016-11-20' };
    const path = `/v1/calls/${cenb.callId}/counts`;
    expect((await server.post(path, count, { 'if-match': etag.replace(/\d+/, '0') })).status).toBe(412);
    expect((await server.post(path, count, { 'if-match': etag })).status).toBe(201);
  });
});

describe('HEAD', () => {
  test('says of every answer what GET says, without the answer', async () => {
    for (const path of addresses()) {
      const [get, head] = [await plain('GET', path), await plain('HEAD', path)];
      for (const name of ['etag', 'content-length', 'content-type', 'cache-control', 'link', 'x-log-position'])
        expect([path, name, head.headers[name]]).toEqual([path, name, get.headers[name]]);
      expect((await plain('HEAD', path, { 'if-none-match': get.headers.etag! })).statusCode).toBe(304);
    }
  });
});

describe('How long an answer holds', () => {
  test.each([
    ['/v1/calls', 'no-cache'],
    ['/', 'no-cache'],
    ['/v1/calls?upTo=2', 'no-cache'],
    ['/v1/calls?asOf=2016-09-01', 'no-cache'],
    ['/v1/calls?upTo=2&asOf=2199', 'no-cache'],
    ['/v1/calls?upTo=2&asOf=2016-09-01', 'public, max-age=31536000, immutable'],
    ['/v1/facts?upTo=2', 'public, max-age=31536000, immutable'],
    ['/v1/facts', 'no-cache'],
    ['/v1/calls?asOf=never', 'no-store'],
    ['/nowhere', 'no-store'],
  ])('is said of %s: %s', async (path, expected) => {
    expect((await server.get(path)).headers.get('cache-control')).toBe(expected);
  });

  test('is no time at all for what was recorded, and what was refused', async () => {
    const path = `/v1/policy-networks/${randomUUID()}`;
    const replies = [await server.put(path, { name: 'PNAI' }), await server.put(path, {})];
    expect(replies.map(({ status, headers }) => [status, headers.get('cache-control')])).toEqual([
      [201, 'no-store'],
      [400, 'no-store'],
    ]);
  });

  test('is for good where the answer is pinned: it stays the same, byte for byte', async () => {
    const path = '/v1/calls?upTo=3&asOf=2016-09-01';
    const before = await server.get(path);
    await server.post(`/v1/calls/${cenb.callId}/counts`, { count: '90', effective: '2016-08-30' });
    await server.getLatest('/v1/calls');
    const after = await server.get(path);
    expect([after.text, after.headers.get('x-log-position')]).toEqual([before.text, '3']);
  });
});
