import { randomUUID } from 'node:crypto';
import type { MilestoneList, PersonList, PersonView, RoleList, Timeline, WorkstreamView } from '#read-models';
import { TestServer } from '#test/server';

/** The cycle of 2016, with one forum that is late, one that is not there, and one of another cycle. */
const [cycle, ipv6, ixps, later, coalition, draft, freeze] = Array.from({ length: 7 }, randomUUID) as [string, ...string[]] & string[];
const [person, successor, role, nextRole] = Array.from({ length: 4 }, randomUUID) as [string, ...string[]] & string[];

let server: TestServer;
const put = async (path: string, body: object): Promise<void> => expect((await server.put(`/v1/${path}`, body)).status).toBe(201);
const post = async (path: string, body: object): Promise<void> => expect((await server.post(`/v1/${path}`, body)).status).toBe(201);
const read = async <T>(path: string): Promise<T> => (await server.getLatest(`/v1/${path}`)).body as T;

beforeAll(async () => {
  server = await TestServer.start();
  await put(`cycles/${cycle}`, { name: 'IGF 2016', number: 11, cycle: 2016, effective: '2016-01' });
  await post(`cycles/${cycle}/annual-meeting`, { city: 'Guadalajara', startsOn: '2016-12-06', endsOn: '2016-12-09', effective: '2016-02' });
  await post(`cycles/${cycle}/annual-meeting`, { city: 'Zapopan', dayZeroOn: '2016-12-05', effective: '2016-12-09' });
  await put(`best-practice-forums/${ipv6}`, { name: 'IPv6', cycle: 2016, effective: '2016-04-06' });
  await put(`best-practice-forums/${ixps}`, { name: 'IXPs', cycle: 2016, effective: '2016-04-06' });
  await put(`best-practice-forums/${later}`, { name: 'Cybersecurity', cycle: 2017, effective: '2016-09' });
  await put(`dynamic-coalitions/${coalition}`, { name: 'DC on Publicness', effective: '2017-01-10' });
  const plan = `cycles/${cycle}/milestones`;
  await put(`${plan}/${draft}`, {
    name: 'first draft',
    dueOn: '2016-10-01',
    appliesTo: ['best-practice-forum', 'dynamic-coalition'],
    effective: '2016-06-23',
  });
  await put(`${plan}/${freeze}`, { name: 'freeze', dueOn: '2016-11-06', appliesTo: ['best-practice-forum'], effective: '2016-06-23' });
  await post(`${plan}/${draft}/moves`, { to: '2016-11-02', effective: '2016-09-20' });
  await post(`${plan}/${draft}/completions`, { metBy: ipv6, effective: '2016-11-04' });
  await post(`${plan}/${freeze}/cancellation`, { effective: '2016-11-20' });

  await put(`people/${person}`, { name: 'A. Person', organisation: 'APC', effective: '2015' });
  await put(`people/${successor}`, { name: 'B. Other', effective: '2015' });
  const roles = `workstreams/${ipv6}/roles`;
  await put(`${roles}/${role}`, { personId: person, role: 'coordinator', effective: '2016-05-01' });
  await post(`${roles}/${role}/end`, { effective: '2016-09-30' });
  await put(`${roles}/${nextRole}`, { personId: successor, role: 'coordinator', until: '2016-12', effective: '2016-10-01' });
  await post(`people/${person}/descriptions`, { name: 'A. Person-Other', organisation: 'ISOC', effective: '2017' });
});
afterAll(async () => server.stop());

const milestones = async (query = ''): Promise<MilestoneList> => read(`cycles/${cycle}/milestones${query}`);
const overdue = ({ milestones: all }: MilestoneList): [string, string[]][] =>
  all.map(({ name, overdue }) => [name, overdue.map(({ workstream, days }) => `${workstream.name}: ${days}`)]);

