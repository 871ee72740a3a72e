import { period } from '#event-sourcing';
import { given, on, type Past } from '#test/given';
import { callForInput } from '../call-for-input/call-for-input.js';
import { meeting } from '../meeting/meeting.js';
import { paper } from '../paper/paper.js';
import { workstream } from '../workstream/workstream.js';
import { calendarState, type CalendarStanding } from './calendar-state.js';
import type { Planned } from './planned.js';
import { plannedInCall } from './planned-in-call.js';
import { plannedInMeeting } from './planned-in-meeting.js';
import { plannedInPaper } from './planned-in-paper.js';
import { plannedInWorkstream } from './planned-in-workstream.js';

const workstreamIds = ['w'];
const past = (effective: string, type: string, data: object = {}): Past =>
  on(effective, { type, data: { workstreamId: 'w', workstreamIds, ...data } });

const inMeeting = (...facts: readonly Past[]) => plannedInMeeting(given(meeting, ...facts).state());
const inCall = (...facts: readonly Past[]) => plannedInCall(given(callForInput, ...facts).state());
const inPaper = (...facts: readonly Past[]) => plannedInPaper(given(paper, ...facts).state());
const inWorkstream = (expected: readonly string[], ...facts: readonly Past[]) =>
  plannedInWorkstream(given(workstream, ...facts).state(), () => expected);

const onDay = (plan: Planned | undefined, day: string): CalendarStanding => calendarState(plan!, period(day).end);
const states = (plan: Planned | undefined, ...days: readonly string[]) => days.map((day) => onDay(plan, day).state);
const idsOf = (...facts: readonly Past[]): string[] => facts.map(({ id }) => id);

describe('A sitting', () => {
  const planned = past('2016-08-01', 'MeetingScheduled', {
    meetingId: 'm',
    title: 'Call',
    kind: 'virtual',
    scheduledFor: '2016-09-06T14:00Z',
    duration: 90,
  });

  test('is ahead, then due on its day, and then just past: an announcement does not make a meeting', () => {
    const [plan] = inMeeting(planned);
    expect(plan).toMatchObject({ id: 'meeting-m', from: '2016-09-06T14:00Z', to: '2016-09-06T15:30:00.000Z', factIds: idsOf(planned) });
    expect(states(plan, '2016-09-05', '2016-09-06', '2016-09-07', '2017')).toEqual(['ahead', 'due', 'past', 'past']);
    expect(onDay(plan, '2017').overdueDays).toBeNull();
  });

  test('keeps its id when it moves, and tells the date that it had', () => {
    const moved = past('2016-09-01', 'MeetingMoved', { meetingId: 'm', from: null, to: '2016-09-13' });
    expect(inMeeting(planned, moved)).toMatchObject([
      {
        id: 'meeting-m',
        from: '2016-09-13',
        former: [{ date: '2016-09-06T14:00Z', effective: '2016-09-01', factId: moved.id }],
        factIds: idsOf(planned, moved),
      },
    ]);
  });

  test('is cancelled when it is called off or held together with another, and done when it was held', () => {
    const called = past('2016-09-01', 'MeetingCancelled', { meetingId: 'm' });
    const held = past('2016-09-06', 'MeetingHeld', { meetingId: 'm' });
    expect(states(inMeeting(planned, called)[0], '2016-09-02', '2017')).toEqual(['cancelled', 'cancelled']);
    expect(states(inMeeting(planned, past('2016-09-01', 'MeetingMerged', { meetingId: 'm', intoMeetingId: 'n' }))[0], '2017')).toEqual([
      'cancelled',
    ]);
    expect(inMeeting(planned, called, held)[0]).toMatchObject({ from: '2016-09-06', settled: { as: 'done', factId: held.id } });
  });

  test('of several has an id of its own', () => {
    const sittings = ['VIa', 'VI, b'].map((label, index) => ({ label, scheduledFor: `2016-05-2${index}` }));
    const scheduled = past('2016-05-01', 'MeetingScheduled', { meetingId: 'm', title: 'Call', kind: 'virtual', sittings });
    const called = past('2016-05-10', 'MeetingCancelled', { meetingId: 'm', sitting: 'VIa' });
    expect(inMeeting(scheduled, called).map(({ id, title, settled }) => [id, title, settled?.as])).toEqual([
      ['meeting-m-sitting-VIa', 'Call (VIa)', 'cancelled'],
      ['meeting-m-sitting-VI%2C%20b', 'Call (VI, b)', undefined],
    ]);
  });
});

