import { randomUUID } from 'node:crypto';
import { parse } from '#event-sourcing';
import {
  AcceptLateContribution,
  BeginPaper,
  CloseCall,
  FileYearlyReport,
  FinalisePaper,
  HoldAnnualMeeting,
  JudgeFigures,
  LogMeeting,
  MeetMilestone,
  OpenCall,
  PublishContribution,
  PublishFigure,
  PublishRecord,
  ReceiveContribution,
  RegisterBestPracticeForum,
  RegisterCycle,
  RegisterDynamicCoalition,
  RegisterIgfInitiative,
  RegisterPerson,
  SetMilestone,
  StartSeries,
  TakeRole,
  UseInput,
} from '#workstreams';
import { TestReadSide } from '#test/read-side';
import { TestTracker } from '#test/tracker';
import { DUTIES } from './duties.js';
import { type Checklist, GetWorkstreamChecklist, getWorkstreamChecklist } from './get-checklist.js';

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

async function checklist(workstreamId: string, query: Partial<GetWorkstreamChecklist> = {}): Promise<Checklist> {
  await readSide.reached(tracker.executor.lastPosition);
  return getWorkstreamChecklist(parse(GetWorkstreamChecklist, { workstreamId, ...query }), readSide.tables).body;
}

/** What is missing by one duty; nothing where the duty does not apply. */
async function missing(workstreamId: string, duty: string, query: Partial<GetWorkstreamChecklist> = {}): Promise<readonly string[] | null> {
  const { items, workstreams } = await checklist(workstreamId, { duty, ...query });
  const [tally] = workstreams[0]!.duties;
  expect(tally!.missing).toBe(tally!.applies ? items.length : null);
  return tally!.applies ? items.map((item) => item.missing) : null;
}

async function forum(): Promise<string> {
  const workstreamId = randomUUID();
  await tracker.do(RegisterBestPracticeForum, { workstreamId, name: 'Cybersecurity', cycle: 2016, effective: '2016-01' });
  return workstreamId;
}

async function closedCall(workstreamId: string): Promise<string> {
  const callId = randomUUID();
  await tracker.do(OpenCall, { callId, workstreamIds: [workstreamId], title: 'Call', closingDate: '2016-09-01', effective: '2016-07-01' });
  await tracker.do(CloseCall, { callId, effective: '2016-09-02' });
  return callId;
}

async function contribute(callId: string, fields: Partial<ReceiveContribution> = {}): Promise<string> {
  const contributionId = randomUUID();
  await tracker.do(ReceiveContribution, { callId, contributionId, kind: 'written', effective: '2016-08-01', ...fields });
  return contributionId;
}

async function paperOf(workstreamId: string, title = 'Output'): Promise<string> {
  const paperId = randomUUID();
  await tracker.do(BeginPaper, {
    paperId,
    workstreamIds: [workstreamId],
    title,
    kind: 'outcome document',
    cycle: 2016,
    effective: '2016-08',
  });
  return paperId;
}

test('Every duty says what it asks, of whom, and where that was said', () => {
  expect(new Set(DUTIES.map(({ id }) => id)).size).toBe(DUTIES.length);
  for (const { rule, source, needs, of } of DUTIES) {
    expect(rule).toMatch(/\.$/);
    expect(source).toMatch(/https:|[Oo]ur reading|plan/);
    expect(needs).not.toBe('');
    expect(of).not.toEqual([]);
  }
});

describe('A meeting', () => {
  test('owes a record from the day after, and it is missing after 14 days, until it is published', async () => {
    const [workstreamId, meetingId] = [await forum(), randomUUID()];
    expect(await missing(workstreamId, 'meeting-records')).toBeNull();
    await tracker.do(LogMeeting, { meetingId, workstreamIds: [workstreamId], title: 'Call', kind: 'virtual', effective: '2016-06-01' });
    expect(await missing(workstreamId, 'meeting-records', { asOf: '2016-06-15' })).toEqual([]);
    const { items } = await checklist(workstreamId, { duty: 'meeting-records', asOf: '2016-06-16' });
    expect(items).toMatchObject([{ since: '2016-06-02', of: { id: meetingId }, fill: { path: `/v1/meetings/${meetingId}/records` } }]);
    await tracker.do(PublishRecord, { meetingId, authority: 'draft', page: 'https://example.org/', effective: '2016-07-01' });
    expect(await missing(workstreamId, 'meeting-records')).toEqual([]);
  });

  test('is expected as often as was said', async () => {
    const [workstreamId, seriesId] = [await forum(), randomUUID()];
    await tracker.do(StartSeries, {
      seriesId,
      workstreamIds: [workstreamId],
      name: 'Calls',
      cadence: 'quarterly',
      effective: '2016-01-01',
    });
    expect(await missing(workstreamId, 'stated-cadences')).toEqual([
      '4 of 4 meetings that "quarterly" promises between 2016-01-01 and 2016-12-31, or another cadence',
    ]);
    expect(await missing(workstreamId, 'stated-cadences', { asOf: '2016-02-01' })).toEqual([]);
  });
});

