import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { ApproveWorkstream, approveWorkstream } from './approve-workstream.js';
import { DeclineWorkstream, declineWorkstream } from './decline-workstream.js';
import type { MagDecisions } from './mag-decisions.js';
import { holding } from './matter.js';
import { ProposeWorkstream, proposeWorkstream } from './propose-workstream.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const meetingId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0003';

const forum = (effective = '2019'): Past =>
  on(effective, { type: 'BestPracticeForumRegistered', data: { workstreamId, name: 'Cybersecurity', cycle: 2019 } });
const network = on('2021', { type: 'PolicyNetworkRegistered', data: { workstreamId, name: 'Policy Network on Internet Fragmentation' } });
const group = on('2017', { type: 'WorkingGroupRegistered', data: { workstreamId, name: 'WG-MWP' } });
const proposed = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'WorkstreamProposed', data: { workstreamId, ...data } });
const approved = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'WorkstreamApproved', data: { workstreamId, ...data } });
const declined = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'WorkstreamNotApproved', data: { workstreamId, ...data } });
const closed = (effective: string): Past => on(effective, { type: 'WorkstreamClosed', data: { workstreamId } });

const dealings = (...past: Past[]): MagDecisions => given(workstream, ...past).state() as MagDecisions;

describe('A proposal', () => {
  const command = { workstreamId, title: 'BPF on norms', proposedBy: 'three MAG members', effective: '2019-02-20' };
  const data = { workstreamId, title: 'BPF on norms', proposedBy: 'three MAG members' };

  test('is recorded with who made it, and under which title', () => {
    given(workstream, forum()).when(proposeWorkstream, ProposeWorkstream, command).then({ type: 'WorkstreamProposed', data });
  });

  test('is refused before the date of the registration, which may have been later than the beginning', () => {
    given(workstream, forum('2019-03-25'))
      .when(proposeWorkstream, ProposeWorkstream, command)
      .thenRefused(/not recorded as existing by 2019-02-20. If it did exist, amend the date of its registration/);
  });

  test('made again in the same words changes nothing', () => {
    given(workstream, forum(), proposed('2019-02', data))
      .when(proposeWorkstream, ProposeWorkstream, { ...command, effective: '2019-03-01' })
      .thenNothing();
    given(workstream, forum(), proposed('2019-02', data)).when(proposeWorkstream, ProposeWorkstream, { workstreamId }).thenNothing();
  });

  test('is made anew when it says more, or when the MAG has asked for changes since', () => {
    given(workstream, forum(), proposed('2019-02-20', data))
      .when(proposeWorkstream, ProposeWorkstream, { ...command, title: 'BPF Cybersecurity', effective: '2019-03-01' })
      .then({ type: 'WorkstreamProposed', data: { ...data, title: 'BPF Cybersecurity' } });
    given(workstream, forum(), proposed('2019-02-20', data), approved('2019-03-25', { changes: 'a narrower scope' }))
      .when(proposeWorkstream, ProposeWorkstream, { ...command, effective: '2019-04-02' })
      .then({ type: 'WorkstreamProposed', data });
  });

  test('comes too late once the MAG has approved it as it was', () => {
    given(workstream, forum(), approved('2019-03-25'))
      .when(proposeWorkstream, ProposeWorkstream, { ...command, effective: '2019-04-02' })
      .thenRefused(/approved it on 2019-03-25 and asked for no changes/);
  });

  test('that is entered late is judged on its own day, also when that may be the day of the approval', () => {
    given(workstream, forum(), approved('2019-03-25'))
      .when(proposeWorkstream, ProposeWorkstream, command)
      .then({ type: 'WorkstreamProposed', data });
    given(workstream, forum(), approved('2019-03'))
      .when(proposeWorkstream, ProposeWorkstream, { ...command, effective: '2019-03-20' })
      .then({ type: 'WorkstreamProposed', data });
    expect(dealings(forum(), approved('2019-03-25'), proposed('2019-02-20', data)).proposals).toMatchObject([
      { effective: '2019-02-20', proposedBy: 'three MAG members', page: null },
    ]);
  });
});

