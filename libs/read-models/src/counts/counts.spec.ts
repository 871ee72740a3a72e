import { randomUUID } from 'node:crypto';
import { parse } from '#event-sourcing';
import {
  CountContributions,
  HoldMeeting,
  LogMeeting,
  OpenCall,
  PublishFigure,
  PublishRecord,
  ReceiveContribution,
  RegisterBestPracticeForum,
  RegisterDynamicCoalition,
  RegisterIgfInitiative,
  ScheduleMeeting,
  SucceedCoalition,
  WithdrawContribution,
} from '#workstreams';
import { TestReadSide } from '#test/read-side';
import { TestTracker } from '#test/tracker';
import type { CountRow } from './count.js';
import { type CountOfRecord, GetCount, getCount, getCounts } from './get-counts.js';

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

async function count(id: string, query: Partial<GetCount> = {}): Promise<CountOfRecord> {
  await readSide.reached(tracker.executor.lastPosition);
  return getCount(parse(GetCount, { count: id, ...query }), readSide.tables).body;
}

const rowsBy = ({ rows }: CountOfRecord, by: string, what?: string): readonly CountRow[] =>
  rows.filter((row) => row.by === by && (what === undefined || row.what === what));

const valuesBy = (answer: CountOfRecord, by: string, what?: string): unknown =>
  rowsBy(answer, by, what).map(({ name, value }) => [name, value]);

async function forum(cycle = 2016): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterBestPracticeForum, { workstreamId, name: `Forum of ${cycle}`, cycle, effective: '2016-04' });
  return workstreamId;
}

async function call(workstreamIds: readonly string[], fields: Partial<OpenCall> = {}): Promise<string> {
  const callId = randomUUID();
  await tracker.do(OpenCall, { callId, workstreamIds, title: 'Call', effective: '2016-07-01', ...fields });
  return callId;
}

async function contribute(callId: string, fields: Partial<ReceiveContribution> = {}): Promise<string> {
  const contributionId = randomUUID();
  await tracker.do(ReceiveContribution, { callId, contributionId, kind: 'written', effective: '2016-07-20', ...fields });
  return contributionId;
}

describe('Every count', () => {
  test('is listed with a rule, and takes nothing that it would pass over', async () => {
    const { counts, total } = getCounts({}, readSide.tables).body;
    expect(counts).toHaveLength(total);
    for (const { rule, title, unit } of counts) for (const words of [rule, title, unit]) expect(words).toMatch(/\w{3}/);
    await expect(count('contributions', { seriesId: randomUUID() })).rejects.toThrow(/seriesId: is not asked of "contributions"/);
    await expect(count('BPFs', { callId: randomUUID() })).rejects.toThrow(/which takes cycle, on/);
    await expect(count('angels')).rejects.toThrow(/count/);
  });

  test('of which nothing is on record is not found', async () => {
    for (const id of ['contributions', 'meetings-by-cadence', 'initiatives-over-time', 'minutes-delays'])
      await expect(count(id)).rejects.toThrow(/Nothing of which to count this is on record/);
  });
});

describe('Contributions', () => {
  test('are counted by group and region, what nobody stated being a group of its own', async () => {
    const callId = await call([await forum()]);
    await contribute(callId, { stakeholderGroup: 'Civil Society', regionalGroup: 'Western European and Others Group' });
    await contribute(callId, { stakeholderGroup: 'Civil Society' });
    const withdrawn = await contribute(callId);
    await tracker.do(WithdrawContribution, { callId, contributionId: withdrawn, effective: '2016-08' });
    const answer = await count('contributions', { callId });
    expect(answer.computed).toMatchObject({ value: 2, excluded: [{ why: 'withdrawn' }] });
    expect(answer.computed.rule).toContain('with the title "Call", received and not withdrawn, nor late and not accepted');
    expect(valuesBy(answer, 'stakeholder group')).toContainEqual(['Civil Society', 2]);
    expect(valuesBy(answer, 'regional group')).toContainEqual(['Western European and Others Group', 1]);
    expect(valuesBy(answer, 'regional group')).toContainEqual(['unknown', 1]);
  });

  test('that were only stated stand beside, and where nothing is on record the number is unknown, not 0', async () => {
    const workstreamId = await forum();
    const [stated, silent, emptied] = [await call([workstreamId]), await call([workstreamId]), await call([workstreamId])];
    await tracker.do(CountContributions, { callId: stated, count: '70+', effective: '2016-09' });
    const contributionId = await contribute(emptied);
    await tracker.do(WithdrawContribution, { callId: emptied, contributionId, effective: '2016-08' });
    const rows = rowsBy(await count('contributions', { workstreamId }), 'call');
    const of = (id: string): CountRow => rows.find((row) => row.id === id)!;
    expect(of(stated)).toMatchObject({ value: null, none: 'unknown', stated: [{ printed: '70+' }] });
    expect(of(silent)).toMatchObject({ value: null, none: 'unknown', stated: [] });
    expect(of(emptied)).toMatchObject({ value: 0, none: null });
  });

  test('of a span are those surely received in it', async () => {
    const callId = await call([await forum()]);
    for (const effective of ['2016-07-20', '2016-08-20', '[2016-07-20..2016-08-20]']) await contribute(callId, { effective });
    const { computed } = await count('contributions', { from: '2016-08', to: '2016-08-31' });
    expect(computed).toMatchObject({ value: 1, excluded: [{ why: 'its date leaves open whether it was received then' }] });
    expect(computed.rule).toContain('since 2016-08 until 2016-08-31');
  });

  test('to a call of two forums count for each of them, and once in all', async () => {
    const [one, other] = [await forum(2016), await forum(2017)];
    const callId = await call([one, other]);
    await contribute(callId);
    const answer = await count('contributions');
    expect(answer.computed.value).toBe(1);
    expect(valuesBy(answer, 'cycle')).toEqual([
      ['2016', 1],
      ['2017', 1],
    ]);
    expect((await count('contributions', { cycle: 2017 })).computed.value).toBe(1);
    await expect(count('contributions', { cycle: 2018 })).rejects.toThrow(/Nothing/);
  });
});

