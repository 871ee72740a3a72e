import { given, on, type Past } from '#test/given';
import { AssignAction, assignAction, CarryActionOver, carryActionOver, CompleteAction, completeAction } from './handle-action.js';
import { meeting } from './meeting.js';
import { PublishAgenda, publishAgenda } from './publish-agenda.js';
import { PublishRecord, publishRecord, recordInForce } from './publish-record.js';
import { PublishRecording, publishRecording } from './publish-recording.js';
import { RecordAttendance, recordAttendance } from './record-attendance.js';
import { RecordDecision, recordDecision } from './record-decision.js';
import { TakePart, takePart } from './take-part.js';

const id = (n: number): string => `b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f000${n}`;
const meetingId = id(1);
const ofMeeting = { meetingId, workstreamIds: [id(2)] };
const page = 'https://example.org/minutes';

const happened = (type: string, effective: string, data: object = {}): Past => on(effective, { type, data: { ...ofMeeting, ...data } });
const held = (data: object = {}): Past =>
  happened('MeetingLogged', '2016-06-23', { title: '1st virtual meeting', kind: 'virtual', ...data });
const inTwo = (): Past => held({ sittings: ['a', 'b'].map((label) => ({ label, heldOn: '2016-06-23' })) });
const planned = (): Past => happened('MeetingScheduled', '2016-06-01', { title: 'x', kind: 'virtual', scheduledFor: '2016-06-23' });

/** Whatever comes of a meeting comes of one that was held by then. */
const NOT_HELD = [
  ['on record', []],
  ['held', [planned()]],
] as const;

describe('Attendance', () => {
  const command = { meetingId, count: '11 people on', effective: '2016-06-23' };
  const stakeholders = [
    { group: 'Government' as const, count: 3 },
    { group: 'Civil Society' as const, count: 8 },
  ];
  const regions = [{ group: 'African Group' as const, count: 11 }];

  test('is kept as printed, or by group and region, of one sitting or of all', () => {
    given(meeting, held())
      .when(recordAttendance, RecordAttendance, command)
      .then({ type: 'AttendanceRecorded', data: { ...ofMeeting, count: '11 people on' } });
    const groups = { sitting: 'b', byStakeholderGroup: stakeholders, byRegionalGroup: regions };
    given(meeting, inTwo())
      .when(recordAttendance, RecordAttendance, { meetingId, ...groups, effective: '2016-06-23' })
      .then({ type: 'AttendanceRecorded', data: { ...ofMeeting, ...groups } });
    const { attendance } = given(meeting, held(), happened('AttendanceRecorded', '2016-06-24', { count: '90+ registered' })).state();
    expect(attendance).toMatchObject([{ sitting: null, quantity: { printed: '90+ registered', low: 90 } }]);
  });

  const few = [{ group: 'African Group' as const, count: 9 }];

  test('may leave people out of a breakdown where their number is known', () => {
    given(meeting, held())
      .when(recordAttendance, RecordAttendance, { ...command, byStakeholderGroup: stakeholders, byRegionalGroup: few })
      .then({
        type: 'AttendanceRecorded',
        data: { ...ofMeeting, count: '11 people on', byStakeholderGroup: stakeholders, byRegionalGroup: few },
      });
  });

  test.each([
    ['that says nothing', { count: undefined }, /Say how many/],
    [
      'with breakdowns that disagree',
      { count: undefined, byStakeholderGroup: stakeholders, byRegionalGroup: few },
      /11 people by stakeholder group and 9/,
    ],
    ['with more people than were counted', { count: '10', byStakeholderGroup: stakeholders }, /11 people, more than the 10 counted/],
    ['with a group twice', { byRegionalGroup: [...few, ...few] }, /two numbers for African Group/],
    ['of a sitting that there is not', { sitting: 'c' }, /no sitting c by 2016-06-23/],
  ])('%s is refused', (_, fields, reason) => {
    given(meeting, held())
      .when(recordAttendance, RecordAttendance, { ...command, ...fields } as Partial<RecordAttendance>)
      .thenRefused(reason);
  });

  test.each(NOT_HELD)('is refused of a meeting that is not %s', (what, past) => {
    given(meeting, ...past)
      .when(recordAttendance, RecordAttendance, command)
      .thenRefused(new RegExp(`not .*${what}.* by 2016-06-23`));
  });

  test('said again says nothing new; another number stands beside it', () => {
    const past = [held(), happened('AttendanceRecorded', '2016-06-23', { count: '11 people on' })];
    given(meeting, ...past)
      .when(recordAttendance, RecordAttendance, { ...command, effective: '2016-07-06' })
      .thenNothing();
    given(meeting, ...past)
      .when(recordAttendance, RecordAttendance, { ...command, count: '12' })
      .then({ type: 'AttendanceRecorded', data: { ...ofMeeting, count: '12' } });
  });

  test('of the same groups in another order says nothing new', () => {
    given(meeting, held(), happened('AttendanceRecorded', '2016-06-23', { byStakeholderGroup: stakeholders }))
      .when(recordAttendance, RecordAttendance, { meetingId, byStakeholderGroup: stakeholders.toReversed(), effective: '2016-06-23' })
      .thenNothing();
  });

  test('entered late stands in its place', () => {
    const later = happened('AttendanceRecorded', '2016-07-06', { count: '12' });
    given(meeting, held(), later)
      .when(recordAttendance, RecordAttendance, { ...command, count: '12' })
      .then({ type: 'AttendanceRecorded', data: { ...ofMeeting, count: '12' } });
    const { attendance } = given(meeting, held(), later, happened('AttendanceRecorded', '2016-06-24', { count: '11' })).state();
    expect(attendance.map(({ quantity }) => quantity?.printed)).toEqual(['11', '12']);
  });
});