describe('An action', () => {
  const held = past('2016-09-06', 'MeetingLogged', { meetingId: 'm', title: 'Call', kind: 'virtual' });
  const assigned = past('2016-09-06', 'ActionAssigned', {
    meetingId: 'm',
    actionId: 'a',
    text: 'Write',
    owner: 'Chair',
    dueOn: '2016-09-20',
  });
  const action = (...facts: readonly Past[]) => inMeeting(held, assigned, ...facts).find(({ kind }) => kind === 'action');

  test('that is not done by its date is overdue by the days since', () => {
    expect(states(action(), '2016-09-19', '2016-09-20')).toEqual(['ahead', 'due']);
    expect(onDay(action(), '2016-10-01')).toEqual({ state: 'overdue', overdueDays: 11 });
    expect(states(action(past('2016-10-05', 'ActionCompleted', { meetingId: 'm', actionId: 'a' })), '2017')).toEqual(['done']);
  });

  test('that is carried over has the new date, and the old one stays on record', () => {
    const carried = past('2016-09-21', 'ActionCarriedOver', { meetingId: 'm', actionId: 'a', toMeetingId: 'n', dueOn: '2016-10-20' });
    const again = past('2016-10-21', 'ActionCarriedOver', { meetingId: 'm', actionId: 'a', toMeetingId: 'o' });
    expect(action(carried, again)).toMatchObject({ from: '2016-10-20', former: [{ date: '2016-09-20', factId: carried.id }] });
  });
});

describe('A deadline of a call', () => {
  const opened = past('2016-07-11', 'CallOpened', {
    ...{ callId: 'c', title: 'Input', inclusionDate: '2016-08-31', closingDate: '2016-10-01' },
    deadlines: [{ category: 'NRIs', kind: 'closing', on: '2016-09-15' }],
  });
  const of = (kind: string, ...facts: readonly Past[]) => inCall(opened, ...facts).find(({ id }) => id === `call-c-${kind}`);

  test('that is an inclusion date, or ends a call for some only, is just past afterwards', () => {
    expect(states(of('inclusion-everyone'), '2016-08-30', '2016-08-31', '2016-09-01')).toEqual(['ahead', 'due', 'past']);
    expect(states(of('closing-nris'), '2016-11')).toEqual(['past']);
    expect(of('closing-nris')).toMatchObject({ label: 'Closing date for NRIs', title: 'Input' });
  });

  test('that is the last closing date is overdue as long as the call is not closed', () => {
    expect(onDay(of('closing-everyone'), '2016-10-04')).toEqual({ state: 'overdue', overdueDays: 3 });
    const closed = past('2016-10-05', 'CallClosed', { callId: 'c' });
    expect(of('closing-everyone', closed)).toMatchObject({ settled: { as: 'done', factId: closed.id } });
    expect(states(of('closing-everyone', closed, past('2016-10-10', 'CallReopened', { callId: 'c' })), '2016-11')).toEqual(['past']);
  });

  test('tells every date that it had', () => {
    const first = past('2016-09-20', 'DeadlineExtended', { callId: 'c', deadline: 'closing', from: null, to: '2016-10-15' });
    const second = past('2016-10-10', 'DeadlineExtended', { callId: 'c', deadline: 'closing', from: null, to: '2016-11-14' });
    const plan = of('closing-everyone', first, second)!;
    expect([plan.from, plan.former.map(({ date }) => date)]).toEqual(['2016-11-14', ['2016-10-01', '2016-10-15']]);
    expect(plan.factIds).toEqual(idsOf(opened, first, second));
  });
});

test('Comments on a paper end on a date that passes without a word, or are closed', () => {
  const begun = past('2016-10', 'PaperBegun', { paperId: 'p', title: 'Output', kind: 'outcome document' });
  const draft = past('2016-11-02', 'DraftPublished', { paperId: 'p', draftId: 'd', name: 'Draft II', commentsUntil: '2016-12-06' });
  const [plan] = inPaper(begun, draft);
  expect(plan).toMatchObject({ title: 'Output (Draft II)', from: '2016-12-06', factIds: idsOf(draft) });
  expect(states(plan, '2016-12-06', '2016-12-07')).toEqual(['due', 'past']);
  const [closed] = inPaper(begun, draft, past('2016-12-07', 'CommentPeriodClosed', { paperId: 'p', draftId: 'd' }));
  expect(states(closed, '2016-12-08')).toEqual(['done']);
});