describe('An approval', () => {
  const command = { workstreamId, decidedIn: 'MAG virtual meeting IV', effective: '2019-03-25' };
  const data = { workstreamId, decidedIn: 'MAG virtual meeting IV' };

  test('is recorded with its meeting and the changes that were asked for', () => {
    const page = 'https://www.intgovforum.org/proposal';
    given(workstream, forum())
      .when(approveWorkstream, ApproveWorkstream, { ...command, meetingId, changes: 'a narrower scope', page })
      .then({ type: 'WorkstreamApproved', data: { ...data, meetingId, changes: 'a narrower scope', page } });
  });

  test('is refused for what is not on record by then', () => {
    given(workstream, forum('2019-04'))
      .when(approveWorkstream, ApproveWorkstream, command)
      .thenRefused(/not recorded as existing by 2019-03-25/);
  });

  test.each([
    ['DynamicCoalitionRegistered', {}, /does not decide about a Dynamic Coalition: the Secretariat recognises it/],
    ['IgfInitiativeRegistered', { level: 'national' }, /an IGF initiative: the Secretariat recognises and lists it/],
    ['CoordinationGroupRegistered', { coordinates: 'dynamic-coalition' }, /a coordination group: those whom it coordinates form it/],
    ['BodyRegistered', {}, /a body: it is no activity/],
  ])('is refused where others decide: %s', (type, fields, reason) => {
    given(workstream, on('2016', { type, data: { workstreamId, name: 'X', ...fields } }))
      .when(approveWorkstream, ApproveWorkstream, command)
      .thenRefused(reason);
  });

  test('is refused once it is closed', () => {
    given(workstream, forum('2018'), closed('2019-01-31'))
      .when(approveWorkstream, ApproveWorkstream, command)
      .thenRefused(/closed on 2019-01-31, before 2019-03-25/);
  });

  test('repeated changes nothing, also with less detail or an uncertain date', () => {
    const past = [forum(), approved('2019-03-25', data)];
    given(workstream, ...past)
      .when(approveWorkstream, ApproveWorkstream, { ...command, effective: '2019-04-01' })
      .thenNothing();
    given(workstream, ...past)
      .when(approveWorkstream, ApproveWorkstream, { workstreamId, cycle: 2019, effective: '2019' })
      .thenNothing();
  });

  test('follows one with changes, one in another meeting, and one of an earlier proposal', () => {
    const data = { workstreamId };
    given(workstream, forum(), approved('2019-03-25', { changes: 'a narrower scope' }))
      .when(approveWorkstream, ApproveWorkstream, { workstreamId, effective: '2019-04-10' })
      .then({ type: 'WorkstreamApproved', data });
    given(workstream, forum(), approved('2019-03-25', { decidedIn: 'MAG virtual meeting III' }))
      .when(approveWorkstream, ApproveWorkstream, command)
      .then({ type: 'WorkstreamApproved', data: { ...data, decidedIn: 'MAG virtual meeting IV' } });
    given(workstream, forum(), approved('2019-03-01'), proposed('2019-03-20'))
      .when(approveWorkstream, ApproveWorkstream, { workstreamId, effective: '2019-03-25' })
      .then({ type: 'WorkstreamApproved', data });
  });

  test('may follow a decision against it: an updated proposal is put again', () => {
    given(workstream, forum(), declined('2019-02-01'))
      .when(approveWorkstream, ApproveWorkstream, command)
      .then({ type: 'WorkstreamApproved', data });
  });

  test('that was entered late does not undo the decision of a later day', () => {
    const { decisions } = dealings(forum(), approved('2019-03-25'), declined('2019-02-01'));
    expect(decisions.map(({ outcome, effective }) => [outcome, effective])).toEqual([
      ['not approved', '2019-02-01'],
      ['approved', '2019-03-25'],
    ]);
    given(workstream, forum(), declined('2019-03-25'))
      .when(approveWorkstream, ApproveWorkstream, { ...command, effective: '2019-02-01' })
      .then({ type: 'WorkstreamApproved', data });
  });

  test('is kept also where only the month is known, and that of the registration has a day', () => {
    expect(dealings(forum('2019-03-25'), approved('2019-03', { changes: 'a narrower scope' })).decisions).toMatchObject([
      { outcome: 'approved', effective: '2019-03', changes: 'a narrower scope', meetingId: null },
    ]);
  });
});

