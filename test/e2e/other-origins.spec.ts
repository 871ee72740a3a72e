import { randomUUID } from 'node:crypto';
import { type Reply, TestServer } from '#test/server';

const ORIGIN = { origin: 'https://www.intgovforum.org' };

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()));
afterAll(async () => server.stop());

const preflight = async (path: string, method: string): Promise<Reply> =>
  server.request('OPTIONS', path, {
    headers: { ...ORIGIN, 'access-control-request-method': method, 'access-control-request-headers': 'accept-datetime' },
  });

describe('A page of another origin', () => {
  test.each(['/v1/facts', '/openapi.json', '/', '/v1/calls/x', '/nowhere'])('may read %s, and what it says of itself', async (path) => {
    const { headers } = await server.get(path, ORIGIN);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    for (const name of ['ETag', 'Link', 'X-Log-Position', 'Memento-Datetime', 'Retry-After'])
      expect(headers.get('access-control-expose-headers')).toContain(name);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('is told before it asks that it may read, with any header', async () => {
    const { status, headers } = await preflight('/v1/facts', 'GET');
    expect([status, headers.get('access-control-allow-methods'), headers.get('access-control-allow-headers')]).toEqual([
      204,
      'GET, HEAD',
      '*',
    ]);
  });

  test('may not record: neither is it told so before, nor would it be shown the answer', async () => {
    const path = `/v1/policy-networks/${randomUUID()}`;
    expect((await preflight(path, 'PUT')).headers.get('access-control-allow-methods')).not.toMatch(/PUT|POST/);
    const recorded = await server.put(path, { name: 'PNAI' }, ORIGIN);
    expect([recorded.status, recorded.headers.get('access-control-allow-origin')]).toEqual([201, null]);
  });
});
