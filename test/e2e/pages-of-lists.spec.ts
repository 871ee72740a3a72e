import { randomUUID } from 'node:crypto';
import type { CallList, FactPage } from '#read-models';
import { linksOf } from '#test/links';
import { type Reply, TestServer } from '#test/server';

let server: TestServer;
let workstreamId: string;
beforeAll(async () => {
  server = await TestServer.start();
  workstreamId = randomUUID();
  await server.put(`/v1/policy-networks/${workstreamId}`, { name: 'Policy Network on Meaningful Access', effective: '2014' });
  for (let day = 10; day < 24; day++) await openCall(`2015-03-${day}`);
  await server.getLatest('/v1/calls');
});
afterAll(async () => server.stop());

async function openCall(effective: string): Promise<Reply> {
  return server.put(`/v1/calls/${randomUUID()}`, { workstreamIds: [workstreamId], title: `Call of ${effective}`, effective });
}

/** All pages from an address on, each named by the one before; something is done after each of them. */
async function pagesFrom(address: string, meanwhile: () => Promise<unknown>): Promise<readonly Reply[]> {
  const pages: Reply[] = [];
  for (let next: string | undefined = address; next !== undefined; next = linksOf(pages.at(-1)!).get('next')) {
    pages.push(await server.get(next));
    await meanwhile();
  }
  return pages;
}

const idsOf = ({ body }: Reply): readonly string[] => (body as CallList).calls.map(({ callId }) => callId);

describe('Going through the pages of a list', () => {
  test('gives what there was at the first page, whatever is recorded and corrected meanwhile', async () => {
    const then = await server.getLatest('/v1/calls?limit=1000');
    const [opened] = (await server.facts()).filter(({ type }) => type === 'CallOpened');
    const pages = await pagesFrom('/v1/calls?limit=4', async () => {
      await openCall('2015-03-15');
      await server.post(`/v1/facts/${opened!.id}/amendments`, { effective: '2015-03-24', reason: 'a slip', requestId: randomUUID() });
      await server.getLatest('/v1/calls');
    });
    expect(pages.map((page) => idsOf(page).length)).toEqual([4, 4, 4, 2]);
    expect(pages.flatMap(idsOf)).toEqual(idsOf(then));
    expect(pages.map(({ body }) => (body as CallList).total)).toEqual([14, 14, 14, 14]);
    expect(new Set(pages.map(({ headers }) => headers.get('x-log-position')))).toEqual(new Set([then.headers.get('x-log-position')]));
    expect(((await server.getLatest('/v1/calls')).body as CallList).total).toBe(18);
  });

  test('of facts gives each fact of the log once, in order', async () => {
    const then = (await server.facts()).map(({ id }) => id);
    const pages = await pagesFrom('/v1/facts?limit=5', async () => openCall('2015-04-01'));
    const facts = pages.flatMap(({ body }) => (body as FactPage).facts);
    expect(facts.map(({ factId }) => factId)).toEqual(then);
    expect(new Set(pages.map(({ body }) => (body as FactPage).total))).toEqual(new Set([then.length]));
  });

  test('leads back to the first page, as it was', async () => {
    const first = await server.getLatest('/v1/calls?limit=3');
    const second = await server.get(linksOf(first).get('next')!);
    await openCall('2015-03-30');
    await server.getLatest('/v1/calls');
    expect((await server.get(linksOf(second).get('first')!)).text).toBe(first.text);
  });
});

describe('A page', () => {
  test('names itself, its description and the next page; the last one has no next', async () => {
    const page = await server.get('/v1/calls?limit=2&status=open');
    const links = linksOf(page);
    expect(links.get('self')).toBe('/v1/calls?limit=2&status=open');
    expect(links.get('describedby')).toBe('/openapi.json');
    expect(links.get('next')).toBe(`/v1/calls?limit=2&status=open&cursor=${(page.body as CallList).next!}`);
    const last = await server.get('/v1/calls?limit=1000');
    expect([(last.body as CallList).next, linksOf(last).has('next')]).toEqual([null, false]);
  });

  test.each([
    ['with other filters', '/v1/calls?status=closed'],
    ['of another moment', '/v1/calls?asOf=2016'],
    ['of another position', '/v1/calls?upTo=1'],
    ['of another list', '/v1/papers'],
  ])('%s is not found by this cursor', async (_, address) => {
    const { next } = (await server.get('/v1/calls?limit=2')).body as CallList;
    const refused = await server.get(`${address}${address.includes('?') ? '&' : '?'}cursor=${next!}`);
    expect(refused).toMatchObject({ status: 400, body: { type: '/problems/invalid-input', errors: [{ pointer: '/cursor' }] } });
  });

  test('may be longer or shorter than the one before', async () => {
    const { next } = (await server.get('/v1/calls?limit=2')).body as CallList;
    expect(idsOf(await server.get(`/v1/calls?limit=5&cursor=${next!}`))).toHaveLength(5);
  });

  test.each(['x', 'MS4y', encodeURIComponent('1.2.aaaaaaaaaaaa'), 'A'.repeat(201)])('has no cursor %s', async (cursor) => {
    const refused = await server.get(`/v1/facts?cursor=${cursor}`);
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  });
});
