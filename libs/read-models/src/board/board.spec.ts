import { randomUUID } from 'node:crypto';
import {
  CloseCall,
  CountContributions,
  FileYearlyReport,
  LogMeeting,
  OpenCall,
  PublishRecord,
  ReceiveContribution,
  RegisterBestPracticeForum,
  RegisterCycle,
  RegisterDynamicCoalition,
  RegisterPerson,
  RenameWorkstream,
  ScheduleMeeting,
  SetMilestone,
  TakeRole,
} from '#workstreams';
import { TestReadSide } from '#test/read-side';
import { TestTracker } from '#test/tracker';
import { type BoardRow, CELL_COLUMNS } from './columns.js';
import { type Board, type GetBoard, getBoard } from './get-board.js';

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

async function board(query: Partial<GetBoard> = {}): Promise<Board> {
  await readSide.reached(tracker.executor.lastPosition);
  return getBoard(query, readSide.tables).body;
}

const rowOf = async (workstreamId: string, query: Partial<GetBoard> = {}): Promise<BoardRow> =>
  (await board({ limit: 1000, ...query })).rows.find((row) => row.workstreamId === workstreamId) as BoardRow;

async function forum(cycle = 2016, name = 'Cybersecurity'): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterBestPracticeForum, { workstreamId, name, cycle, effective: `${cycle}-04-05` });
  return workstreamId;
}

async function coalition(name = 'Accessibility', effective = '2010'): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterDynamicCoalition, { workstreamId, name, effective });
  return workstreamId;
}

async function call(workstreamId: string, closingDate: string, effective = '2016-07-11'): Promise<string> {
  const callId = randomUUID();
  await tracker.do(OpenCall, { callId, workstreamIds: [workstreamId], title: 'Call for input', closingDate, effective });
  return callId;
}

const contribute = async (callId: string, effective: string): Promise<unknown> =>
  tracker.do(ReceiveContribution, { callId, contributionId: randomUUID(), kind: 'written', effective });

const log = async (workstreamId: string, effective: string): Promise<string> => {
  const meetingId = randomUUID();
  await tracker.do(LogMeeting, { meetingId, workstreamIds: [workstreamId], title: `Meeting of ${effective}`, kind: 'virtual', effective });
  return meetingId;
};

const reasons = ({ attention }: Pick<BoardRow, 'attention'>): readonly string[] => attention.map(({ why }) => why);