describe('A decision not to approve', () => {
  const command = { workstreamId, decidedIn: 'the MAG list', effective: '2019-02-01', reason: 'Funds for three only.' };
  const data = { workstreamId, decidedIn: 'the MAG list' };

  test('is recorded, and its reason is kept', () => {
    given(workstream, forum()).when(declineWorkstream, DeclineWorkstream, command).then({ type: 'WorkstreamNotApproved', data });
    const past = on('2019-02-01', { type: 'WorkstreamNotApproved', data }, { reason: 'Funds for three only.' });
    expect(dealings(forum(), past).decisions).toMatchObject([{ outcome: 'not approved', reason: 'Funds for three only.', changes: null }]);
  });

  test('is refused once it is approved for that cycle', () => {
    given(workstream, forum(), on('2019-01-25', { type: 'WorkstreamApproved', data: { workstreamId } }, { id: 'the-approval' }))
      .when(declineWorkstream, DeclineWorkstream, command)
      .thenRefused(/approved it on 2019-01-25. If that was recorded wrongly, amend or retract fact the-approval/);
  });

  test('repeated changes nothing; after an updated proposal it is another one', () => {
    given(workstream, forum(), declined('2019-01-15', data)).when(declineWorkstream, DeclineWorkstream, command).thenNothing();
    given(workstream, forum(), declined('2019-01-15', data), proposed('2019-01-20'))
      .when(declineWorkstream, DeclineWorkstream, command)
      .then({ type: 'WorkstreamNotApproved', data });
  });

  test('that is entered late is judged on its own day, before the approval', () => {
    given(workstream, forum(), approved('2019-03-25'))
      .when(declineWorkstream, DeclineWorkstream, command)
      .then({ type: 'WorkstreamNotApproved', data });
    expect(holding(dealings(forum(), declined('2019-02-01'), approved('2019-03-25')), '2019-03-01')?.outcome).toBe('not approved');
  });
});

describe('What goes on over several cycles', () => {
  const approval = { workstreamId, cycle: 2023, effective: '2023-03-10' };

  test('is approved anew for each', () => {
    for (const past of [network, group])
      given(workstream, past, approved('2022-03', { cycle: 2022 }))
        .when(approveWorkstream, ApproveWorkstream, approval)
        .then({ type: 'WorkstreamApproved', data: { workstreamId, cycle: 2023 } });
  });

  test('may be not approved for one and approved for another', () => {
    given(workstream, network, approved('2022-03', { cycle: 2022 }))
      .when(declineWorkstream, DeclineWorkstream, approval)
      .then({ type: 'WorkstreamNotApproved', data: { workstreamId, cycle: 2023 } });
    given(workstream, network, approved('2022-03', { cycle: 2022 }))
      .when(declineWorkstream, DeclineWorkstream, { ...approval, cycle: 2022 })
      .thenRefused(/approved it on 2022-03/);
  });

  test('is decided about for a cycle that is named; a forum has its own', () => {
    given(workstream, network)
      .when(approveWorkstream, ApproveWorkstream, { workstreamId, effective: '2022-03' })
      .thenRefused(/Say which cycle it is about: a Policy Network goes on over several/);
    given(workstream, forum())
      .when(approveWorkstream, ApproveWorkstream, { workstreamId, cycle: 2020, effective: '2019-03' })
      .thenRefused(/a Best Practice Forum of the 2019 cycle, not of that of 2020/);
  });
});
