import { parse } from '#event-sourcing';
import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { AdoptFramework, adoptFramework } from './adopt-framework.js';
import { SetFocusGoals, setFocusGoals } from './set-focus-goals.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';

const phase = (effective = '2018', data: object = { focusSdgs: [7, 8, 9, 17] }): Past =>
  on(effective, { type: 'CenbPhaseRegistered', data: { workstreamId, name: 'CENB Phase IV', phase: 'IV', cycle: 2018, ...data } });
const forum = on('2018', { type: 'BestPracticeForumRegistered', data: { workstreamId, name: 'Gender and Access', cycle: 2018 } });
const adopted = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'FrameworkAdopted', data: { workstreamId, ...data } }, { id: `adopted ${effective}` });
const focused = (effective: string, focusSdgs: readonly number[]): Past =>
  on(effective, { type: 'FocusGoalsSet', data: { workstreamId, focusSdgs } });
const declined = on('2018-02-01', { type: 'WorkstreamNotApproved', data: { workstreamId } });
const closed = on('2018-03-01', { type: 'WorkstreamClosed', data: { workstreamId } });

describe('A framework', () => {
  const command = { workstreamId, title: 'Framework', page: 'https://www.intgovforum.org/framework', effective: '2018-06-27' };
  const data = { workstreamId, title: 'Framework', page: 'https://www.intgovforum.org/framework' };

  test('is adopted', () => {
    given(workstream, phase()).when(adoptFramework, AdoptFramework, command).then({ type: 'FrameworkAdopted', data });
  });

  test('is refused of other kinds, of what had not begun, and of what was not approved or had ended', () => {
    given(workstream, forum)
      .when(adoptFramework, AdoptFramework, command)
      .thenRefused(/What has a framework is a CENB phase; this is a Best Practice Forum/);
    given(workstream, phase('2018-07'))
      .when(adoptFramework, AdoptFramework, command)
      .thenRefused(/not recorded as existing by 2018-06-27/);
    given(workstream, phase(), declined)
      .when(adoptFramework, AdoptFramework, command)
      .thenRefused(/did not approve it/);
    given(workstream, phase(), closed)
      .when(adoptFramework, AdoptFramework, command)
      .thenRefused(/closed on 2018-03-01/);
  });

  test('repeated changes nothing, and what it says more is an amendment', () => {
    given(workstream, phase(), adopted('2018-06-27', data)).when(adoptFramework, AdoptFramework, { workstreamId }).thenNothing();
    given(workstream, phase(), adopted('2018-06-27'))
      .when(adoptFramework, AdoptFramework, { ...command, effective: '2018-07-01' })
      .thenRefused(/adopted on 2018-06-27 already. To say more of it, amend fact adopted 2018-06-27/);
  });

  test('that is entered late, before another adoption, is the one that counts', () => {
    given(workstream, phase(), adopted('2018-07-01'))
      .when(adoptFramework, AdoptFramework, command)
      .then({ type: 'FrameworkAdopted', data });
    expect(given(workstream, phase('2018-06-30'), adopted('2018-07-01'), adopted('2018-06', data)).state()).toMatchObject({
      kind: 'cenb-phase',
      framework: { effective: '2018-06', title: 'Framework' },
    });
  });
});

describe('The goals in focus', () => {
  const command = { workstreamId, focusSdgs: [7, 9, 17], effective: '2018-10-01' };

  test('may be other ones than were announced', () => {
    given(workstream, phase())
      .when(setFocusGoals, SetFocusGoals, command)
      .then({ type: 'FocusGoalsSet', data: { workstreamId, focusSdgs: [7, 9, 17] } });
    const state = given(workstream, phase(), focused('2018-10-01', [7, 9, 17])).state();
    expect(state).toMatchObject({ focusSdgs: [7, 9, 17], focusGoals: [{ focusSdgs: [7, 8, 9, 17], effective: '2018' }, {}] });
  });

  test('are refused of other kinds, of what had not begun, and of what was not approved or had ended', () => {
    given(workstream, forum)
      .when(setFocusGoals, SetFocusGoals, command)
      .thenRefused(/is a CENB phase; this is a Best Practice Forum/);
    given(workstream, phase('2018-11'))
      .when(setFocusGoals, SetFocusGoals, command)
      .thenRefused(/not recorded as existing by 2018-10-01/);
    given(workstream, phase(), declined)
      .when(setFocusGoals, SetFocusGoals, command)
      .thenRefused(/did not approve it/);
    given(workstream, phase(), closed)
      .when(setFocusGoals, SetFocusGoals, command)
      .thenRefused(/closed on 2018-03-01/);
  });

  test.each([[[]], [[0]], [[18]], [[4.5]], [[4, 4]]])('are among the seventeen, and one at least: not %j', (focusSdgs) => {
    expect(() => parse(SetFocusGoals, { ...command, focusSdgs })).toThrow();
  });

  test('given again in another order change nothing', () => {
    given(workstream, phase())
      .when(setFocusGoals, SetFocusGoals, { ...command, focusSdgs: [17, 9, 8, 7] })
      .thenNothing();
  });

  test('that are entered late do not replace those of a later day', () => {
    given(workstream, phase(), focused('2018-10-01', [7, 9, 17]))
      .when(setFocusGoals, SetFocusGoals, { ...command, focusSdgs: [7, 9], effective: '2018-05-01' })
      .then({ type: 'FocusGoalsSet', data: { workstreamId, focusSdgs: [7, 9] } });
    const past = given(workstream, phase('2018-04-01'), focused('2018-10-01', [7, 9, 17]), focused('2018-05-01', [7, 9]));
    expect(past.state()).toMatchObject({ focusSdgs: [7, 9, 17] });
    expect(past.state({ asOf: '2018-06' })).toMatchObject({ focusSdgs: [7, 9] });
  });

  test('that are folded before the registration, of which the day is known, are those of later', () => {
    expect(given(workstream, phase('2018-06-01'), focused('2018-06', [7, 9])).state()).toMatchObject({ focusSdgs: [7, 9] });
    expect(given(workstream, phase('2018-06-01', {})).state()).toMatchObject({ focusSdgs: [], focusGoals: [] });
  });
});