describe('Times', () => {
  test('of records: published ones have days; owed, missing, unknown and not applicable are told apart', async () => {
    const workstreamIds = [await forum()];
    const log = async (title: string, effective: string, record?: string): Promise<void> => {
      const meetingId = randomUUID();
      await tracker.do(LogMeeting, { meetingId, workstreamIds, title, kind: 'virtual', effective });
      if (record) await tracker.do(PublishRecord, { meetingId, authority: 'draft', effective: record, page: 'https://example.org/' });
    };
    await log('written up', '2016-06-01', '2016-06-14');
    await log('of late', '2016-07-01');
    await log('lost', '2016-06-01');
    await log('of some day', '2016-06', '2016-07-01');
    const meetingId = randomUUID();
    const planned = {
      meetingId,
      workstreamIds,
      title: 'planned',
      kind: 'virtual' as const,
      scheduledFor: '2016-08-01',
      effective: '2016-05-01',
    };
    await tracker.do(ScheduleMeeting, planned);
    const answer = await count('minutes-delays', { asOf: '2016-07-10' });
    expect(Object.fromEntries(rowsBy(answer, 'meeting').map(({ name, value, none }) => [name, value ?? none]))).toEqual({
      'written up': 13,
      'of late': 'owed',
      lost: 'missing',
      'of some day': 'unknown',
      planned: 'not applicable',
    });
    expect(answer.computed).toMatchObject({ value: 1 });
    expect(valuesBy(answer, 'all')).toEqual([
      ['all', 13],
      ['all', 13],
      ['all', 13],
    ]);
    await tracker.do(HoldMeeting, { meetingId, effective: '2016-08-03' });
    const leads = await count('meeting-lead-times');
    expect(rowsBy(leads, 'meeting').find(({ name }) => name === 'planned')).toMatchObject({ value: 94 });
    expect(leads.computed.excluded).toHaveLength(4);
  });

  test('of several lie between the least and the most, and the median of an even number between the two in the middle', async () => {
    const workstreamIds = [await forum()];
    for (const closingDate of ['2016-07-11', '2016-07-21', '2016-08-10', '2016-08']) await call(workstreamIds, { closingDate });
    const answer = await count('call-lead-times', { cycle: 2016 });
    const all = rowsBy(answer, 'all').filter(({ what }) => what.startsWith('days to the date that holds'));
    expect(all.map(({ what, value, factIds }) => [what.split(': ')[1], value, factIds.length])).toEqual([
      ['median', 20, 3],
      ['least', 10, 1],
      ['most', 40, 1],
    ]);
    expect(answer.computed.excluded.map(({ why }) => why)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('not known to the day') as unknown),
    );
  });
});

describe('Over time', () => {
  test('initiatives are those surely there at the end of each year, with what was published beside them', async () => {
    for (const effective of ['2014', '2015-11', '[2015..2016]'])
      await tracker.do(RegisterIgfInitiative, { workstreamId: randomUUID(), name: 'IGF', level: 'national', effective });
    for (const value of ['37', '43'])
      await tracker.do(PublishFigure, {
        figureId: randomUUID(),
        measure: 'recognised NRIs',
        value,
        speaksOf: '2015-12',
        effective: '2017',
      });
    const answer = await count('initiatives-over-time', { to: '2016' });
    expect(valuesBy(answer, 'year', 'on record')).toEqual([
      ['2014', 1],
      ['2015', 2],
      ['2016', 3],
    ]);
    expect(valuesBy(answer, 'year', 'new')).toEqual([
      ['2014', 1],
      ['2015', 1],
      ['2016', 0],
    ]);
    expect(valuesBy(answer, 'year', 'new or there before')).toEqual([
      ['2014', 0],
      ['2015', 0],
      ['2016', 1],
    ]);
    const [, of2015] = rowsBy(answer, 'year', 'on record');
    expect(of2015!.stated.map(({ printed }) => printed).toSorted()).toEqual(['37', '43']);
    expect(rowsBy(answer, 'year', 'ended').map(({ none }) => none)).toEqual(Array.from({ length: 3 }, () => 'not applicable'));
  });

  test('coalitions end when another succeeds them, by the month if asked', async () => {
    const [former, successor] = [randomUUID(), randomUUID()];
    await tracker.do(RegisterDynamicCoalition, { workstreamId: former, name: 'Former', effective: '2015-01' });
    await tracker.do(RegisterDynamicCoalition, { workstreamId: successor, name: 'Successor', effective: '2016-02' });
    await tracker.do(SucceedCoalition, { workstreamId: former, succeededBy: successor, effective: '2016-03-05' });
    const answer = await count('coalitions-over-time', { from: '2016-02', to: '2016-04', step: 'month' });
    expect(valuesBy(answer, 'month', 'ended')).toEqual([
      ['2016-02', 0],
      ['2016-03', 1],
      ['2016-04', 0],
    ]);
    expect(valuesBy(answer, 'month', 'coalition activity: succeeded')).toEqual([
      ['2016-02', 0],
      ['2016-03', 1],
      ['2016-04', 1],
    ]);
  });
});
