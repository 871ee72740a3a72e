import { randomUUID } from 'node:crypto';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { assertUnharmed, problemIn } from '#test/problems';
import { TestServer } from '#test/server';

let server: TestServer;
let cenb: CenbPhaseII;
let onRecord: number;
beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
  onRecord = (await server.facts()).length;
});
afterAll(async () => server.stop());

afterEach(async () => assertUnharmed(server, onRecord));

const INVALID = [400, 'invalid-input'] as const;
const aCall = (): object => ({ workstreamIds: [cenb.workstreamId], title: 'Comments', effective: '2016-10' });
const aPhase = { name: 'CENB Phase III', phase: 'III', cycle: 2017, effective: '2017' };

describe('A field that cannot be taken is named', () => {
  test.each<[what: string, fields: object, pointers: readonly string[]]>([
    ['a date that is none', { effective: '31 August 2016' }, ['/effective']],
    ['a day that is in no calendar', { inclusionDate: '2016-02-30' }, ['/inclusionDate']],
    ['bounds where a day is planned', { closingDate: '[2016-08..2016-11]' }, ['/closingDate']],
    ['a date as a number', { effective: 2016 }, ['/effective']],
    ['a date that lies ahead', { effective: '2199-01-01' }, ['/effective']],
    ['a purpose that calls do not have', { purpose: 'fun' }, ['/purpose']],
    ['a field that a call does not have', { deadline: '2016-11-14' }, ['/deadline']],
    ['a field within a field', { sources: [{ document: 'a page' }, { web: 'x' }] }, ['/sources/1/web']],
    ['a name that has a meaning in a pointer', { 'a/b~c': 1 }, ['/a~1b~0c']],
    ['an address that is none', { page: 'javascript:alert(1)' }, ['/page']],
    ['nothing where there must be something', { title: null }, ['/title']],
    ['blanks where there must be text', { title: ' \n ' }, ['/title']],
    ['a character that no page can show', { title: 'Call\u0000for input' }, ['/title']],
    ['half a character', { title: 'Call \ud83d' }, ['/title']],
    ['an object where there must be text', { title: { toString: 'x' } }, ['/title']],
    ['several at once', { title: '', purpose: 'fun' }, ['/title', '/purpose']],
  ])('%s', async (_, fields, pointers) => {
    expect(problemIn(await server.put(`/v1/calls/${randomUUID()}`, { ...aCall(), ...fields }))).toEqual([...INVALID, ...pointers]);
  });

  test('a kind of contribution that is none', async () => {
    const path = `/v1/calls/${cenb.callId}/contributions/${randomUUID()}`;
    expect(problemIn(await server.put(path, { kind: 'gossip', effective: '2016-08' }))).toEqual([...INVALID, '/kind']);
  });

  test('a language of any length but a short one', async () => {
    const path = `/v1/calls/${cenb.callId}/contributions/${randomUUID()}`;
    const language = `en${'-abcdefgh'.repeat(1000)}`;
    expect(problemIn(await server.put(path, { kind: 'written', language, effective: '2016-08' }))).toEqual([...INVALID, '/language']);
  });

  test('an id of nothing, or of something of another kind', async () => {
    const { callId, workstreamId } = cenb;
    const body = { ...aCall(), workstreamIds: [workstreamId, callId, randomUUID()] };
    expect(problemIn(await server.put(`/v1/calls/${randomUUID()}`, body))).toEqual([
      422,
      'unknown-reference',
      '/workstreamIds/1',
      '/workstreamIds/2',
    ]);
  });

  test.each(['not-a-uuid', '123', '%00', '00000000-0000-0000-0000-000000000000', '..%2F..%2Fetc'])('an id in the path (%s)', async (id) => {
    expect(problemIn(await server.put(`/v1/calls/${id}`, aCall()))).toEqual([...INVALID, '/callId']);
    expect(problemIn(await server.get(`/v1/calls/${id}`))).toEqual([...INVALID, '/callId']);
  });
});

