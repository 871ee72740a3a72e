import { randomUUID } from 'node:crypto';
import {
  AddAlias,
  LogMeeting,
  OpenCall,
  ReceiveContribution,
  RecordDecision,
  RegisterBestPracticeForum,
  RegisterDynamicCoalition,
  RegisterPerson,
  RenameWorkstream,
  TakeRole,
} from '#workstreams';
import { rebuilt, TestReadSide } from '#test/read-side';
import { TestTracker } from '#test/tracker';
import { type Search, search, type SearchHit, type SearchResult } from './get-search.js';

let tracker: TestTracker;
let readSide: TestReadSide;
beforeEach(() => {
  tracker = new TestTracker();
  readSide = new TestReadSide(tracker.store);
});
afterEach(async () => {
  await readSide.stop();
  await tracker.store.close();
});

async function found(q: string, rest: Partial<Search> = {}): Promise<SearchResult> {
  await readSide.reached(tracker.executor.lastPosition);
  return search({ q, ...rest }, readSide.tables).body;
}
const titles = async (q: string, rest: Partial<Search> = {}): Promise<readonly string[]> =>
  (await found(q, rest)).hits.map(({ title }) => title);

async function only(q: string, rest: Partial<Search> = {}): Promise<SearchHit> {
  const { hits, total } = await found(q, rest);
  expect(total).toBe(1);
  return hits[0]!;
}

async function coalition(name: string, effective = '2009'): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterDynamicCoalition, { workstreamId, name, effective });
  return workstreamId;
}

async function forum(name: string, cycle: number): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterBestPracticeForum, { workstreamId, name, cycle, effective: `${cycle}-03` });
  return workstreamId;
}

async function call(title: string, workstreamIds: readonly string[], effective = '2016-07-11'): Promise<string> {
  const callId = randomUUID();
  await tracker.do(OpenCall, { callId, workstreamIds, title, questions: ['Which measures helped?'], effective });
  return callId;
}

describe('What is looked for', () => {
  test('is found by the beginnings of its words, in any order and spread over its texts', async () => {
    const callId = await call('Call for views on spam', [await forum('Unsolicited Communications', 2015)]);
    expect((await only('measur CALL spam')).id).toBe(callId);
    expect(await titles('pam')).toEqual([]);
  });

  test('has all the words', async () => {
    await coalition('Gender and Access');
    await coalition('Access in Libraries');
    expect(await titles('access gender')).toEqual(['Gender and Access']);
  });

  test('is marked in the text that says it, with the facts that do', async () => {
    const outcome = await tracker.do(RegisterDynamicCoalition, {
      workstreamId: randomUUID(),
      name: 'Coalição: Acesso Público',
      effective: '2009',
    });
    const { matches, factIds } = await only('publico');
    expect(matches).toEqual([{ field: 'name', text: 'Coalição: Acesso Público', marks: [{ from: 17, to: 24 }], factIds: outcome.factIds }]);
    expect(factIds).toEqual(outcome.factIds);
  });

  test('by an alias names the fact that added it', async () => {
    const workstreamId = await coalition('Internet Rights and Principles');
    const { factIds } = await tracker.do(AddAlias, { workstreamId, alias: 'IRPC', effective: '2010' });
    expect(await only('irpc')).toMatchObject({ id: workstreamId, factIds });
  });

  test('by a name of before says which it was, and until when', async () => {
    const workstreamId = await coalition('Internet Bill of Rights', '2007');
    const { factIds } = await tracker.do(RenameWorkstream, { workstreamId, name: 'Internet Rights and Principles', effective: '2009-03' });
    expect(await only('bill')).toMatchObject({
      title: 'Internet Rights and Principles',
      formerName: { name: 'Internet Bill of Rights', since: '2007', until: '2009-03' },
    });
    expect(await only('internet rights')).toMatchObject({ formerName: null, factIds });
  });

  test('belongs to workstreams by name, and a person to those in which they hold a role', async () => {
    const workstreamId = await coalition('Accessibility');
    const personId = randomUUID();
    await tracker.do(RegisterPerson, { personId, name: 'Ada Example', organisation: 'Open Office', effective: '2010' });
    await tracker.do(TakeRole, { workstreamId, personId, roleId: randomUUID(), role: 'coordinator', effective: '2011' });
    const of = [{ workstreamId, name: 'Accessibility' }];
    expect(await only('open office')).toMatchObject({ kind: 'person', id: personId, workstreams: of });
    expect(await titles('ada', { workstreamId })).toEqual(['Ada Example']);
  });
});

