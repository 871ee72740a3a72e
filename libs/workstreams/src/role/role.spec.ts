import { period } from '#event-sourcing';
import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { EndRole, endRole } from './end-role.js';
import { heldAt, type Role } from './role.js';
import { TakeRole, takeRole } from './take-role.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0021';
const roleId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0022';
const otherRole = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0023';
const personId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0024';
const otherPerson = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0025';

const forum = on('2016-04-06', { type: 'BestPracticeForumRegistered', data: { workstreamId, name: 'IPv6', cycle: 2016 } });
const taken = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'RoleTaken', data: { workstreamId, roleId, personId, role: 'coordinator', ...data } });
const ended = (effective: string, id = roleId): Past =>
  on(effective, { type: 'RoleEnded', data: { workstreamId, roleId: id, personId, role: 'coordinator' } });
const state = (...past: Past[]): readonly Role[] => given(workstream, forum, ...past).state().roles;
const held = (roles: readonly Role[], date: string): string[] => heldAt(roles, period(date).end).map((each) => each.roleId);

describe('Taking a role', () => {
  const claim = { workstreamId, roleId, personId, role: 'coordinator' as const };
  const command = { ...claim, effective: '2016-05-24' };
  const event = { type: 'RoleTaken', data: claim };

  test('says who does what from when on, for whom and under which title', () => {
    given(workstream, forum).when(takeRole, TakeRole, command).then(event);
    const more = { title: 'Lead Coordinator', forBody: 'Technical Community', until: '2016-12' };
    given(workstream, forum)
      .when(takeRole, TakeRole, { ...command, ...more })
      .then({ ...event, data: { ...claim, ...more } });
  });

  test('is refused before there was a workstream, and with an end before its beginning', () => {
    given(workstream, forum)
      .when(takeRole, TakeRole, { ...command, effective: '2016-04-05' })
      .thenRefused(/not recorded as existing by 2016-04-05/);
    given(workstream, forum)
      .when(takeRole, TakeRole, { ...command, until: '2016-05-23' })
      .thenRefused(/taken on 2016-05-24 cannot have ended with 2016-05-23/);
  });

  const again = { ...claim, roleId: otherRole, effective: '2016-06-01' };

  test('that the person has already says nothing new', () => {
    given(workstream, forum, taken('2016-05-24', { title: 'Lead' }))
      .when(takeRole, TakeRole, again)
      .thenNothing();
    given(workstream, forum, taken('2016-05-24', { title: 'Lead' }))
      .when(takeRole, TakeRole, { ...again, title: 'Lead' })
      .thenNothing();
  });

  test('that the person has already, but otherwise, is refused', () => {
    given(workstream, forum, taken('2016-05-24'))
      .when(takeRole, TakeRole, { ...again, forBody: 'APC' })
      .thenRefused(/coordinator already, since 2016-05-24: end role b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0022 first/);
  });

  test.each([
    ['another role of the same person', [taken('2016-05-24', { role: 'editor' })]],
    ['the same role of another person', [taken('2016-05-24', { personId: otherPerson })]],
    ['the same role after it ended', [taken('2016-05-24'), ended('2016-05-31')]],
    ['the same role after it ran out', [taken('2016-05-24', { until: '2016-05' })]],
  ])('beside %s is a role of its own', (_, past) => {
    given(workstream, forum, ...past)
      .when(takeRole, TakeRole, again)
      .then({ type: 'RoleTaken', data: { ...claim, roleId: otherRole } });
  });

  test('entered late is judged on its day, and the person has the role once, since the earlier day', () => {
    given(workstream, forum, taken('2016-06-01', { roleId: otherRole }))
      .when(takeRole, TakeRole, command)
      .then(event);
    const roles = state(taken('2016-06-01', { roleId: otherRole }), taken('2016-05-24'));
    expect(roles.map((each) => each.roleId)).toEqual([roleId, otherRole]);
    expect(held(roles, '2016-07')).toEqual([roleId]);
  });
});

describe('Ending a role', () => {
  const command = { workstreamId, roleId, effective: '2016-09-01' };
  const event = { type: 'RoleEnded', data: { workstreamId, roleId, personId, role: 'coordinator' } };

  test('says whose it was', () => {
    given(workstream, forum, taken('2016-05-24')).when(endRole, EndRole, command).then(event);
  });

  test('once more says nothing new', () => {
    given(workstream, forum, taken('2016-05-24'), ended('2016-08-31')).when(endRole, EndRole, command).thenNothing();
  });

  test('before it began, or of what was never taken, is refused', () => {
    given(workstream, forum, taken('2016-09-02'))
      .when(endRole, EndRole, command)
      .thenRefused(/was taken in this workstream by 2016-09-01/);
    given(workstream, forum)
      .when(endRole, EndRole, command)
      .thenRefused(/was taken/);
  });

  test('entered late, before another end, happened on the earlier day', () => {
    given(workstream, forum, taken('2016-05-24'), ended('2016-10-01')).when(endRole, EndRole, command).then(event);
    expect(state(taken('2016-05-24'), ended('2016-10-01'), ended('2016-09-01'))[0]!.ended).toMatchObject({ effective: '2016-09-01' });
  });

  test('of which only the month is known ends what was taken in that month', () => {
    const roles = state(taken('2016-05-24'), ended('2016-05'));
    expect(roles).toMatchObject([{ personId, role: 'coordinator', taken: { effective: '2016-05-24' }, ended: { effective: '2016-05' } }]);
    expect(held(roles, '2016-06')).toEqual([]);
  });
});

test('A role that is limited is held to the end of its last day', () => {
  const roles = state(taken('2016-05-24', { until: '2016-12-31' }));
  expect([held(roles, '2016-12-30'), held(roles, '2016-12-31'), held(roles, '2017-01-01')]).toEqual([[roleId], [roleId], []]);
});

test('A role that was ended before it was taken is held by nobody', () => {
  expect(held(state(ended('2016-05-01')), '2016-06')).toEqual([]);
});