describe('A cycle', () => {
  test('is a workstream that says what its annual meeting is, and what was said of it before', async () => {
    const view = await read<WorkstreamView>(`workstreams/${cycle}`);
    expect(view).toMatchObject({
      kind: 'cycle',
      number: 11,
      annualMeeting: { city: 'Zapopan', startsOn: '2016-12-06', endsOn: '2016-12-09', dayZeroOn: '2016-12-05', theme: null },
      descriptions: [{ city: 'Guadalajara' }, { city: 'Zapopan' }],
    });
    const before = await read<WorkstreamView>(`workstreams/${cycle}?asOf=2016-11`);
    expect(before).toMatchObject({ annualMeeting: { city: 'Guadalajara', dayZeroOn: null } });
  });

  test('tells its story with the names of its milestones and of who met them', async () => {
    const { entries, names } = await read<Timeline>(`workstreams/${cycle}/timeline`);
    expect(entries.map(({ fact }) => fact.type)).toContain('MilestoneMet');
    expect([names[draft!], names[ipv6!]]).toEqual(['first draft', 'IPv6']);
    const page = await server.getLatest(`/workstreams/${cycle}`);
    expect(page.text).toContain('The milestone “first draft” moved from 1 October 2016 to 2 November 2016.');
    expect(page.text).toContain('“IPv6” met the milestone “first draft”.');
  });
});

describe('The milestones of a cycle', () => {
  test('have the date that was planned first, the one that is planned now, and who met them with which slip', async () => {
    const { cycle: of, total, milestones: all } = await milestones();
    expect([of.name, total]).toEqual(['IGF 2016', 2]);
    expect(all[0]).toMatchObject({
      name: 'first draft',
      original: '2016-10-01',
      current: '2016-11-02',
      slipDays: 32,
      moves: [{ from: '2016-10-01', to: '2016-11-02' }],
      met: [{ workstream: { name: 'IPv6' }, effective: '2016-11-04', slipDays: 34 }],
      dropped: null,
    });
    expect(all[1]).toMatchObject({ name: 'freeze', dropped: { effective: '2016-11-20' }, overdue: [] });
  });

  test('are overdue as of the date that is asked about: for those of the cycle, as the plan and its meetings stood then', async () => {
    expect(overdue(await milestones('?asOf=2016-09-19'))).toEqual([
      ['first draft', []],
      ['freeze', []],
    ]);
    const { milestones: early } = await milestones('?asOf=2016-09-19');
    expect(early[0]).toMatchObject({ current: '2016-10-01', met: [] });
    expect(overdue(await milestones('?asOf=2016-11-02'))[0]).toEqual(['first draft', []]);
    expect(overdue(await milestones('?asOf=2016-11-03'))[0]).toEqual(['first draft', ['IPv6: 1', 'IXPs: 1']]);
    expect(overdue(await milestones('?asOf=2016-11-07'))).toEqual([
      ['first draft', ['IXPs: 5']],
      ['freeze', ['IPv6: 1', 'IXPs: 1']],
    ]);
    const now = await milestones();
    expect(overdue(now)).toEqual([
      ['first draft', [expect.stringMatching(/^IXPs: \d{4,}$/)]],
      ['freeze', []],
    ]);
    expect(Math.abs(Date.parse(now.judgedAt) - Date.now())).toBeLessThan(60_000);
  });

  test('are those of one workstream when it is asked for', async () => {
    const own = await milestones(`?of=${ixps}`);
    expect(overdue(own)[0]).toEqual(['first draft', [expect.stringMatching(/^IXPs/)]]);
    expect(own.milestones[0]!.met).toEqual([]);
    expect(new Set(own.suggestions.map(({ kind }) => kind))).toEqual(new Set(['best-practice-forum']));
    expect((await milestones(`?of=${later}`)).total).toBe(0);
    expect((await milestones(`?of=${coalition}`)).total).toBe(0);
    expect((await server.getLatest(`/v1/cycles/${cycle}/milestones?of=${randomUUID()}`)).status).toBe(404);
  });

  test('stand beside what a usual plan would suggest', async () => {
    const { suggestions } = await milestones();
    const forum = suggestions.filter(({ kind }) => kind === 'best-practice-forum');
    expect(forum).toContainEqual({ kind: 'best-practice-forum', name: 'first draft', dueOn: '2016-09-06', milestoneId: draft });
    expect(forum).toContainEqual({ kind: 'best-practice-forum', name: 'freeze', dueOn: '2016-11-06', milestoneId: null });
    expect((await milestones('?asOf=2016-01')).suggestions).toEqual([]);
  });

  test('are not those of another kind of workstream', async () => {
    const refused = await server.getLatest(`/v1/cycles/${ipv6}/milestones`);
    expect([refused.status, refused.text]).toEqual([404, expect.stringContaining('is a best-practice-forum, not the preparation')]);
  });

  test('are met by those whom they are for', async () => {
    const body = { metBy: cycle, effective: '2017-02' };
    const refused = await server.post(`/v1/cycles/${cycle}/milestones/${draft}/completions`, body);
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/metBy', detail: 'is a cycle, for which "first draft" is not' }] },
    });
  });
});