describe('The order of what was found', () => {
  test('is: the exact title, others that have it in their names, then other text; of these the latest first', async () => {
    await call('Call on something else', [await forum('Spam', 2014)], '2014-06');
    await forum('Spam', 2015);
    await coalition('Spam and Access');
    const meetingId = randomUUID();
    await tracker.do(LogMeeting, {
      meetingId,
      workstreamIds: [await coalition('Domains')],
      title: 'Call I',
      kind: 'virtual',
      effective: '2017-01-01',
    });
    await tracker.do(RecordDecision, {
      meetingId,
      decisionId: randomUUID(),
      text: 'Spam is dealt with elsewhere.',
      effective: '2017-01-01',
    });
    const { hits } = await found('spam');
    expect(hits.map(({ title, workstreams }) => [title, workstreams[0]!.cycle])).toEqual([
      ['Spam', 2015],
      ['Spam', 2014],
      ['Spam and Access', null],
      ['Call I', null],
    ]);
  });

  test('prefers a whole word to the beginning of one', async () => {
    await coalition('Accessible');
    await coalition('Access for everyone');
    expect(await titles('access')).toEqual(['Access for everyone', 'Accessible']);
  });
});

describe('Only what is wanted', () => {
  test('by kind, by workstream, by cycle; each number says where its hits are', async () => {
    const [spam, gender] = [await forum('Spam', 2015), await forum('Gender', 2016)];
    const callId = await call('Views on spam', [spam]);
    await tracker.do(ReceiveContribution, {
      callId,
      contributionId: randomUUID(),
      kind: 'written',
      title: 'A word on spam',
      effective: '2016-08',
    });
    await call('Views on gender, not spam', [gender]);
    const { total, kinds } = await found('spam');
    expect(total).toBe(4);
    expect(kinds.map(({ kind, hits }) => [kind, hits])).toEqual([
      ['workstream', 1],
      ['call', 2],
      ['contribution', 1],
    ]);
    expect(await titles('spam', { kind: ['contribution', 'workstream'] })).toEqual(['Spam', 'A word on spam']);
    expect((await found('spam', { kind: ['call'], limit: 1 })).total).toBe(2);
    expect(await titles('spam', { workstreamId: gender })).toEqual(['Views on gender, not spam']);
    expect(await titles('spam', { cycle: 2015 })).toEqual(expect.arrayContaining(['Spam', 'Views on spam', 'A word on spam']));
    expect((await found('spam', { cycle: 2015 })).total).toBe(3);
  });
});

describe('As of a moment', () => {
  test('a name is found from when on it was used, and since it was known', async () => {
    tracker.now = '2020-01-01T00:00:00Z';
    const workstreamId = await coalition('Old Words', '2007');
    tracker.now = '2021-01-01T00:00:00Z';
    await tracker.do(RenameWorkstream, { workstreamId, name: 'Fresh Words', effective: '2010' });
    expect(await titles('words')).toEqual(['Fresh Words']);
    expect(await titles('words', { asOf: '2008' })).toEqual(['Old Words']);
    expect(await titles('fresh', { asOf: '2008' })).toEqual([]);
    expect(await titles('words', { knownAt: '2020' })).toEqual(['Old Words']);
    expect(await titles('words', { knownAt: '2019' })).toEqual([]);
    expect(await titles('old', { asOf: '2012' })).toEqual(['Fresh Words']);
  });

  test('what was corrected is found by what was believed', async () => {
    tracker.now = '2020-01-01T00:00:00Z';
    const workstreamId = randomUUID();
    const { stream, factIds } = await tracker.do(RegisterDynamicCoalition, { workstreamId, name: 'Mispelt Naem', effective: '2009' });
    tracker.now = '2021-01-01T00:00:00Z';
    const amendment = await tracker.amend(stream, { corrects: factIds[0]!, changes: { name: 'Right Name' }, reason: 'A slip.' });
    tracker.now = '2022-01-01T00:00:00Z';
    await tracker.retract(stream, { corrects: factIds[0]!, reason: 'There was no such thing.' });
    expect(await titles('mispelt')).toEqual([]);
    expect(await titles('right')).toEqual([]);
    expect(await titles('mispelt naem', { knownAt: '2020' })).toEqual(['Mispelt Naem']);
    expect(await titles('right', { knownAt: '2020' })).toEqual([]);
    expect(await titles('right', { upTo: Number(amendment.position) })).toEqual(['Right Name']);
  });

  test('is told alike by a read side that is built anew', async () => {
    tracker.now = '2020-01-01T00:00:00Z';
    const workstreamId = await coalition('Old Words', '2007');
    const callId = await call('A call on words', [workstreamId], '2009-05');
    await tracker.do(RenameWorkstream, { workstreamId, name: 'Fresh Words', effective: '2010' });
    await tracker.do(ReceiveContribution, { callId, contributionId: randomUUID(), kind: 'written', title: 'Words', effective: '2009-06' });
    for (const moment of [{}, { asOf: '2008' }, { asOf: '2009-05' }]) {
      const live = await found('words', moment);
      expect(live.hits).not.toEqual([]);
      expect(await rebuilt(tracker.store, (tables) => search({ q: 'words', ...moment }, tables).body)).toEqual(live);
    }
  });
});