describe('A cell of the board', () => {
  test('tells what is not known from what cannot be, and both from zero', async () => {
    const [owing, other] = [await forum(), await coalition()];
    const forumRow = await rowOf(owing, { asOf: '2016-08-01' });
    expect(forumRow).toMatchObject({
      openCall: { is: 'not applicable', why: 'no call for input is on record' },
      contributions: { is: 'not applicable' },
      lastMeeting: { is: 'unknown', why: 'no meeting is on record as held' },
      nextMeeting: { is: 'unknown', why: 'none is planned on record' },
      minutesOwed: { is: 'not applicable' },
      paper: { is: 'unknown', why: 'no paper is on record' },
      yearlyReport: { is: 'not applicable', why: 'it owes no yearly report' },
      coordinators: { is: 'unknown' },
    });
    expect(await rowOf(other, { asOf: '2016-08-01' })).toMatchObject({ paper: { is: 'not applicable' }, yearlyReport: { is: 'unknown' } });
    await call(owing, '2016-09-01');
    const meetingId = await log(owing, '2016-07-20');
    await tracker.do(PublishRecord, { meetingId, authority: 'draft', effective: '2016-07-25' });
    expect(await rowOf(owing, { asOf: '2016-08-01' })).toMatchObject({
      contributions: { is: 'known', value: { count: 0 } },
      minutesOwed: { is: 'known', value: 0 },
      lastMeeting: { is: 'known', value: { on: '2016-07-20', days: 12 } },
    });
  });

  test('that holds a number names as many facts as it counts, and every cell that holds something names some', async () => {
    const id = await forum();
    const callId = await call(id, '2016-09-01');
    for (const day of ['2016-07-12', '2016-08-02', '2016-08-30']) await contribute(callId, day);
    await log(id, '2016-07-20');
    const row = await rowOf(id, { asOf: '2016-08-15' });
    const known = CELL_COLUMNS.map((column) => row[column]).filter((cell) => cell.is === 'known');
    expect(known.length).toBeGreaterThan(4);
    expect(known.filter(({ factIds }) => factIds.length === 0).map(({ value }) => value)).toEqual([]);
    expect(row.contributions).toMatchObject({ value: { count: 2 } });
    expect(row.contributions.is === 'known' && row.contributions.factIds).toHaveLength(2);
    expect(row.minutesOwed).toMatchObject({ value: 1, factIds: [expect.any(String)] });
  });

  test('of contributions shows the last twelve months, the month that is not over as such', async () => {
    const id = await forum();
    const callId = await call(id, '2016-09-01');
    for (const day of ['2016-07-12', '2016-08-02', '2016-08-03']) await contribute(callId, day);
    const { contributions } = await rowOf(id, { asOf: '2016-08-15' });
    const months = contributions.is === 'known' ? contributions.value.months : [];
    expect(months).toHaveLength(12);
    expect(months.slice(-2)).toMatchObject([
      { month: '2016-07', count: 1, partial: false },
      { month: '2016-08', count: 2, partial: true },
    ]);
    expect(months[0]).toMatchObject({ month: '2015-09', count: 0 });
  });

  test('of contributions is not known where only a number was published', async () => {
    const id = await forum();
    const callId = await call(id, '2016-09-01');
    await tracker.do(CountContributions, { callId, count: '70+', effective: '2016-09-10' });
    expect((await rowOf(id, { asOf: '2016-12' })).contributions).toEqual({ is: 'unknown', why: 'only numbers were published: 70+' });
  });

  test('of the open call counts the days to its end and its extensions, until it is closed', async () => {
    const id = await forum();
    const callId = await call(id, '2016-09-01');
    expect((await rowOf(id, { asOf: '2016-08-25' })).openCall).toMatchObject({
      value: { callId, until: '2016-09-01', days: 7, extensions: 0 },
    });
    await tracker.do(CloseCall, { callId, effective: '2016-09-03' });
    expect((await rowOf(id, { asOf: '2016-09-02' })).openCall).toMatchObject({ value: { days: -1 } });
    expect((await rowOf(id, { asOf: '2016-09-03' })).openCall).toEqual({ is: 'not applicable', why: 'no call takes input' });
  });

  test('of the next meeting looks ahead from the day that is asked about', async () => {
    const id = await forum();
    const plan = { meetingId: randomUUID(), workstreamIds: [id], title: 'Second call', kind: 'virtual' as const };
    await tracker.do(ScheduleMeeting, { ...plan, scheduledFor: '2016-07-20', effective: '2016-07-01' });
    expect((await rowOf(id, { asOf: '2016-07-11' })).nextMeeting).toMatchObject({ value: { on: '2016-07-20', days: 9 } });
    expect((await rowOf(id, { asOf: '2016-06-30' })).nextMeeting).toMatchObject({ is: 'unknown' });
    expect((await rowOf(id, { asOf: '2016-07-21' })).nextMeeting).toMatchObject({ is: 'unknown' });
    expect((await rowOf(id, { asOf: '2018' })).nextMeeting).toEqual({ is: 'not applicable', why: 'its work is over' });
  });
});

describe('What needs attention', () => {
  test('says why, with the facts: a deadline that nears, a milestone that has passed, nobody who coordinates', async () => {
    const [id, cycle] = [await forum(), randomUUID()];
    await tracker.do(RegisterCycle, { workstreamId: cycle, name: 'Eleventh IGF', number: 11, cycle: 2016, effective: '2016-01' });
    const milestone = { workstreamId: cycle, milestoneId: randomUUID(), name: 'First draft', appliesTo: ['best-practice-forum' as const] };
    await tracker.do(SetMilestone, { ...milestone, dueOn: '2016-08-20', effective: '2016-04-01' });
    await call(id, '2016-09-01');
    const row = await rowOf(id, { asOf: '2016-08-25' });
    expect(reasons(row)).toEqual([
      '"Call for input" takes input until 2016-09-01: in 7 days',
      '"First draft" was due on 2016-08-20, 5 days ago',
      'no coordinator is on record',
    ]);
    expect(row.attention.every(({ factIds }) => factIds.length > 0)).toBe(true);
  });

  test('is not asked for what is over, and ends with what asked for it', async () => {
    const [id, personId] = [await forum(), randomUUID()];
    await tracker.do(RegisterPerson, { personId, name: 'A coordinator', effective: '2016' });
    expect(reasons(await rowOf(id, { asOf: '2016-05' }))).toEqual(['no coordinator is on record']);
    expect(reasons(await rowOf(id, { asOf: '2018' }))).toEqual([]);
    await tracker.do(TakeRole, { workstreamId: id, roleId: randomUUID(), personId, role: 'facilitator', effective: '2016-05-02' });
    const row = await rowOf(id, { asOf: '2016-05' });
    expect(reasons(row)).toEqual([]);
    expect(row.coordinators).toMatchObject({ value: [{ name: 'A coordinator' }] });
  });
});

