import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { CloseWorkstream, closeWorkstream } from './close-workstream.js';
import { PresentWorkstream, presentWorkstream } from './present-workstream.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const meetingId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0003';

const phase = on('2016', { type: 'CenbPhaseRegistered', data: { workstreamId, name: 'CENB Phase II', phase: 'II', cycle: 2016 } });
const network = on('2021', { type: 'PolicyNetworkRegistered', data: { workstreamId, name: 'Policy Network on Meaningful Access' } });
const coalition = on('2016', { type: 'DynamicCoalitionRegistered', data: { workstreamId, name: 'Youth Coalition' } });
const group = on('2016', { type: 'WorkingGroupRegistered', data: { workstreamId, name: 'WG-IMP' } });
const presented = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'WorkstreamPresented', data: { workstreamId, ...data } });
const closed = (effective: string, id = 'the-closing'): Past => on(effective, { type: 'WorkstreamClosed', data: { workstreamId } }, { id });

describe('A presentation', () => {
  const command = { workstreamId, meetingId, session: 'Main session on BPFs and CENB', effective: '2016-12-08' };
  const data = { workstreamId, meetingId, session: 'Main session on BPFs and CENB' };

  test('is recorded with its meeting and its session', () => {
    given(workstream, phase).when(presentWorkstream, PresentWorkstream, command).then({ type: 'WorkstreamPresented', data });
  });

  test('is refused of what does not show its work at annual meetings, and before there is anything', () => {
    given(workstream, group)
      .when(presentWorkstream, PresentWorkstream, command)
      .thenRefused(/is a Best Practice Forum or a CENB phase or a Policy Network; this is a MAG working group/);
    given(workstream, phase)
      .when(presentWorkstream, PresentWorkstream, { ...command, effective: '2015-11-12' })
      .thenRefused(/not recorded as existing by 2015-11-12/);
  });

  test('is refused of what the MAG did not approve, and of what had ended', () => {
    given(workstream, phase, on('2016-04-06', { type: 'WorkstreamNotApproved', data: { workstreamId } }))
      .when(presentWorkstream, PresentWorkstream, command)
      .thenRefused(/did not approve it for the 2016 cycle, on 2016-04-06/);
    given(workstream, phase, closed('2016-11-30'))
      .when(presentWorkstream, PresentWorkstream, command)
      .thenRefused(/closed on 2016-11-30/);
  });

  test('repeated changes nothing; another session is another presentation', () => {
    const past = [phase, presented('2016-12-08', data)];
    given(workstream, ...past)
      .when(presentWorkstream, PresentWorkstream, { workstreamId, effective: '2016-12' })
      .thenNothing();
    given(workstream, ...past)
      .when(presentWorkstream, PresentWorkstream, { ...command, session: 'CENB Phase II' })
      .then({ type: 'WorkstreamPresented', data: { ...data, session: 'CENB Phase II' } });
  });

  test('is of a cycle where the work goes on over several', () => {
    const past = [network, presented('2022-11-30', { cycle: 2022, session: 'PNMA' })];
    given(workstream, ...past)
      .when(presentWorkstream, PresentWorkstream, { workstreamId, cycle: 2023, session: 'PNMA', effective: '2023-10-09' })
      .then({ type: 'WorkstreamPresented', data: { workstreamId, cycle: 2023, session: 'PNMA' } });
    given(workstream, ...past)
      .when(presentWorkstream, PresentWorkstream, { workstreamId, effective: '2023-10-09' })
      .thenRefused(/Say which cycle/);
  });

  test('that is entered late, after the closing, is judged on its own day and stands before it', () => {
    given(workstream, phase, closed('2017-01-25'))
      .when(presentWorkstream, PresentWorkstream, command)
      .then({ type: 'WorkstreamPresented', data });
    expect(given(workstream, phase, closed('2017-01-25'), presented('2016-12-08', data)).state()).toMatchObject({
      presentations: [{ effective: '2016-12-08', session: data.session, cycle: null }],
      closed: { effective: '2017-01-25' },
    });
  });

  test('is kept also where only the year is known, and that of the registration has a day', () => {
    const registered = on('2016-04-06', phase.event);
    expect(given(workstream, registered, presented('2016', data), closed('2016')).state()).toMatchObject({
      kind: 'cenb-phase',
      presentations: [{ effective: '2016' }],
      closed: { effective: '2016' },
    });
  });
});

describe('A closing', () => {
  const command = { workstreamId, effective: '2017-01-25' };

  test('ends what the MAG had approved', () => {
    for (const past of [phase, group])
      given(workstream, past).when(closeWorkstream, CloseWorkstream, command).then({ type: 'WorkstreamClosed', data: { workstreamId } });
  });

  test('is refused of other kinds, and of what had not begun', () => {
    given(workstream, coalition)
      .when(closeWorkstream, CloseWorkstream, command)
      .thenRefused(/What is closed is .*; this is a Dynamic Coalition/);
    given(workstream, network)
      .when(closeWorkstream, CloseWorkstream, command)
      .thenRefused(/not recorded as existing by 2017-01-25/);
  });

  test('repeated changes nothing', () => {
    given(workstream, phase, closed('2017-01-20')).when(closeWorkstream, CloseWorkstream, command).thenNothing();
  });

  test('that is entered late, before another one, is the one that counts', () => {
    given(workstream, phase, closed('2017-01-25'))
      .when(closeWorkstream, CloseWorkstream, { ...command, effective: '2016-12-31' })
      .then({ type: 'WorkstreamClosed', data: { workstreamId } });
    const both = given(workstream, phase, closed('2017-01-25', 'entered-first'), closed('2016-12-31', 'entered-late'));
    expect(both.state()).toMatchObject({ closed: { effective: '2016-12-31', factId: 'entered-late' } });
    expect(both.state({ asOf: '2016-12-30' })).toMatchObject({ closed: null });
  });
});