describe('Taking part', () => {
  const took = (effective: string, ...participantIds: string[]): Past => happened('TookPart', effective, { participantIds });
  const command = { meetingId, participantIds: [id(4), id(5)], effective: '2016-06-24' };

  test('is recorded of those who are not on record yet', () => {
    given(meeting, held())
      .when(takePart, TakePart, command)
      .then({ type: 'TookPart', data: { ...ofMeeting, participantIds: [id(4), id(5)] } });
    given(meeting, held(), took('2016-06-23', id(4)))
      .when(takePart, TakePart, command)
      .then({ type: 'TookPart', data: { ...ofMeeting, participantIds: [id(5)] } });
    given(meeting, held(), took('2016-06-23', id(5), id(4)))
      .when(takePart, TakePart, command)
      .thenNothing();
  });

  test.each(NOT_HELD)('is refused in a meeting that is not %s', (what, past) => {
    given(meeting, ...past)
      .when(takePart, TakePart, command)
      .thenRefused(new RegExp(`not .*${what}.* by 2016-06-24`));
  });

  test('entered late is the fact that counts', () => {
    const later = took('2016-06-25', id(4), id(5));
    given(meeting, held(), later)
      .when(takePart, TakePart, { ...command, participantIds: [id(4)] })
      .then({ type: 'TookPart', data: { ...ofMeeting, participantIds: [id(4)] } });
    const { participants } = given(meeting, held(), later, took('2016-06-24', id(4))).state();
    expect(participants.map(({ workstreamId, effective }) => [workstreamId, effective])).toEqual([
      [id(4), '2016-06-24'],
      [id(5), '2016-06-25'],
    ]);
  });
});

