import { randomUUID } from 'node:crypto';
import { assertUnharmed, problemIn } from '#test/problems';
import { type Reply, TestServer } from '#test/server';

let server: TestServer;
beforeAll(async () => (server = await TestServer.start()));
afterAll(async () => server.stop());
afterEach(async () => assertUnharmed(server, 0));

const INVALID = [400, 'invalid-input'] as const;
const aPhase = { name: 'CENB Phase III', phase: 'III', cycle: 2017, effective: '2017' };

describe('A body', () => {
  const send = async (raw: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Reply> =>
    server.request('PUT', `/v1/cenb-phases/${randomUUID()}`, { raw, headers });

  test.each([['[]'], [`[${JSON.stringify(aPhase)}]`], ['null'], ['"text"'], ['7'], ['true']])(
    'that is JSON but no object is refused (%s)',
    async (raw) => expect(problemIn(await send(raw))).toEqual([...INVALID, '']),
  );

  test('that breaks off is refused, with the place', async () => {
    const reply = await send('{"name": "CENB", "phase": ');
    expect(problemIn(reply)).toEqual([...INVALID, '']);
    expect(reply.text).toMatch(/not JSON/);
  });

  test('that is empty lacks what is needed', async () => {
    expect(problemIn(await send(''))).toEqual([...INVALID, '/phase', '/cycle', '/name']);
  });

  test('that is not UTF-8 is refused with the place of the first wrong byte, and nothing becomes a question mark', async () => {
    const text = Buffer.from('{"name":"Coalici\u00f3n","phase":"III","cycle":2017}', 'latin1');
    const reply = await send(new Uint8Array(text));
    expect(problemIn(reply)).toEqual([...INVALID, '']);
    expect(reply.text).toContain(`at byte ${text.indexOf(0xf3)}`);
  });

  test('of 2 MiB is too large', async () => {
    expect(problemIn(await send(JSON.stringify({ ...aPhase, note: 'x'.repeat(2 * 1024 * 1024) })))).toEqual([413, 'too-large']);
  });

  test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'json'])(
    'of another type (%s) is refused',
    async (type) =>
      expect(problemIn(await send(JSON.stringify(aPhase), { 'content-type': type }))).toEqual([415, 'unsupported-media-type']),
  );

  test.each<[json: string, pointer: string]>([
    ['{"__proto__": {"isAdmin": true}}', '/__proto__'],
    ['{"constructor": {"prototype": {"isAdmin": true}}}', '/constructor'],
    ['{"constructor": 1}', '/constructor'],
    ['{"sources": [{"__proto__": {"document": "x"}}]}', '/sources/0/__proto__'],
  ])('with a key that means something to JavaScript is refused, not passed over (%s)', async (json, pointer) => {
    expect(problemIn(await send(JSON.stringify(aPhase).replace(/}$/, `,${json.slice(1)}`)))).toEqual([...INVALID, pointer]);
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined();
  });

  test.each<[what: string, raw: string]>([
    ['lists', `{"name":${'['.repeat(490_000)}${']'.repeat(490_000)}}`],
    ['objects', `{"name":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}}`],
  ])('of %s nested without end is refused', async (_, raw) => {
    const reply = await send(raw);
    expect(problemIn(reply).slice(0, 2)).toEqual(INVALID);
    expect(reply.text).toContain('levels deep');
  });

  test.each<[what: string, body: object]>([
    ['a list of a hundred thousand', { ...aPhase, aliases: Array.from({ length: 100_000 }, (_, n) => `a${n}`) }],
    ['sixty thousand fields', Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`key${n}`, 1]))],
  ])('with %s is refused before its fields are looked at, in few words', async (_, body) => {
    const reply = await send(JSON.stringify(body));
    expect(problemIn(reply)).toEqual([...INVALID, '']);
    expect(reply.text.length).toBeLessThan(1000);
    expect(reply.text).toContain('holds more than 2000 values');
  });

  test('does without fields in the address: they are not passed over', async () => {
    const path = `/v1/calls/${randomUUID()}/closings?effective=2016-12-14`;
    expect(problemIn(await server.post(path, {}))).toEqual([...INVALID, '/effective']);
  });
});
