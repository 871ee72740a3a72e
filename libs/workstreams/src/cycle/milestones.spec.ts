import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { DropMilestone, dropMilestone } from './drop-milestone.js';
import { MeetMilestone, meetMilestone, notForIt } from './meet-milestone.js';
import { isSet, type Milestone, overdueDays, slipDays } from './milestones.js';
import { MoveMilestone, moveMilestone } from './move-milestone.js';
import { preparationOf } from './preparation.js';
import { SetMilestone, setMilestone } from './set-milestone.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0011';
const milestoneId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0012';
const forum = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0013';
const coalition = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0014';
const of = { workstreamId, milestoneId };

/** The plan of the Best Practice Forum on Cybersecurity, 2019: a draft six weeks before the meeting. */
const cycle = on('2018-12', { type: 'CycleRegistered', data: { workstreamId, name: 'IGF 2019', number: 14, cycle: 2019 } });
const set = (effective = '2019-03-12', data: object = {}): Past =>
  on(effective, {
    type: 'MilestoneSet',
    data: { ...of, name: 'first draft', dueOn: '2019-10-08', appliesTo: ['best-practice-forum'], ...data },
  });
const moved = (effective: string, to: string, from = '2019-10-08'): Past =>
  on(effective, { type: 'MilestoneMoved', data: { ...of, from, to } });
const met = (effective: string, metBy = forum): Past => on(effective, { type: 'MilestoneMet', data: { ...of, metBy } });
const dropped = (effective: string): Past => on(effective, { type: 'MilestoneDropped', data: of }, { reason: 'the meeting moved' });
const milestone = (...past: Past[]): Milestone => preparationOf(given(workstream, cycle, ...past).state()).milestones[0]!;

describe('Setting a milestone', () => {
  const claim = { ...of, name: 'first draft', dueOn: '2019-10-08', appliesTo: ['best-practice-forum' as const] };
  const command = { ...claim, effective: '2019-03-12' };

  test('plans a date for kinds of workstream, or for some by themselves', () => {
    given(workstream, cycle).when(setMilestone, SetMilestone, command).then({ type: 'MilestoneSet', data: claim });
    const { appliesTo: _, ...other } = command;
    given(workstream, cycle)
      .when(setMilestone, SetMilestone, { ...other, forWorkstreams: [coalition] })
      .then({ type: 'MilestoneSet', data: { ...of, name: 'first draft', dueOn: '2019-10-08', forWorkstreams: [coalition] } });
  });

  test('is refused when it is for nobody', () => {
    const { appliesTo: _, ...nobodys } = command;
    given(workstream, cycle)
      .when(setMilestone, SetMilestone, nobodys)
      .thenRefused(/Say for whom/);
  });

  test('is refused for a date that had passed when it was planned', () => {
    given(workstream, cycle)
      .when(setMilestone, SetMilestone, { ...command, dueOn: '2019-03-11' })
      .thenRefused(/planned on 2019-03-12 cannot be due on 2019-03-11/);
    given(workstream, cycle)
      .when(setMilestone, SetMilestone, { ...command, dueOn: '2019-03' })
      .then({ type: 'MilestoneSet', data: { ...claim, dueOn: '2019-03' } });
  });

  test('before the cycle began is refused', () => {
    given(workstream, cycle)
      .when(setMilestone, SetMilestone, { ...command, effective: '2018-11-30' })
      .thenRefused(/not recorded as existing by 2018-11-30/);
  });

  test('once more, under another id, says nothing new on the same date and is a move on another', () => {
    const again = { ...command, milestoneId: coalition, name: 'First Draft', effective: '2019-04-01' };
    given(workstream, cycle, set()).when(setMilestone, SetMilestone, again).thenNothing();
    given(workstream, cycle, set())
      .when(setMilestone, SetMilestone, { ...again, dueOn: '2019-11-01' })
      .thenRefused(/due on 2019-10-08: move milestone b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0012/);
  });

  test('of the same name is another milestone for others, and after the first was dropped', () => {
    const again = { ...claim, milestoneId: coalition };
    given(workstream, cycle, set())
      .when(setMilestone, SetMilestone, { ...again, appliesTo: ['dynamic-coalition'], effective: '2019-04-01' })
      .then({ type: 'MilestoneSet', data: { ...again, appliesTo: ['dynamic-coalition'] } });
    given(workstream, cycle, set(), dropped('2019-04-01'))
      .when(setMilestone, SetMilestone, { ...again, effective: '2019-04-02' })
      .then({ type: 'MilestoneSet', data: again });
  });

  test('entered late is judged on its day: the same plan of a later day does not stand in its way', () => {
    given(workstream, cycle, set('2019-05-01')).when(setMilestone, SetMilestone, command).then({ type: 'MilestoneSet', data: claim });
  });
});

