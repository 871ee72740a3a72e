import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { linksOf } from '#test/links';
import { TestServer } from '#test/server';

const THEN = 'Thu, 01 Sep 2016 12:00:00 GMT';

let server: TestServer;
let cenb: CenbPhaseII;
beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
  await server.getLatest('/v1/calls');
});
afterAll(async () => server.stop());

const negotiate = async (path: string, date: string): Promise<Response> =>
  fetch(server.url + path, { headers: { 'accept-datetime': date }, redirect: 'manual' });

describe('Accept-Datetime (RFC 7089)', () => {
  test.each(['/v1/calls?status=open', '/v1/facts', '/', '/v1/workstreams'])('leads from %s to the state at that instant', async (path) => {
    const gate = await negotiate(path, THEN);
    expect([gate.status, gate.headers.get('vary')]).toEqual([302, expect.stringMatching(/accept-datetime/i)]);
    const location = new URL(gate.headers.get('location')!, server.url);
    const dates = [location.searchParams.get('asOf'), location.searchParams.get('knownAt')];
    expect(dates).toEqual(['2016-09-01T12:00:00Z', '2016-09-01T12:00:00Z']);
    const memento = await server.get(location.pathname + location.search);
    expect([memento.status, memento.headers.get('memento-datetime')]).toEqual([200, THEN]);
    expect([linksOf(memento).get('original'), linksOf(memento).get('timegate'), linksOf(gate).get('original')]).toEqual([path, path, path]);
  });

  test('that lies ahead leads to now', async () => {
    const gate = await negotiate('/v1/calls', 'Sun, 01 Sep 2199 12:00:00 GMT');
    const asOf = Date.parse(new URL(gate.headers.get('location')!, server.url).searchParams.get('asOf')!);
    expect(Math.abs(Date.now() - asOf)).toBeLessThan(60_000);
  });

  test.each(['2016-09-01', 'yesterday', 'Fri, 01 Sep 2016 12:00:00 GMT', 'Thu, 01 Sep 2016 12:00:00 CET'])(
    'that is no date of HTTP (%s) is refused',
    async (date) => {
      const refused = await negotiate('/v1/calls', date);
      expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
      expect(await refused.text()).toContain('accept-datetime');
    },
  );

  test('changes nothing where the state is fixed already, or does not depend on a date', async () => {
    for (const path of ['/v1/calls?asOf=2016', '/v1/calls?upTo=2', '/openapi.json', '/problems/refused'])
      expect([path, (await negotiate(path, THEN)).status]).toEqual([path, 200]);
  });
});

describe('Memento-Datetime', () => {
  test.each([
    ['?asOf=2016-09-01', 'Thu, 01 Sep 2016 23:59:59 GMT'],
    ['?asOf=2016', 'Sat, 31 Dec 2016 23:59:59 GMT'],
    ['?asOf=2016-09-01&knownAt=2020', 'Thu, 01 Sep 2016 23:59:59 GMT'],
    ['?knownAt=2199', null],
    ['?asOf=2199', null],
    ['', null],
  ])('of %s is %s: the end of what the question asks about, once that is over', async (query, expected) => {
    expect((await server.get(`/v1/calls${query}`)).headers.get('memento-datetime')).toBe(expected);
  });

  test('stands on pages too', async () => {
    const page = await server.get(`/calls/${cenb.callId}?asOf=+2016-09-01+&knownAt=`);
    expect([page.status, page.headers.get('memento-datetime')]).toEqual([200, 'Thu, 01 Sep 2016 23:59:59 GMT']);
    expect(linksOf(page).get('original')).toBe(`/calls/${cenb.callId}`);
  });
});