describe('An agenda', () => {
  const command = { meetingId, agenda: ['Scope'], effective: '2016-06-20' };
  const published = (effective: string, data: object): Past => happened('AgendaPublished', effective, data);

  test('is published before the meeting, as points or as a page', () => {
    given(meeting, planned())
      .when(publishAgenda, PublishAgenda, { ...command, page })
      .then({ type: 'AgendaPublished', data: { ...ofMeeting, agenda: ['Scope'], page } });
    expect(given(meeting, held({ agenda: ['Welcome'] }), published('2016-06-24', { page })).state().agendas).toMatchObject([
      { points: ['Welcome'], page: null },
      { points: [], page },
    ]);
  });

  test('that says nothing, or of what is not on record, is refused', () => {
    given(meeting, planned())
      .when(publishAgenda, PublishAgenda, { meetingId, effective: '2016-06-20' })
      .thenRefused(/points of the agenda, or its page/);
    given(meeting, planned())
      .when(publishAgenda, PublishAgenda, { ...command, effective: '2016-05-31' })
      .thenRefused(/not on record by 2016-05-31/);
  });

  test('published again says nothing new, unless another one came between', () => {
    given(meeting, planned(), published('2016-06-19', { agenda: ['Scope'] }))
      .when(publishAgenda, PublishAgenda, command)
      .thenNothing();
    given(meeting, planned(), published('2016-06-18', { agenda: ['Scope'] }), published('2016-06-19', { agenda: ['Goals'] }))
      .when(publishAgenda, PublishAgenda, command)
      .then({ type: 'AgendaPublished', data: { ...ofMeeting, agenda: ['Scope'] } });
  });

  test('entered late does not take the place of a later one', () => {
    const later = published('2016-06-22', { agenda: ['Goals'] });
    given(meeting, planned(), later)
      .when(publishAgenda, PublishAgenda, { ...command, agenda: ['Goals'] })
      .then({ type: 'AgendaPublished', data: { ...ofMeeting, agenda: ['Goals'] } });
    const { agendas } = given(meeting, planned(), later, published('2016-06-20', { agenda: ['Scope'] })).state();
    expect(agendas.map(({ points }) => points)).toEqual([['Scope'], ['Goals']]);
  });
});

describe('A record', () => {
  const published = (effective: string, authority: string, data: object = {}): Past =>
    happened('RecordPublished', effective, { authority, ...data });
  const command = { meetingId, authority: 'draft' as const, page, effective: '2016-07-06' };

  test('is published of the whole meeting, or of one sitting', () => {
    given(meeting, held())
      .when(publishRecord, PublishRecord, command)
      .then({ type: 'RecordPublished', data: { ...ofMeeting, authority: 'draft', page } });
    given(meeting, inTwo(), published('2016-07-01', 'adopted', { sitting: 'a' }))
      .when(publishRecord, PublishRecord, { ...command, sitting: 'b', summary: 'Agreed.' })
      .then({ type: 'RecordPublished', data: { ...ofMeeting, sitting: 'b', authority: 'draft', page, summary: 'Agreed.' } });
  });

  test.each([
    ['draft', 'caption', false],
    ['caption', 'draft', true],
    ['draft', 'adopted', true],
    ['adopted', 'draft', false],
    ['adopted', 'corrected', true],
    ['corrected', 'adopted', false],
  ] as const)('after one that is %s may be %s: %s', (before, authority, allowed) => {
    const decided = given(meeting, held(), published('2016-07-01', before)).when(publishRecord, PublishRecord, { ...command, authority });
    if (allowed) decided.then({ type: 'RecordPublished', data: { ...ofMeeting, authority, page } });
    else decided.thenRefused(new RegExp(`By 2016-07-06 there is a record that is ${before}, of 2016-07-01`));
  });

  test.each(NOT_HELD)('is refused of a meeting that is not %s', (what, past) => {
    given(meeting, ...past)
      .when(publishRecord, PublishRecord, command)
      .thenRefused(new RegExp(`not .*${what}.* by 2016-07-06`));
  });

  test('published again says nothing new; a second draft is one more', () => {
    const past = [held(), published('2016-07-05', 'draft', { page })];
    given(meeting, ...past)
      .when(publishRecord, PublishRecord, command)
      .thenNothing();
    given(meeting, ...past)
      .when(publishRecord, PublishRecord, { ...command, summary: 'New.' })
      .then({ type: 'RecordPublished', data: { ...ofMeeting, authority: 'draft', page, summary: 'New.' } });
  });

  test('of less authority that is entered late is judged on its day; that of most authority is in force', () => {
    const adopted = published('2016-07-14', 'adopted');
    given(meeting, held(), adopted)
      .when(publishRecord, PublishRecord, command)
      .then({ type: 'RecordPublished', data: { ...ofMeeting, authority: 'draft', page } });
    const past = given(meeting, held(), adopted, published('2016-07-06', 'draft'));
    expect(recordInForce(past.state({ asOf: '2016-07-10' }))?.authority).toBe('draft');
    expect(recordInForce(past.state())?.authority).toBe('adopted');
  });
});

