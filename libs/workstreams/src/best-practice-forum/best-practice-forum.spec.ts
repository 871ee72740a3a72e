import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { MergeWorkstream, mergeWorkstream, notAForumToMergeInto } from './merge-workstream.js';
import { StartScoping, startScoping } from './start-scoping.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const into = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0003';

const forum = (effective = '2016'): Past =>
  on(effective, { type: 'BestPracticeForumRegistered', data: { workstreamId, name: 'IPv6', cycle: 2016 } });
const network = on('2016', { type: 'PolicyNetworkRegistered', data: { workstreamId, name: 'A network' } });
const started = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'ScopingStarted', data: { workstreamId, ...data } }, { id: `started ${effective}` });
const merged = (effective: string, where = into): Past =>
  on(effective, { type: 'WorkstreamMerged', data: { workstreamId, into: where } }, { id: `merged ${effective}` });
const closed = on('2016-05-01', { type: 'WorkstreamClosed', data: { workstreamId } });

describe('Scoping', () => {
  const scope = 'Why do operators deploy IPv6?';
  const command = { workstreamId, scope, page: 'https://www.intgovforum.org/scope', effective: '2016-06-23' };
  const data = { workstreamId, scope, page: 'https://www.intgovforum.org/scope' };

  test('starts with a question', () => {
    given(workstream, forum()).when(startScoping, StartScoping, command).then({ type: 'ScopingStarted', data });
  });

  test('is refused of other kinds, of what had not begun, and of what was not approved or had ended', () => {
    given(workstream, network)
      .when(startScoping, StartScoping, command)
      .thenRefused(/a stage of a Best Practice Forum; this is a Policy Network/);
    given(workstream, forum('2016-07'))
      .when(startScoping, StartScoping, command)
      .thenRefused(/not recorded as existing by 2016-06-23/);
    given(workstream, forum(), on('2016-04-06', { type: 'WorkstreamNotApproved', data: { workstreamId } }))
      .when(startScoping, StartScoping, command)
      .thenRefused(/did not approve it for the 2016 cycle/);
    given(workstream, forum(), closed)
      .when(startScoping, StartScoping, command)
      .thenRefused(/closed on 2016-05-01/);
    given(workstream, forum(), merged('2016-05-01'))
      .when(startScoping, StartScoping, command)
      .thenRefused(/merged into another on 2016-05-01, before 2016-06-23/);
  });

  test('repeated changes nothing, and what it says more is an amendment', () => {
    given(workstream, forum(), started('2016-06-23', data)).when(startScoping, StartScoping, { workstreamId, scope }).thenNothing();
    given(workstream, forum(), started('2016-06-23'))
      .when(startScoping, StartScoping, { ...command, effective: '2016-07-07' })
      .thenRefused(/started on 2016-06-23 already. To say more of it, amend fact started 2016-06-23/);
  });

  test('that is entered late, before another start, is the one that counts', () => {
    given(workstream, forum(), started('2016-07-07', data))
      .when(startScoping, StartScoping, command)
      .then({ type: 'ScopingStarted', data });
    expect(given(workstream, forum(), started('2016-07-07'), started('2016-06-23', data)).state()).toMatchObject({
      scoping: { effective: '2016-06-23', scope },
    });
  });

  test('is kept where only its month is known, and that of the registration has a day', () => {
    expect(given(workstream, forum('2016-04-06'), started('2016-04', data)).state()).toMatchObject({
      kind: 'best-practice-forum',
      scoping: { effective: '2016-04', scope },
    });
  });
});

describe('A merger', () => {
  const command = { workstreamId, into, effective: '2016-05-24' };

  test('takes a forum into another', () => {
    given(workstream, forum())
      .when(mergeWorkstream, MergeWorkstream, command)
      .then({ type: 'WorkstreamMerged', data: { workstreamId, into } });
  });

  test('is refused of other kinds, of what had not begun or was closed, and into itself', () => {
    given(workstream, network)
      .when(mergeWorkstream, MergeWorkstream, command)
      .thenRefused(/is a Best Practice Forum; this is a Policy/);
    given(workstream, forum('2016-06'))
      .when(mergeWorkstream, MergeWorkstream, command)
      .thenRefused(/not recorded as existing/);
    given(workstream, forum(), closed)
      .when(mergeWorkstream, MergeWorkstream, command)
      .thenRefused(/closed on 2016-05-01/);
    given(workstream, forum())
      .when(mergeWorkstream, MergeWorkstream, { ...command, into: workstreamId })
      .thenRefused(/not into itself/);
  });

  test('names a forum that was not merged itself', () => {
    expect(notAForumToMergeInto(given(workstream, network).state())).toBe('is no Best Practice Forum');
    expect(notAForumToMergeInto(given(workstream, forum()).state())).toBeUndefined();
    expect(notAForumToMergeInto(given(workstream, forum(), merged('2016-05-01')).state())).toMatch(/merged into another on 2016-05-01/);
  });

  test('repeated changes nothing, and into another one is refused', () => {
    given(workstream, forum(), merged('2016-05-01')).when(mergeWorkstream, MergeWorkstream, command).thenNothing();
    given(workstream, forum(), merged('2016-05-01'))
      .when(mergeWorkstream, MergeWorkstream, { ...command, into: '1a7f9d00-6f0c-4c56-9a3a-6a0d1f1f0003' })
      .thenRefused(/on 2016-05-01 already. If that is wrong, retract fact merged 2016-05-01/);
  });

  test('that is entered late, before another one, is the one that counts', () => {
    given(workstream, forum(), merged('2016-06-01'))
      .when(mergeWorkstream, MergeWorkstream, command)
      .then({ type: 'WorkstreamMerged', data: { workstreamId, into } });
    const other = '1a7f9d00-6f0c-4c56-9a3a-6a0d1f1f0003';
    expect(given(workstream, forum('2016-04-06'), merged('2016-06-01', other), merged('2016-04')).state()).toMatchObject({
      merged: { effective: '2016-04', into },
    });
  });
});