describe('A call that has ended', () => {
  test('owes a number, and one of which the closing date has passed its closing', async () => {
    const workstreamId = await forum();
    expect(await missing(workstreamId, 'call-counts')).toBeNull();
    const callId = await closedCall(workstreamId);
    expect(await missing(workstreamId, 'call-counts')).toHaveLength(1);
    expect(await missing(workstreamId, 'call-closings')).toEqual([]);
    expect(await missing(workstreamId, 'call-closings', { asOf: '2016-09-01' })).toBeNull();
    await contribute(callId);
    expect(await missing(workstreamId, 'call-counts')).toEqual([]);
  });

  test('owes the publication of what counts, unless its author refused', async () => {
    const workstreamId = await forum();
    const callId = await closedCall(workstreamId);
    const contributionId = await contribute(callId);
    await contribute(callId, { consentToPublish: false });
    const late = await contribute(callId, { effective: '2016-10-01' });
    expect(await missing(workstreamId, 'contribution-publications')).toHaveLength(1);
    await tracker.do(AcceptLateContribution, { callId, contributionId: late, effective: '2016-10-02' });
    expect(await missing(workstreamId, 'contribution-publications')).toHaveLength(2);
    for (const id of [contributionId, late]) await tracker.do(PublishContribution, { callId, contributionId: id, effective: '2016-11' });
    expect(await missing(workstreamId, 'contribution-publications')).toEqual([]);
  });

  test('owes a word of what each contribution did to a paper', async () => {
    const workstreamId = await forum();
    const callId = await closedCall(workstreamId);
    const [one, other, paperId] = [await contribute(callId), await contribute(callId), await paperOf(workstreamId)];
    const use = { paperId, callId, said: 'More on spam.', did: 'A chapter was added.', effective: '2016-10-01' };
    await tracker.do(UseInput, { ...use, useId: randomUUID(), contributionIds: [one] });
    expect(await missing(workstreamId, 'input-uses')).toEqual(['what 1 of 2 contributions did to a paper']);
    await tracker.do(UseInput, { ...use, useId: randomUUID(), contributionIds: [other], said: 'Less.' });
    expect(await missing(workstreamId, 'input-uses')).toEqual([]);
  });
});

describe('The end of a cycle', () => {
  test('brings a paper, due by the end of February after it', async () => {
    const workstreamId = await forum();
    expect(await missing(workstreamId, 'outcome-papers', { asOf: '2017-02-27' })).toBeNull();
    expect(await missing(workstreamId, 'outcome-papers')).toHaveLength(1);
    const paperId = await paperOf(workstreamId);
    expect(await missing(workstreamId, 'final-versions')).toHaveLength(1);
    await tracker.do(FinalisePaper, { paperId, effective: '2017-01-20' });
    for (const duty of ['outcome-papers', 'final-versions']) expect(await missing(workstreamId, duty)).toEqual([]);
  });

  test('leaves no milestone of its plan unmet', async () => {
    const [workstreamId, cycle, milestoneId] = [await forum(), randomUUID(), randomUUID()];
    await tracker.do(RegisterCycle, { workstreamId: cycle, name: 'IGF 2016', number: 11, cycle: 2016, effective: '2016-01' });
    const plan = { workstreamId: cycle, milestoneId, name: 'First draft', dueOn: '2016-09-01', effective: '2016-03' };
    await tracker.do(SetMilestone, { ...plan, appliesTo: ['best-practice-forum'] });
    expect(await missing(workstreamId, 'milestones', { asOf: '2016-09-01' })).toEqual([]);
    expect(await missing(workstreamId, 'milestones')).toEqual(['a word that it was met']);
    await tracker.do(MeetMilestone, { workstreamId: cycle, milestoneId, metBy: workstreamId, effective: '2016-09-10' });
    expect(await missing(workstreamId, 'milestones')).toEqual([]);
  });

  test('finds somebody who led the work', async () => {
    const [workstreamId, personId] = [await forum(), randomUUID()];
    expect(await missing(workstreamId, 'leaders')).toEqual(['who led it in 2016']);
    await tracker.do(RegisterPerson, { personId, name: 'A. Coordinator', effective: '2016' });
    await tracker.do(TakeRole, { workstreamId, roleId: randomUUID(), personId, role: 'coordinator', effective: '2016-05' });
    expect(await missing(workstreamId, 'leaders')).toEqual([]);
  });
});