describe('The rows of the board', () => {
  const names = ({ rows }: Board): readonly string[] => rows.map(({ name }) => name);

  test('come by kind and name, are filtered and put in order, with what holds nothing last', async () => {
    const [b, a] = [await forum(2016, 'B'), await forum(2017, 'A')];
    await coalition('C');
    await log(b, '2016-07-20');
    expect(names(await board())).toEqual(['A', 'B', 'C']);
    expect(names(await board({ kind: ['dynamic-coalition'] }))).toEqual(['C']);
    expect(names(await board({ cycle: 2016 }))).toEqual(['B']);
    expect(names(await board({ name: 'b' }))).toEqual(['B']);
    expect(names(await board({ sort: 'lastMeeting', order: 'descending' }))[0]).toBe('B');
    expect(names(await board({ sort: 'name', order: 'descending' }))).toEqual(['C', 'B', 'A']);
    expect(await board({ limit: 1, columns: ['status'] })).toMatchObject({
      total: 3,
      rows: [{ workstreamId: a, status: { is: 'known' } }],
    });
    expect(Object.keys((await board({ columns: ['status'] })).rows[0]!)).not.toContain('paper');
  });

  test('are put together by kind, status or cycle, and each group says how many it holds', async () => {
    await forum(2016, 'A');
    await coalition('B');
    await coalition('C');
    const { groups } = await board({ groupBy: 'kind', asOf: '2016-06' });
    expect(groups).toMatchObject([
      { key: 'best-practice-forum', total: 1, needAttention: 1 },
      { key: 'dynamic-coalition', total: 2 },
    ]);
    expect((await board({ groupBy: 'cycle' })).groups.map(({ key }) => key)).toEqual(['2016', 'over the years']);
  });

  test('of two dates are compared: what was added, what is gone, what says something else', async () => {
    const [renamed, later, same] = [await forum(2016, 'CERTs'), await forum(2017, 'Gender'), await coalition('Same')];
    await tracker.do(RenameWorkstream, { workstreamId: renamed, name: 'CSIRTs', effective: '2016-08-01' });
    await log(renamed, '2016-08-02');
    await tracker.do(FileYearlyReport, { workstreamId: same, year: 2016, kind: 'report', effective: '2017-06-01' });
    const { comparison } = await board({ asOf: '2017-05', since: '2016-07' });
    expect(comparison).toMatchObject({
      added: [later],
      removed: [],
      changed: { [renamed]: { name: 'CERTs', lastMeeting: { is: 'unknown' } } },
    });
    expect(Object.keys(comparison!.changed)).toEqual([renamed]);
    expect((await board({ asOf: '2016-07', since: '2017-05' })).comparison?.removed.map(({ name }) => name)).toEqual(['Gender']);
    expect((await board({ asOf: '2017-06', since: '2017-05' })).comparison?.changed).toMatchObject({
      [same]: { yearlyReport: { is: 'unknown' } },
    });
    expect((await board()).comparison).toBeNull();
  });

  test('stay as they were for what was known once', async () => {
    const id = await forum();
    const upTo = Number(tracker.executor.lastPosition);
    await log(id, '2016-07-20');
    expect((await rowOf(id, { upTo, asOf: '2016-12' })).lastMeeting.is).toBe('unknown');
    expect((await rowOf(id, { asOf: '2016-12' })).lastMeeting.is).toBe('known');
  });
});