describe('A recording', () => {
  const command = { meetingId, page, kind: 'recording' as const, effective: '2016-06-24' };
  const published = (effective: string, kind: string): Past => happened('RecordingPublished', effective, { page, kind });

  test('is published once of each kind', () => {
    given(meeting, held())
      .when(publishRecording, PublishRecording, command)
      .then({ type: 'RecordingPublished', data: { ...ofMeeting, page, kind: 'recording' } });
    given(meeting, held(), published('2016-06-23', 'recording')).when(publishRecording, PublishRecording, command).thenNothing();
    given(meeting, held(), published('2016-06-23', 'transcript'))
      .when(publishRecording, PublishRecording, command)
      .then({ type: 'RecordingPublished', data: { ...ofMeeting, page, kind: 'recording' } });
  });

  test.each(NOT_HELD)('is refused of a meeting that is not %s', (what, past) => {
    given(meeting, ...past)
      .when(publishRecording, PublishRecording, command)
      .thenRefused(new RegExp(`not .*${what}.* by 2016-06-24`));
  });

  test('entered late is judged on its day', () => {
    given(meeting, held(), published('2016-06-25', 'recording'))
      .when(publishRecording, PublishRecording, command)
      .then({ type: 'RecordingPublished', data: { ...ofMeeting, page, kind: 'recording' } });
  });
});

describe('A decision', () => {
  const command = {
    meetingId,
    decisionId: id(6),
    text: 'One joint session.',
    about: [id(4)],
    by: 'last call' as const,
    effective: '2016-06-30',
  };
  const data = { ...ofMeeting, decisionId: id(6), text: 'One joint session.', about: [id(4)], by: 'last call' };

  test('is recorded once, also when it was made on the list after the meeting', () => {
    given(meeting, held()).when(recordDecision, RecordDecision, command).then({ type: 'DecisionRecorded', data });
    given(meeting, held(), happened('DecisionRecorded', '2016-06-29', data))
      .when(recordDecision, RecordDecision, command)
      .thenNothing();
  });

  test.each(NOT_HELD)('is refused of a meeting that is not %s', (what, past) => {
    given(meeting, ...past)
      .when(recordDecision, RecordDecision, command)
      .thenRefused(new RegExp(`not .*${what}.* by 2016-06-30`));
  });

  test('entered late comes before the later ones', () => {
    const later = happened('DecisionRecorded', '2016-07-01', { decisionId: id(7), text: 'Later.' });
    given(meeting, held(), later).when(recordDecision, RecordDecision, command).then({ type: 'DecisionRecorded', data });
    const { decisions } = given(meeting, held(), later, happened('DecisionRecorded', '2016-06-30', data)).state();
    expect(decisions).toMatchObject([
      { decisionId: id(6), about: [id(4)], by: 'last call' },
      { decisionId: id(7), about: [], by: null },
    ]);
  });
});