describe('Moving a milestone', () => {
  const command = { ...of, to: '2019-10-31', effective: '2019-09-20' };
  const event = { type: 'MilestoneMoved', data: { ...of, to: '2019-10-31', from: '2019-10-08' } };

  test('records the date that was planned until then', () => {
    given(workstream, cycle, set()).when(moveMilestone, MoveMilestone, command).then(event);
  });

  test('may bring it forward', () => {
    given(workstream, cycle, set())
      .when(moveMilestone, MoveMilestone, { ...command, to: '2019-10-01' })
      .then({ ...event, data: { ...event.data, to: '2019-10-01' } });
  });

  test('to the date that is planned already says nothing new', () => {
    given(workstream, cycle, set(), moved('2019-09-01', '2019-10-31')).when(moveMilestone, MoveMilestone, command).thenNothing();
  });

  test('is refused into the past, before it was set, and after it was dropped', () => {
    given(workstream, cycle, set())
      .when(moveMilestone, MoveMilestone, { ...command, to: '2019-09-19' })
      .thenRefused(/cannot be due on 2019-09-19/);
    given(workstream, cycle, set())
      .when(moveMilestone, MoveMilestone, { ...command, effective: '2019-03-11' })
      .thenRefused(/set no milestone .* by 2019-03-11/);
    given(workstream, cycle, set(), dropped('2019-09-01'))
      .when(moveMilestone, MoveMilestone, command)
      .thenRefused(/was dropped on 2019-09-01/);
  });

  test('entered late obeys the plan of its day', () => {
    given(workstream, cycle, set(), moved('2019-10-05', '2019-11-20'), dropped('2019-11-01'))
      .when(moveMilestone, MoveMilestone, command)
      .then(event);
  });

  test('entered late folds between those that it lies between: each from where the plan stood', () => {
    const { original, current, moves } = milestone(set(), moved('2019-10-05', '2019-11-20'), moved('2019-09-20', '2019-10-31'));
    expect([original, current]).toEqual(['2019-10-08', '2019-11-20']);
    expect(moves.map(({ from, to }) => [from, to])).toEqual([
      ['2019-10-08', '2019-10-31'],
      ['2019-10-31', '2019-11-20'],
    ]);
  });

  test('of which only the month is known prevails over the setting in that month', () => {
    const { current, moves, name } = milestone(set('2019-03-12'), moved('2019-03', '2019-10-31', '2019-10-01'));
    expect([name, current]).toEqual(['first draft', '2019-10-31']);
    expect(moves).toMatchObject([{ from: '2019-10-08', to: '2019-10-31' }]);
  });
});

