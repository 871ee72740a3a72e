import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkstreamView } from '#read-models';
import { TestServer } from '#test/server';

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()));
afterAll(async () => server.stop());

describe('The position that a command is answered with', () => {
  test('makes a reader see the write, fifty times in a row', async () => {
    const path = `/v1/dynamic-coalitions/${randomUUID()}`;
    const shown = path.replace('dynamic-coalitions', 'workstreams');
    await server.put(path, { name: 'Name 0', effective: '2010' });
    for (let n = 1; n <= 50; n++) {
      const written = await server.post(`${shown}/names`, { name: `Name ${n}` });
      const position = written.headers.get('x-log-position')!;
      const read = await server.get(`${shown}?minPosition=${position}`);
      expect((read.body as WorkstreamView).name).toBe(`Name ${n}`);
      expect(BigInt(read.headers.get('x-log-position')!)).toBeGreaterThanOrEqual(BigInt(position));
      const revision = JSON.parse(written.headers.get('etag')!) as string;
      expect(read.headers.get('etag')).toMatch(new RegExp(`^"${revision}-`));
    }
  });

  test('works on pages as it does on the interface', async () => {
    const id = randomUUID();
    const written = await server.put(`/v1/policy-networks/${id}`, { name: 'Policy Network on Meaningful Access', effective: '2021' });
    const page = await server.get(`/?minPosition=${written.headers.get('x-log-position')}`);
    expect(page.text).toContain('Policy Network on Meaningful Access');
  });

  test('that the log has not come to is answered with 503, after which the same request may be made again', async () => {
    const early = await server.get('/v1/facts?minPosition=1000000');
    expect(early).toMatchObject({ status: 503, body: { type: '/problems/not-there-yet', status: 503 } });
    expect(early.headers.get('retry-after')).toBe('1');
    // It is given five seconds to get there.
  }, 15_000);
});

describe('A correction', () => {
  test('finds a fact that was recorded just before it', async () => {
    for (let n = 0; n < 20; n++) {
      const written = await server.put(`/v1/dynamic-coalitions/${randomUUID()}`, { name: 'DC', effective: '2010' });
      const amended = await server.post(`${written.headers.get('location')}/amendments`, { changes: { name: 'IRPC' }, reason: 'misspelt' });
      expect(amended.status).toBe(201);
    }
  });

  test('finds a fact while the read side is still being built, for a server that has only just begun', async () => {
    const written = await server.put(`/v1/dynamic-coalitions/${randomUUID()}`, { name: 'DC', effective: '2010' });
    await server.stop();
    rmSync(join(server.folder, 'read'), { recursive: true });
    server = await TestServer.start(server.folder);
    const amended = await server.post(`${written.headers.get('location')}/amendments`, { changes: { name: 'IRPC' }, reason: 'misspelt' });
    expect(amended.status).toBe(201);
  });
});
