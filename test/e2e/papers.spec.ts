import { randomUUID } from 'node:crypto';
import type { PaperList, PaperView, Timeline } from '#read-models';
import { TestServer } from '#test/server';

const [workstreamId, other, callId, contributionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const [shared, messages, own, draftI, draftII] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const paper = `/v1/papers/${shared}`;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  const put = async (path: string, body: object): Promise<void> => expect((await server.put(path, body)).status).toBe(201);
  const post = async (path: string, body: object): Promise<void> => expect((await server.post(path, body)).status).toBe(201);
  await put(`/v1/cenb-phases/${workstreamId}`, { name: 'CENB', phase: 'II', cycle: 2016, effective: '2016-04' });
  await put(`/v1/best-practice-forums/${other}`, { name: 'Cybersecurity', cycle: 2016, effective: '2016-04' });
  await put(`/v1/calls/${callId}`, { workstreamIds: [workstreamId], title: 'Call for public input', effective: '2016-07-11' });
  await put(`/v1/calls/${callId}/contributions/${contributionId}`, { kind: 'written', effective: '2016-08-01' });
  const document = { kind: 'outcome document', cycle: 2016 };
  await put(paper, { ...document, workstreamIds: [workstreamId, other], title: 'Policy options', effective: '2016-06-27' });
  await put(`/v1/papers/${own}`, { ...document, workstreamIds: [other], title: 'Building confidence', effective: '2016-09' });
  await put(`/v1/papers/${messages}`, { workstreamIds: [], title: 'Geneva Messages', kind: 'messages', cycle: 2017, effective: '2017-12' });
  await put(`${paper}/drafts/${draftI}`, { name: 'Draft I', commentsUntil: '2016-11-14', effective: '2016-10' });
  await post(`${paper}/comment-periods/closings`, { draftId: draftI, effective: '2016-11-15' });
  await put(`${paper}/drafts/${draftII}`, { name: 'Draft II', effective: '2016-11-30' });
  await post(`${paper}/comment-periods`, { draftId: draftII, callId, until: '2016-12-14', effective: '2016-11-30' });
  await post(`${paper}/comment-periods`, { until: '2017-02', effective: '2017-01-25' });
  await post(`${paper}/feedback`, { draftId: draftII, kind: 'comments', count: '40+', effective: '2016-12-14' });
  const use = { callId, contributionIds: [contributionId], draftId: draftII, said: 'Schools first.', did: 'Section 3.' };
  await put(`${paper}/uses/${randomUUID()}`, { ...use, effective: '2016-11-30' });
  await post(`${paper}/finals`, { title: 'Policy options II', living: true, effective: '2017-01-25' });
  await post(`/v1/papers/${own}/supersessions`, { by: shared, effective: '2017-01-25' });
  await server.getLatest('/v1/papers');
});
afterAll(async () => server.stop());

describe('The papers there were', () => {
  const found = async (query: string): Promise<string[]> =>
    ((await server.get(`/v1/papers${query}`)).body as PaperList).papers.map(({ title }) => title);

  test.each([
    ['', ['Geneva Messages', 'Building confidence', 'Policy options II']],
    ['?limit=1', ['Geneva Messages']],
    [`?workstreamId=${workstreamId}`, ['Policy options II']],
    [`?workstreamId=${other}`, ['Building confidence', 'Policy options II']],
    [`?workstreamId=${other}&stage=superseded`, ['Building confidence']],
    ['?stage=living', ['Policy options II']],
    ['?stage=draft&asOf=2016-11-20', ['Policy options']],
    ['?kind=messages', ['Geneva Messages']],
    ['?cycle=2016&asOf=2016-07', ['Policy options']],
    ['?asOf=2016-05', []],
  ])('%s are %j', async (query, titles) => {
    expect(await found(query)).toEqual(titles);
  });

  test('are counted also beyond the limit', async () => {
    expect((await server.get('/v1/papers?limit=1')).body).toMatchObject({ total: 3 });
  });

  test('name what took their place', async () => {
    const { body } = await server.get(`/v1/papers?workstreamId=${other}&stage=superseded`);
    expect((body as PaperList).papers[0]!.supersededBy).toEqual({ paperId: shared, title: 'Policy options II' });
  });
});

describe('A paper', () => {
  test('has each comment period and count with the draft that it is on, and the input with the call that it answered', async () => {
    const view = (await server.get(paper)).body as PaperView;
    expect(view.stage).toBe('living');
    expect(view.workstreams.map(({ name }) => name)).toEqual(['CENB', 'Cybersecurity']);
    expect(view.drafts).toMatchObject([
      { name: 'Draft I', commentPeriods: [{ until: '2016-11-14', closed: { effective: '2016-11-15' } }], feedback: [] },
      { name: 'Draft II', commentPeriods: [{ until: '2016-12-14', callId }], feedback: [{ quantity: { printed: '40+' } }] },
    ]);
    expect([view.commentPeriods.map(({ until }) => until), view.feedback]).toEqual([['2017-02'], []]);
    expect(view.usedInput).toMatchObject([
      { callId, title: 'Call for public input', uses: [{ did: 'Section 3.', contributionIds: [contributionId] }] },
    ]);
  });

  test('was not there before it began', async () => {
    expect((await server.get(`${paper}?asOf=2016-06-26`)).status).toBe(404);
  });

  test('stands on the timelines of all its workstreams, with its drafts by name', async () => {
    const { body } = await server.get(`/v1/workstreams/${other}/timeline?type=CommentPeriodOpened`);
    const { entries, names } = body as Timeline;
    expect(entries).toHaveLength(2);
    expect([names[draftII], names[shared], names[callId]]).toEqual(['Draft II', 'Policy options II', 'Call for public input']);
    expect((await server.get(`/workstreams/${workstreamId}`)).text).toContain('Comments on Draft II of “Policy options II” opened until');
  });
});

describe('What a paper names must be there', () => {
  test.each([
    [
      'a call that has not received the contribution',
      `${paper}/uses/${randomUUID()}`,
      { callId, contributionIds: [randomUUID()], said: 'x', did: 'y' },
    ],
    ['a workstream that is not on record', `/v1/papers/${randomUUID()}`, { workstreamIds: [callId], title: 'x', kind: 'other' }],
  ])('%s', async (_, path, body) => {
    expect((await server.put(path, { ...body, effective: '2018' })).status).toBe(422);
  });

  test('and is not the paper itself', async () => {
    const reply = await server.post(`${paper}/supersessions`, { by: shared, effective: '2018' });
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('is the paper itself')]);
  });
});