describe('Roles', () => {
  const told = ({ roles }: Pick<RoleList, 'roles'>): unknown[] =>
    roles.map(({ person: who, role: what, from, to }) => [who.name, who.organisation, what, from, to]);
  const FORMER = ['A. Person', 'APC', 'coordinator', '2016-05-01', '2016-09-30'];

  test('are those that were held on the date', async () => {
    const at = async (query: string): Promise<unknown> => told(await read<RoleList>(`workstreams/${ipv6}/roles${query}`));
    expect(await at('?asOf=2016-07-01')).toEqual([['A. Person', 'APC', 'coordinator', '2016-05-01', null]]);
    expect(await at('?asOf=2016-10-15')).toEqual([['B. Other', null, 'coordinator', '2016-10-01', null]]);
    expect(await at('?asOf=2017-01')).toEqual([]);
    expect(await at('')).toEqual([]);
    expect(await at('?role=editor&all=true')).toEqual([]);
  });

  test('that ended are told on request, with the person as they were then', async () => {
    const { roles, total } = await read<RoleList>(`workstreams/${ipv6}/roles?all=true`);
    expect([total, told({ roles })]).toEqual([2, [FORMER, ['B. Other', null, 'coordinator', '2016-10-01', '2016-12']]]);
    const { roles: then } = await read<RoleList>(`workstreams/${ipv6}/roles?all=true&asOf=2016-10-15`);
    expect(told({ roles: then })).toEqual([FORMER, ['B. Other', null, 'coordinator', '2016-10-01', null]]);
  });

  test('of a person are found across workstreams, on past dates too', async () => {
    const now = await read<PersonView>(`people/${person}?all=true`);
    expect([now.name, now.organisation, told(now)]).toEqual(['A. Person-Other', 'ISOC', [FORMER]]);
    expect(now.roles[0]!.workstream).toMatchObject({ workstreamId: ipv6, name: 'IPv6', cycle: 2016 });
    expect((await read<PersonView>(`people/${person}`)).roles).toEqual([]);
    const then = await read<PersonView>(`people/${person}?asOf=2016-07-01`);
    expect([then.name, told(then)]).toEqual(['A. Person', [['A. Person', 'APC', 'coordinator', '2016-05-01', null]]]);
    expect((await server.getLatest(`/v1/people/${person}?asOf=2014`)).status).toBe(404);
  });

  test('are taken by people who are on record', async () => {
    const body = { personId: randomUUID(), role: 'editor', effective: '2016-06' };
    const refused = await server.put(`/v1/workstreams/${ipv6}/roles/${randomUUID()}`, body);
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/personId' }] } });
  });

  test('tell who is who in a workstream', async () => {
    const names = async (query: string): Promise<unknown> => (await read<PersonList>(`people${query}`)).people.map(({ name }) => name);
    expect(await names('')).toEqual(['A. Person-Other', 'B. Other']);
    expect(await names(`?workstreamId=${ipv6}&asOf=2016-10-15`)).toEqual(['B. Other']);
    expect(await read('people?limit=1')).toMatchObject({ total: 2, people: [{ name: 'A. Person-Other' }] });
  });

  test('stand on the timeline without a name in their facts', async () => {
    const page = await server.getLatest(`/workstreams/${ipv6}?asOf=2016-12-01`);
    expect(page.text).toContain('A. Person became coordinator.');
    expect(page.text).toContain('A. Person was no longer coordinator.');
    const facts = (await server.facts()).filter(({ type }) => type.startsWith('Role'));
    expect(JSON.stringify(facts.map(({ data }) => data))).not.toContain('Person');
  });
});
