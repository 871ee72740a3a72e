import { randomUUID } from 'node:crypto';
import {
  CloseCall,
  FileYearlyReport,
  FinalisePaper,
  BeginPaper,
  LogMeeting,
  OpenCall,
  RegisterBestPracticeForum,
  RegisterDynamicCoalition,
  StartSeries,
  STATUS_RULE_NAMES,
  TakePart,
} from '#workstreams';
import { TestReadSide } from '#test/read-side';
import { TestTracker } from '#test/tracker';
import { type GetStatus, getStatus, type StatusReport } from './get-status.js';
import { getStatusRules } from './get-status-rules.js';

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

async function report(query: Partial<GetStatus>): Promise<StatusReport> {
  await readSide.reached(tracker.executor.lastPosition);
  return getStatus(query as GetStatus, readSide.tables).body;
}

const statuses = ({ verdicts }: StatusReport): unknown => verdicts.map(({ of, rule, status }) => [of.category, rule, status]);

async function coalition(effective = '2007'): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterDynamicCoalition, { workstreamId, name: 'Climate change', effective });
  return workstreamId;
}

async function forum(cycle: number, fields: Partial<RegisterBestPracticeForum> = {}): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterBestPracticeForum, { workstreamId, name: 'Cybersecurity', cycle, effective: `${cycle}-04`, ...fields });
  return workstreamId;
}

describe('The status of a workstream', () => {
  test('is that of itself by the rules of its kind, and of its calls and papers', async () => {
    const workstreamId = await forum(2016);
    const [callId, paperId] = [randomUUID(), randomUUID()];
    const workstreamIds = [workstreamId];
    await tracker.do(OpenCall, { callId, workstreamIds, title: 'Call', closingDate: '2016-09', effective: '2016-07' });
    await tracker.do(BeginPaper, { paperId, workstreamIds, title: 'Output', kind: 'outcome document', effective: '2016-08' });
    expect(statuses(await report({ workstreamId, asOf: '2016-08' }))).toEqual([
      ['workstream', 'forum stage', 'collecting'],
      ['workstream', 'silence', 'heard from'],
      ['call', 'call stage', 'open'],
      ['paper', 'paper stage', 'begun'],
    ]);
    await tracker.do(FinalisePaper, { paperId, effective: '2017-01-25' });
    await forum(2017, { renews: [workstreamId] });
    expect(statuses(await report({ workstreamId }))).toEqual([
      ['workstream', 'forum stage', 'renewed'],
      ['workstream', 'silence', 'silent'],
      ['call', 'call stage', 'past its closing date'],
      ['paper', 'paper stage', 'final'],
    ]);
    await tracker.do(CloseCall, { callId, effective: '2016-10' });
    const { verdicts } = await report({ workstreamId, rule: 'call stage' });
    expect(verdicts.map(({ of, status }) => [of, status])).toEqual([[{ category: 'call', id: callId, name: 'Call' }, 'closed']]);
  });

  test('is judged as of a day, as known on another, and by the version that was in force', async () => {
    const workstreamId = await coalition();
    await tracker.do(FileYearlyReport, { workstreamId, year: 2009, kind: 'report', effective: '2009-11' });
    const { now } = tracker;
    tracker.now = '2026-11-25T12:00:00Z';
    const filed = await tracker.do(FileYearlyReport, { workstreamId, year: 2012, kind: 'report', effective: '2012-10' });
    const activity = async (query: Partial<GetStatus>) =>
      (await report({ workstreamId, rule: 'coalition activity', ...query })).verdicts[0]!;
    expect(await activity({ asOf: '2010' })).toMatchObject({ status: 'active', version: '2006', on: '2010' });
    expect(await activity({ asOf: '2012-09' })).toMatchObject({ status: 'inactive', version: '2011' });
    expect(await activity({ asOf: '2012' })).toMatchObject({ status: 'active', reasons: [{ factIds: filed.factIds }] });
    expect(await activity({ asOf: '2012', knownAt: now.slice(0, 10) })).toMatchObject({ status: 'inactive' });
    expect(await activity({ asOf: '2012-09', version: '2006' })).toMatchObject({ status: 'active' });
  });

  test('no longer rests on a report that was retracted', async () => {
    const workstreamId = await coalition();
    const filed = await tracker.do(FileYearlyReport, { workstreamId, year: 2016, kind: 'report', effective: '2016-11' });
    expect(statuses(await report({ workstreamId, asOf: '2016' }))).toContainEqual(['workstream', 'coalition activity', 'active']);
    await tracker.retract(filed.stream, { corrects: filed.factIds[0]!, reason: 'It is that of another coalition.' });
    const after = await report({ workstreamId, asOf: '2016' });
    expect(statuses(after)).toContainEqual(['workstream', 'coalition activity', 'unknown']);
    expect(JSON.stringify(after)).not.toContain(filed.factIds[0]);
  });

  test('takes in the main session in which a coalition took part, and not those of its series in which it did not', async () => {
    const [workstreamId, other] = [await coalition(), await coalition()];
    const [seriesId, meetingId] = [randomUUID(), randomUUID()];
    await tracker.do(StartSeries, { seriesId, workstreamIds: [workstreamId], name: 'Calls', effective: '2016-01' });
    await tracker.do(LogMeeting, {
      meetingId,
      workstreamIds: [other],
      seriesId,
      title: 'Main session',
      kind: 'hybrid',
      session: 'main',
      effective: '2016-12-07',
    });
    await tracker.do(TakePart, { meetingId, participantIds: [other], effective: '2016-12-07' });
    expect(statuses(await report({ workstreamId: other, asOf: '2016' }))).toContainEqual(['workstream', 'coalition activity', 'active']);
    expect(statuses(await report({ workstreamId, asOf: '2016' }))).toContainEqual(['workstream', 'coalition activity', 'unknown']);
  });

  test('is not there for what is not there, or by a version that is not', async () => {
    await expect(report({ workstreamId: randomUUID() })).rejects.toThrow(/No workstream has the id/);
    const workstreamId = await coalition();
    await expect(report({ workstreamId, rule: 'silence', version: '1999' })).rejects.toThrow(/silence has no version 1999/);
    await expect(report({ workstreamId, version: '2011' })).rejects.toThrow(/needs the rule/);
    expect((await report({ workstreamId, rule: 'forum stage' })).verdicts).toEqual([]);
  });
});

describe('The rules', () => {
  test('can be read by anyone: all versions, with what each asks, in words', () => {
    const { rules } = getStatusRules({ asOf: '2012' }, readSide.tables).body;
    expect(rules.map(({ name }) => name)).toEqual(STATUS_RULE_NAMES);
    const versions = rules.find(({ name }) => name === 'coalition activity')!.versions;
    expect(versions.map(({ version, inForce }) => [version, inForce])).toEqual([
      ['2006', false],
      ['2011', true],
      ['2016', false],
    ]);
    expect(versions[1]!.cases[1]).toEqual({
      status: 'active',
      when: ['a report or paper for the year or the year before, later than the last word that it is inactive, is on record'],
    });
    for (const { statuses: possible, versions: all } of rules)
      for (const { cases, otherwise, source } of all) {
        expect(possible).toEqual(expect.arrayContaining([...cases.map(({ status }) => status), otherwise]));
        expect(source).toMatch(/https:|Our reading/);
        for (const words of cases.flatMap(({ when }) => when)) expect(words).not.toMatch(/[[\]{}|<>]/);
      }
  });
});