describe('An address', () => {
  test('of a kind of workstream that there is not is not found', async () => {
    expect(problemIn(await server.put(`/v1/committees/${randomUUID()}`, aPhase))).toEqual([404, 'not-found']);
    expect(problemIn(await server.get('/v1/committees'))).toEqual([404, 'not-found']);
  });

  test('with the id of another kind of thing is not found, and says what it is the id of', async () => {
    const { callId, workstreamId } = cenb;
    const renaming = await server.post(`/v1/workstreams/${callId}/names`, { name: 'x' });
    expect(problemIn(renaming)).toEqual([404, 'not-found']);
    expect(renaming.text).toContain('it is the id of a call');
    expect(problemIn(await server.post(`/v1/calls/${workstreamId}/closings`, {}))).toEqual([404, 'not-found']);
    expect(problemIn(await server.get(`/v1/workstreams/${callId}`))).toEqual([404, 'not-found']);
  });

  test('with another id than the body is refused: nobody can say which was meant', async () => {
    const { callId } = cenb;
    const closing = await server.post(`/v1/calls/${callId}/closings`, { callId: randomUUID(), effective: '2016-12-14' });
    expect(problemIn(closing)).toEqual([...INVALID, '/callId']);
    expect(problemIn(await server.get(`/v1/calls/${callId}?callId=${randomUUID()}`))).toEqual([...INVALID, '/callId']);
    expect((await server.get(`/v1/calls/${callId}?callId=${callId.toUpperCase()}`)).status).toBe(200);
  });

  test('for something new with the id of another kind of thing is refused', async () => {
    expect(problemIn(await server.put(`/v1/cenb-phases/${cenb.callId}`, aPhase))).toEqual([409, 'id-already-used']);
  });

  test.each(['/v1/calls/%E0%A4%A', `/v1/calls/${'a'.repeat(2000)}`])(
    'that is not well-formed is a problem like any other',
    async (path) => {
      expect(problemIn(await server.get(path))).toEqual([...INVALID]);
    },
  );

  test.each(['DELETE', 'PATCH'])('takes no %s: what was recorded stays', async (method) => {
    expect(problemIn(await server.request(method, `/v1/calls/${cenb.callId}`))).toEqual([404, 'not-found']);
  });
});

describe('A question', () => {
  test.each<[query: string, pointer: string]>([
    ['asOf=2016-01&asOf=2017-01', '/asOf'],
    ['asOf=yesterday', '/asOf'],
    ['asOf=2016-13', '/asOf'],
    ['asOf=', '/asOf'],
    ['asOf=[2016..2017]', '/asOf'],
    ['knownAt=2016-08-31T25:00Z', '/knownAt'],
    ['minPosition=abc', '/minPosition'],
    ['minPosition=-1', '/minPosition'],
    ['minPosition=1.5', '/minPosition'],
    ['minPosition=1e3', '/minPosition'],
    ['minPosition=99999999999999999999', '/minPosition'],
    ['kind=committee', '/kind'],
    ['cycle=', '/cycle'],
    ['cycle=twenty', '/cycle'],
    ['asof=2016', '/asof'],
    ['__proto__=1', '/__proto__'],
    ['constructor=1', '/constructor'],
  ])('with %s is refused', async (query, pointer) => {
    expect(problemIn(await server.get(`/v1/workstreams?${query}`))).toEqual([...INVALID, pointer]);
  });

  test.each(['limit=0', 'limit=1001', 'limit=all', 'correctionsOnly=perhaps', 'cursor=x'])(
    'for facts with %s is refused',
    async (query) => {
      expect(problemIn(await server.get(`/v1/facts?${query}`))).toEqual([...INVALID, `/${query.split('=')[0]}`]);
    },
  );

  test('about a cycle of which nothing is known has an empty answer', async () => {
    expect((await server.get('/v1/workstreams?cycle=0')).body).toEqual({ total: 0, next: null, workstreams: [] });
  });
});

describe('A header', () => {
  test.each([
    ['too long', 'x'.repeat(201)],
    ['not UTF-8', 'Jos\u00e9'],
  ])('that says who speaks is refused when it is %s', async (_, actor) => {
    const reply = await server.post(`/v1/calls/${cenb.callId}/closings`, {}, { 'x-actor': actor });
    expect(problemIn(reply)).toEqual([...INVALID, '']);
    expect(reply.text).toContain('x-actor');
  });
});

describe('What a rule refuses', () => {
  test('is a problem of its own kind, with the reason in words', async () => {
    const earlier = await server.post(`/v1/calls/${cenb.callId}/extensions`, {
      deadline: 'closing',
      to: '2016-10-01',
      effective: '2016-11-20',
    });
    expect(problemIn(earlier)).toEqual([409, 'refused']);
    expect(earlier.text).toContain('2016-10-01 does not follow 2016-11-14');
  });

  test('is a correction without a reason', async () => {
    const [fact] = (cenb.steps[1]!.body as { factIds: string[] }).factIds;
    expect(problemIn(await server.post(`/v1/facts/${fact}/retractions`, {}))).toEqual([...INVALID, '/reason']);
    expect(problemIn(await server.post(`/v1/facts/${fact}/amendments`, { changes: { title: 'x' } }))).toEqual([...INVALID, '/reason']);
  });

  test('is a correction of what a correction cannot reach', async () => {
    const [fact] = (cenb.steps[1]!.body as { factIds: string[] }).factIds;
    const changes = { callId: randomUUID(), colour: 'red' };
    const reply = await server.post(`/v1/facts/${fact}/amendments`, { changes, reason: 'x' });
    expect(problemIn(reply)).toEqual([...INVALID, '/changes/callId', '/changes/colour']);
  });

  test('is a correction of a fact that there is not', async () => {
    expect(problemIn(await server.post(`/v1/facts/${randomUUID()}/retractions`, { reason: 'x' }))).toEqual([404, 'not-found']);
  });
});