describe('An action', () => {
  const actionId = id(6);
  const command = { meetingId, actionId, text: 'Find case studies.', owner: 'The host', dueOn: '2016-07-07', effective: '2016-06-23' };
  const data = { ...ofMeeting, actionId, text: 'Find case studies.', owner: 'The host', dueOn: '2016-07-07' };
  const assigned = (effective = '2016-06-23'): Past => happened('ActionAssigned', effective, data);
  const carried = (effective: string, fields: object = {}): Past =>
    happened('ActionCarriedOver', effective, { actionId, toMeetingId: id(3), ...fields });
  const completed = (effective: string): Past => happened('ActionCompleted', effective, { actionId });
  const onAction = { meetingId, actionId, effective: '2016-07-07' };
  const carry = { ...onAction, toMeetingId: id(3) };

  test('is assigned once, with an owner and a date', () => {
    given(meeting, held()).when(assignAction, AssignAction, command).then({ type: 'ActionAssigned', data });
    given(meeting, held(), assigned()).when(assignAction, AssignAction, command).thenNothing();
  });

  test('is refused with a date gone by', () => {
    given(meeting, held())
      .when(assignAction, AssignAction, { ...command, dueOn: '2016-06-22' })
      .thenRefused(/agreed on 2016-06-23 cannot be due on 2016-06-22/);
  });

  test.each(NOT_HELD)('is refused of a meeting that is not %s', (what, past) => {
    given(meeting, ...past)
      .when(assignAction, AssignAction, command)
      .thenRefused(new RegExp(`not .*${what}.* by 2016-06-23`));
  });

  test('is carried over to a later meeting, with a new date or without', () => {
    given(meeting, held(), assigned())
      .when(carryActionOver, CarryActionOver, { ...carry, dueOn: '2016-08-03' })
      .then({ type: 'ActionCarriedOver', data: { ...ofMeeting, actionId, toMeetingId: id(3), dueOn: '2016-08-03' } });
    const [action] = given(meeting, held(), assigned(), carried('2016-07-07')).state().actions;
    expect(action).toMatchObject({ dueOn: '2016-07-07', carriedOver: [{ toMeetingId: id(3), dueOn: null }] });
  });

  test('carried over once more to the same meeting says nothing new, unless it is due on another date', () => {
    const past = [held(), assigned(), carried('2016-07-07', { dueOn: '2016-08-03' })];
    for (const fields of [{}, { dueOn: '2016-08-03' }])
      given(meeting, ...past)
        .when(carryActionOver, CarryActionOver, { ...carry, ...fields })
        .thenNothing();
    given(meeting, ...past)
      .when(carryActionOver, CarryActionOver, { ...carry, dueOn: '2016-08-24' })
      .then({ type: 'ActionCarriedOver', data: { ...ofMeeting, actionId, toMeetingId: id(3), dueOn: '2016-08-24' } });
  });

  test.each([
    ['when it was never assigned', [held()], {}, /assigned no action .* by 2016-07-07/],
    ['when it was assigned later', [held(), assigned('2016-07-08')], {}, /assigned no action .* by 2016-07-07/],
    ['when it has been done', [held(), assigned(), completed('2016-07-01')], {}, /completed on 2016-07-01/],
    ['to its own meeting', [held(), assigned()], { toMeetingId: meetingId }, /another meeting than its own/],
    ['with a date gone by', [held(), assigned()], { dueOn: '2016-07-06' }, /cannot be due on 2016-07-06/],
  ])('is not carried over %s', (_, past, fields, reason) => {
    given(meeting, ...past)
      .when(carryActionOver, CarryActionOver, { ...carry, ...fields })
      .thenRefused(reason);
  });

  test('is completed once, and only when it was assigned', () => {
    given(meeting, held(), assigned())
      .when(completeAction, CompleteAction, onAction)
      .then({ type: 'ActionCompleted', data: { ...ofMeeting, actionId } });
    given(meeting, held(), assigned(), completed('2016-07-01')).when(completeAction, CompleteAction, onAction).thenNothing();
    given(meeting, held())
      .when(completeAction, CompleteAction, onAction)
      .thenRefused(/assigned no action .* by 2016-07-07/);
  });

  test('carried over late, for a day before it was done, stands in its place', () => {
    given(meeting, held(), assigned(), completed('2016-08-01'))
      .when(carryActionOver, CarryActionOver, carry)
      .then({ type: 'ActionCarriedOver', data: { ...ofMeeting, actionId, toMeetingId: id(3) } });
    const past = [
      held(),
      assigned(),
      completed('2016-08-01'),
      carried('2016-08-03', { dueOn: '2016-08-24' }),
      carried('2016-07-07', { dueOn: '2016-08-03' }),
    ];
    const [action] = given(meeting, ...past).state().actions;
    expect(action).toMatchObject({ dueOn: '2016-08-24', completed: { effective: '2016-08-01' } });
    expect(action?.carriedOver.map(({ effective }) => effective)).toEqual(['2016-07-07', '2016-08-03']);
  });

  test('completed on an earlier day than was entered first was done then', () => {
    given(meeting, held(), assigned(), completed('2016-08-01'))
      .when(completeAction, CompleteAction, onAction)
      .then({ type: 'ActionCompleted', data: { ...ofMeeting, actionId } });
    const [action] = given(meeting, held(), assigned(), completed('2016-08-01'), completed('2016-07-07')).state().actions;
    expect(action?.completed?.effective).toBe('2016-07-07');
  });

  test('that was done in the month of the meeting is known, though that is folded before', () => {
    const [action] = given(meeting, held(), assigned(), completed('2016-06')).state().actions;
    expect(action).toMatchObject({ text: 'Find case studies.', owner: 'The host', completed: { effective: '2016-06' } });
  });
});