describe('A milestone', () => {
  const cycle = past('2015-12', 'CycleRegistered', { name: 'IGF 2016', number: 11, cycle: 2016 });
  const set = past('2016-01', 'MilestoneSet', {
    milestoneId: 'x',
    name: 'first draft',
    dueOn: '2016-09',
    appliesTo: ['best-practice-forum'],
  });
  const met = (metBy: string): Past => past('2016-09-10', 'MilestoneMet', { milestoneId: 'x', metBy });
  const plan = (expected: readonly string[], ...facts: readonly Past[]) => inWorkstream(expected, cycle, set, ...facts)[0];

  test('of a month is due in that month, and overdue for those who have not met it', () => {
    expect(states(plan(['a', 'b']), '2016-08-31', '2016-09-01', '2016-09-30')).toEqual(['ahead', 'due', 'due']);
    expect(onDay(plan(['a', 'b'], met('a')), '2016-10-02')).toEqual({ state: 'overdue', overdueDays: 2 });
    expect(plan(['a', 'b'], met('a'))!.owedBy).toEqual(['b']);
  });

  test('is done when all have met it, and just past where it is for nobody', () => {
    expect(states(plan(['a', 'b'], met('a'), met('b')), '2017')).toEqual(['done']);
    expect(states(plan([]), '2017')).toEqual(['past']);
  });

  test('that was dropped is cancelled: nobody is waited for', () => {
    const dropped = plan(['a'], past('2016-06', 'MilestoneDropped', { milestoneId: 'x' }))!;
    expect([states(dropped, '2017'), dropped.owedBy]).toEqual([['cancelled'], []]);
  });
});

describe('The annual meeting', () => {
  test('of a cycle lasts from its first day to its last, with day 0 apart and the dates that were said before', () => {
    const cycle = past('2015-12', 'CycleRegistered', { name: 'IGF 2016', number: 11, cycle: 2016 });
    const early = past('2016-01', 'AnnualMeetingDescribed', { startsOn: '2016-11-07', endsOn: '2016-11-10' });
    const late = past('2016-03', 'AnnualMeetingDescribed', {
      startsOn: '2016-12-06',
      endsOn: '2016-12-09',
      dayZeroOn: '2016-12-05',
      city: 'Guadalajara',
    });
    const [meeting, dayZero] = inWorkstream([], cycle, early, late);
    expect(meeting).toMatchObject({
      from: '2016-12-06',
      to: '2016-12-09',
      former: [{ date: '2016-11-07', factId: late.id }],
      place: 'Guadalajara',
    });
    expect(states(meeting, '2016-12-05', '2016-12-06', '2016-12-09', '2016-12-10')).toEqual(['ahead', 'due', 'due', 'past']);
    expect(dayZero).toMatchObject({ kind: 'day-zero', from: '2016-12-05', factIds: idsOf(late) });
  });

  test('of an initiative is one a year, whatever dates were announced for it', () => {
    const initiative = past('2016', 'IgfInitiativeRegistered', { name: 'Sri Lanka IGF', level: 'national' });
    const plan = (on: string, scheduledFor: string, tentative?: true) =>
      past(on, 'AnnualMeetingScheduled', { year: 2017, scheduledFor, ...(tentative && { tentative }) });
    const plans = [plan('2016-12-20', '2017-03-08', true), plan('2017-02', '2017-04-02')] as const;
    expect(inWorkstream([], initiative, plans[0])).toMatchObject([{ title: 'Sri Lanka IGF 2017', tentative: true }]);
    const held = past('2017-04-02', 'AnnualMeetingHeld', { year: 2017, place: 'Colombo' });
    expect(inWorkstream([], initiative, ...plans, held)).toMatchObject([
      {
        from: '2017-04-02',
        former: [{ date: '2017-03-08' }],
        settled: { as: 'done', factId: held.id },
        place: 'Colombo',
        tentative: false,
      },
    ]);
  });
});

test('What a check of standards found is overdue until a later one finds all of it put right', () => {
  const coalition = past('2010', 'DynamicCoalitionRegistered', { name: 'Climate' });
  const check = (on: string, met: readonly boolean[], toBeFixedBy?: string): Past =>
    past(on, 'StandardsChecked', {
      results: met.map((each, index) => ({ standard: ['open lists', 'open archives'][index], met: each })),
      ...(toBeFixedBy && { toBeFixedBy }),
    });
  const found = [coalition, check('2022-04-10', [false, false], '2022-05-10')] as const;
  expect(onDay(inWorkstream([], ...found)[0], '2022-05-11')).toEqual({ state: 'overdue', overdueDays: 1 });
  expect(states(inWorkstream([], ...found, check('2022-05-01', [true]))[0], '2022-06')).toEqual(['overdue']);
  expect(states(inWorkstream([], ...found, check('2022-05-20', [true, true]))[0], '2022-06')).toEqual(['done']);
});

test('A term that runs out is past, and done where its end is on record', () => {
  const coalition = past('2010', 'DynamicCoalitionRegistered', { name: 'Climate' });
  const taken = past('2016-01-01', 'RoleTaken', { roleId: 'r', personId: 'p', role: 'chair', until: '2016-12-31' });
  expect(states(inWorkstream([], coalition, taken)[0], '2016-06', '2017')).toEqual(['ahead', 'past']);
  expect(states(inWorkstream([], coalition, taken, past('2016-10', 'RoleEnded', { roleId: 'r' }))[0], '2017')).toEqual(['done']);
});
