import { connect } from 'node:net';
import { problemIn } from '#test/problems';
import { TestServer } from '#test/server';

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()));
afterAll(async () => server.stop());

/** Sends bytes as they are and takes what comes back until the server hangs up. */
async function exchange(sent: string): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname, () => socket.write(sent));
  const received: Buffer[] = [];
  for await (const chunk of socket) received.push(chunk as Buffer);
  return Buffer.concat(received).toString();
}

describe('A connection', () => {
  test.each<[what: string, bytes: string]>([
    ['does not speak HTTP', 'HELO tracker\r\n\r\n'],
    ['has headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx-actor: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['gives two lengths', 'PUT / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}'],
  ])('that %s is told so as a problem detail, and ended', async (_, bytes) => {
    const [head = '', body = ''] = (await exchange(bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ type: '/problems/invalid-input', status: 400 });
  });

  test('that breaks off in the middle of a body records nothing', async () => {
    const { hostname, port } = new URL(server.url);
    const head =
      'PUT /v1/dynamic-coalitions/7c9e6679-7425-40de-944b-e07fc1f90ae7 HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
    const socket = connect(Number(port), hostname);
    await new Promise<void>((resolve) => socket.write(`${head}content-length: 100\r\n\r\n{"name":"DC"`, () => resolve()));
    socket.destroy();
    expect((await server.getLatest('/v1/workstreams')).body).toEqual({ total: 0, next: null, workstreams: [] });
    expect(await server.facts()).toEqual([]);
  });
});

describe('Every answer', () => {
  test.each(['/', '/v1/workstreams', '/openapi.json', '/nowhere', '/v1/calls/x', '/v1/calls/%E0%A4%A'])(
    'says by which id its request is known and lets nobody load, frame or sniff (%s)',
    async (path) => {
      const { headers } = await server.get(path);
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  test('to a request for nothing says so to programs and to people', async () => {
    expect(problemIn(await server.get('/nowhere'))).toEqual([404, 'not-found']);
    const page = await server.get('/nowhere', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).not.toContain('Cannot GET');
  });
});

describe('The request of a fact', () => {
  test('is kept with it, and so is the conversation that the client names', async () => {
    const written = await server.put(
      '/v1/dynamic-coalitions/7c9e6679-7425-40de-944b-e07fc1f90ae7',
      { name: 'DC', effective: '2010' },
      { 'x-actor': Buffer.from('Zoë').toString('latin1'), 'x-correlation-id': 'minutes of 12 May' },
    );
    expect((await server.facts()).at(-1)!.metadata).toMatchObject({
      actor: 'Zoë',
      via: 'http',
      $correlationId: 'minutes of 12 May',
      $causationId: written.headers.get('x-request-id'),
    });
  });
});