describe('Meeting a milestone', () => {
  const claim = { ...of, metBy: forum };
  const command = { ...claim, effective: '2019-10-20' };

  test('records who was there, and with which paper', () => {
    given(workstream, cycle, set()).when(meetMilestone, MeetMilestone, command).then({ type: 'MilestoneMet', data: claim });
    given(workstream, cycle, set())
      .when(meetMilestone, MeetMilestone, { ...command, paperId: coalition })
      .then({ type: 'MilestoneMet', data: { ...claim, paperId: coalition } });
  });

  const by = (metBy: string): MeetMilestone => ({ ...of, metBy });
  const theCoalition = given(
    workstream,
    on('2018', { type: 'DynamicCoalitionRegistered', data: { workstreamId: coalition, name: 'X' } }),
  ).state();

  test.each([
    ['by kind', {}, 'is a Dynamic Coalition, for which "first draft" is not'],
    ['by itself', { forWorkstreams: [coalition] }, undefined],
    ['by the kind of others and by itself', { appliesTo: ['cycle'], forWorkstreams: [coalition] }, undefined],
  ])('is for those whom the milestone is for: %s', (_, whom, fault) => {
    const plan = given(workstream, cycle, set('2019-03-12', whom)).state();
    expect(notForIt(theCoalition, by(coalition), plan)).toBe(fault);
  });

  test('of a cycle is done by that cycle', () => {
    const plan = given(workstream, cycle, set('2019-03-12', { appliesTo: ['cycle'] })).state();
    const another = given(
      workstream,
      on('2019', { type: 'CycleRegistered', data: { workstreamId: forum, name: 'IGF 2020', number: 15, cycle: 2020 } }),
    ).state();
    expect(notForIt(plan, by(workstreamId), plan)).toBeUndefined();
    expect(notForIt(another, by(forum), plan)).toBe('is another cycle');
  });

  test('once more says nothing new; by another forum it does', () => {
    given(workstream, cycle, set(), met('2019-10-20'))
      .when(meetMilestone, MeetMilestone, { ...command, effective: '2019-11-01' })
      .thenNothing();
    given(workstream, cycle, set(), met('2019-10-20', coalition))
      .when(meetMilestone, MeetMilestone, command)
      .then({ type: 'MilestoneMet', data: claim });
  });

  test('is refused before it was set and after it was dropped', () => {
    given(workstream, cycle, set())
      .when(meetMilestone, MeetMilestone, { ...command, effective: '2019-03-01' })
      .thenRefused(/set no milestone .* by 2019-03-01/);
    given(workstream, cycle, set(), dropped('2019-10-01'))
      .when(meetMilestone, MeetMilestone, command)
      .thenRefused(/was dropped on 2019-10-01/);
  });

  test('entered late stands before the same of a later day', () => {
    given(workstream, cycle, set(), met('2019-11-01'))
      .when(meetMilestone, MeetMilestone, command)
      .then({ type: 'MilestoneMet', data: claim });
    expect(milestone(set(), met('2019-11-01'), met('2019-10-20')).met.map(({ effective }) => effective)).toEqual(['2019-10-20']);
  });
});

describe('Dropping a milestone', () => {
  const command = { ...of, effective: '2019-10-01' };

  test('is recorded once', () => {
    given(workstream, cycle, set()).when(dropMilestone, DropMilestone, command).then({ type: 'MilestoneDropped', data: of });
    given(workstream, cycle, set(), dropped('2019-09-30')).when(dropMilestone, DropMilestone, command).thenNothing();
  });

  test('is refused before it was set', () => {
    given(workstream, cycle, set())
      .when(dropMilestone, DropMilestone, { ...command, effective: '2019-03-01' })
      .thenRefused(/set no milestone .* by 2019-03-01/);
  });

  test('entered late, before another dropping, happened on the earlier day', () => {
    given(workstream, cycle, set(), dropped('2019-11-01'))
      .when(dropMilestone, DropMilestone, command)
      .then({ type: 'MilestoneDropped', data: of });
    expect(milestone(set(), dropped('2019-11-01'), dropped('2019-10-01')).dropped).toMatchObject({
      effective: '2019-10-01',
      reason: 'the meeting moved',
    });
  });
});

test('A milestone of which only a meeting is on record has no plan yet', () => {
  const known = milestone(met('2019-10-20'));
  expect([isSet(known), known.name, known.met.length]).toEqual([false, '', 1]);
});

describe('The slip of a milestone', () => {
  test.each([
    ['2019-10-08', '2019-10-31', 23],
    ['2019-10-08', '2019-10-08', 0],
    ['2019-10-08', '2019-10-01', -7],
    ['2019-10-08', '2019-10-08T23:59Z', 0],
    ['2019-10-08', '2019-10', 0],
    ['2019-10', '2019-10-31', 0],
    ['2019-10', '2019-11-01', 1],
    ['2019-10', '2019-12', 31],
    ['2019-10', '2019-09-30', -1],
    ['2019-10-08', '2019-09', -8],
    ['2019-10-08', '[2019-10-20..2019-11-02]', 12],
    ['2019-10-08', '[2019-10-01..2019-11-02]', 0],
  ])('from %s to %s is surely %i days', (planned, actual, days) => {
    expect(slipDays(planned, actual)).toBe(days);
  });

  test.each([
    ['2019-10-08', '2019-10-08T23:59:59Z', 0],
    ['2019-10-08', '2019-10-09T00:00:00.001Z', 1],
    ['2019-10-08', '2019-10-19T12:00Z', 11],
    ['2019-10', '2019-10-31T12:00Z', 0],
    ['2019-10-08', '2019-10-01T12:00Z', 0],
  ])('of what was due on %s and has not come by %s is %i days', (due, now, days) => {
    expect(overdueDays(due, Date.parse(now))).toBe(days);
  });
});