describe('A yearly report', () => {
  test('is owed by a coalition for each year, and by an initiative for a year in which it met; a forum owes none', async () => {
    const [coalition, initiative] = [randomUUID(), randomUUID()];
    await tracker.do(RegisterDynamicCoalition, { workstreamId: coalition, name: 'Coalition', effective: '2015' });
    await tracker.do(RegisterIgfInitiative, { workstreamId: initiative, name: 'EuroDIG', level: 'regional', effective: '2008' });
    const of2016 = { cycle: 2016 };
    expect(await missing(coalition, 'coalition-reports', { ...of2016, asOf: '2016-11' })).toBeNull();
    expect(await missing(coalition, 'coalition-reports', of2016)).toEqual(['a report for 2016']);
    expect(await missing(coalition, 'initiative-reports', of2016)).toBeNull();
    expect(await missing(initiative, 'initiative-reports', of2016)).toBeNull();
    expect(await missing(await forum(), 'coalition-reports')).toBeNull();
    await tracker.do(HoldAnnualMeeting, { workstreamId: initiative, year: 2016, effective: '2016-06-09' });
    expect(await missing(initiative, 'initiative-reports', of2016)).toEqual(['a report for 2016']);
    for (const workstreamId of [coalition, initiative])
      await tracker.do(FileYearlyReport, { workstreamId, year: 2016, kind: 'report', effective: '2017-01' });
    expect(await missing(coalition, 'coalition-reports', of2016)).toEqual([]);
    expect(await missing(initiative, 'initiative-reports', of2016)).toEqual([]);
  });
});

describe('Figures and facts', () => {
  test('name where they come from; figures that cannot all hold are judged', async () => {
    const workstreamId = await forum();
    // Their ids are in the other order than that in which they were said.
    const ids = [randomUUID(), randomUUID()].toSorted().reverse();
    const sources = [{ url: 'https://example.org/' }];
    const publish = async (figureId: string, value: string, more: object): Promise<unknown> =>
      tracker.do(PublishFigure, {
        figureId,
        workstreamIds: [workstreamId],
        measure: 'countries',
        value,
        speaksOf: '2016',
        effective: '2017',
        ...more,
      });
    await publish(ids[0]!, '83', { sources });
    await publish(ids[1]!, '123', { effective: '2018' });
    expect(await missing(workstreamId, 'figure-sources')).toEqual(['where it was published']);
    expect(await missing(workstreamId, 'figure-judgements')).toEqual(['a judgement: 83, 123 cannot all hold']);
    const judgement = {
      figureId: ids[0]!,
      judgementId: randomUUID(),
      against: [ids[1]!],
      verdict: 'holds' as const,
      explanation: 'It is a draft.',
    };
    await tracker.do(JudgeFigures, { ...judgement, effective: '2018', sources });
    expect(await missing(workstreamId, 'figure-judgements')).toEqual([]);
    expect(await missing(workstreamId, 'fact-sources')).toEqual(['the source of a fact', 'the source of a fact']);
  });

  test('have a date that tells at least the year', async () => {
    const workstreamId = randomUUID();
    await tracker.do(RegisterIgfInitiative, { workstreamId, name: 'EuroDIG', level: 'regional', effective: '[..2016]' });
    expect(await missing(workstreamId, 'fact-dates', { cycle: 2016 })).toEqual(['the date of a fact']);
    expect(await missing(await forum(), 'fact-dates')).toEqual([]);
  });
});
