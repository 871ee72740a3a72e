import { given, on, type Past } from '#test/given';
import { AddSitting, addSitting } from './add-sitting.js';
import { CancelMeeting, cancelMeeting } from './cancel-meeting.js';
import { HoldMeeting, holdMeeting } from './hold-meeting.js';
import { LogMeeting, logMeeting } from './log-meeting.js';
import { meeting } from './meeting.js';
import { mergedItself, MergeMeeting, mergeMeeting } from './merge-meeting.js';
import { MoveMeeting, moveMeeting } from './move-meeting.js';
import { ScheduleMeeting, scheduleMeeting } from './schedule-meeting.js';
import { meetingStatus } from './status.js';

const meetingId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0001';
const otherId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0009';
const workstreamIds = ['b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002'];
const ofMeeting = { meetingId, workstreamIds };
const about = { ...ofMeeting, title: 'Virtual Meeting VI', kind: 'virtual' as const };

const TWO = [
  { label: 'VIa', scheduledFor: '2016-05-23T14:00Z' },
  { label: 'VIb', scheduledFor: '2016-05-27T08:00Z' },
];

const scheduled = (data: object = { scheduledFor: '2016-05-23' }, effective = '2016-05-01'): Past =>
  on(effective, { type: 'MeetingScheduled', data: { ...about, ...data } });
const inTwo = (): Past => scheduled({ sittings: TWO });
const logged = (effective = '2016-05-23', data: object = {}): Past => on(effective, { type: 'MeetingLogged', data: { ...about, ...data } });
const happened = (type: string, effective: string, data: object = {}): Past => on(effective, { type, data: { ...ofMeeting, ...data } });
const held = (effective: string, sitting?: string): Past => happened('MeetingHeld', effective, sitting ? { sitting } : {});
const cancelled = (effective: string, sitting?: string): Past => happened('MeetingCancelled', effective, sitting ? { sitting } : {});
const moved = (effective: string, data: object): Past => happened('MeetingMoved', effective, { from: null, ...data });
const merged = (effective: string, intoMeetingId = otherId): Past => happened('MeetingMerged', effective, { intoMeetingId });
const statusAt = (past: readonly Past[], asOf?: string): unknown =>
  meetingStatus(given(meeting, ...past).state(asOf === undefined ? {} : { asOf }));

describe('Scheduling a meeting', () => {
  const command = { ...about, scheduledFor: '2016-05-23T14:00Z', effective: '2016-05-01' };

  test('records what was announced', () => {
    const known = { officialNumber: 'VIa', session: 'main' as const, cycle: 2016, agenda: ['Main session'], place: 'Room A', duration: 90 };
    given(meeting)
      .when(scheduleMeeting, ScheduleMeeting, { ...command, ...known })
      .then({ type: 'MeetingScheduled', data: { ...about, scheduledFor: '2016-05-23T14:00Z', ...known } });
  });

  test('may be for several sittings of one agenda', () => {
    given(meeting)
      .when(scheduleMeeting, ScheduleMeeting, { ...about, effective: '2016-05-01', sittings: TWO })
      .then({ type: 'MeetingScheduled', data: { ...about, sittings: TWO } });
    expect(given(meeting, inTwo()).state().sittings).toMatchObject(TWO);
  });

  test.each([
    ['no date', { scheduledFor: undefined }, /scheduled for a date, or its sittings are/],
    ['a date of its own beside those of its sittings', { sittings: TWO }, /scheduled for a date, or its sittings are/],
    ['two sittings of one label', { scheduledFor: undefined, sittings: [TWO[0]!, TWO[0]!] }, /two sittings VIa/],
    ['a date before the announcement', { scheduledFor: '2016-04-30' }, /announced on 2016-05-01 cannot be planned for 2016-04-30/],
    [
      'a sitting before the announcement',
      { scheduledFor: undefined, sittings: [TWO[0]!, { label: 'b', scheduledFor: '2016-04' }] },
      /cannot be planned for 2016-04/,
    ],
  ])('is refused with %s', (_, fields, reason) => {
    given(meeting)
      .when(scheduleMeeting, ScheduleMeeting, { ...command, ...fields } as Partial<ScheduleMeeting>)
      .thenRefused(reason);
  });

  test('is refused for one that is on record', () => {
    given(meeting, logged('2016-04'))
      .when(scheduleMeeting, ScheduleMeeting, command)
      .thenRefused(/on record already/);
  });
});

describe('Logging a meeting', () => {
  test('records that it was held', () => {
    given(meeting)
      .when(logMeeting, LogMeeting, { ...about, informal: true, effective: '2016-04-05' })
      .then({ type: 'MeetingLogged', data: { ...about, informal: true } });
    expect(statusAt([logged('2016-04-05')])).toBe('held');
    expect(given(meeting, logged('2016-04-05')).state().sittings).toMatchObject([{ label: null, held: { on: '2016-04-05' } }]);
  });

  test('over several days', () => {
    const oc = {
      meetingId,
      workstreamIds: about.workstreamIds,
      title: '1st meeting of 2016',
      kind: 'in-person' as const,
    };
    given(meeting)
      .when(logMeeting, LogMeeting, { ...oc, endsOn: '2016-04-06', effective: '2016-04-04' })
      .then({ type: 'MeetingLogged', data: { ...oc, endsOn: '2016-04-06' } });
  });

  const sittings = [
    { label: 'VIa', heldOn: '2016-05-23' },
    { label: 'VIb', heldOn: '2016-05-27' },
  ];

  test('in several sittings is dated by the last', () => {
    given(meeting)
      .when(logMeeting, LogMeeting, { ...about, sittings, effective: '2016-05-27' })
      .then({ type: 'MeetingLogged', data: { ...about, sittings } });
    given(meeting)
      .when(logMeeting, LogMeeting, { ...about, sittings, effective: '2016-05-23' })
      .thenRefused(/On 2016-05-23 the sitting VIb of 2016-05-27 had not been held/);
  });

  test.each([
    ['that ended before it began', { endsOn: '2016-05-22' }, /held on 2016-05-27 cannot have ended on 2016-05-22/],
    ['of which the sittings and the whole have an end', { sittings, endsOn: '2016-05-28' }, /leave endsOn out/],
    ['with two sittings of one label', { sittings: [sittings[0]!, sittings[0]!] }, /two sittings VIa/],
  ])('%s is refused', (_, fields, reason) => {
    given(meeting)
      .when(logMeeting, LogMeeting, { ...about, ...fields, effective: '2016-05-27' })
      .thenRefused(reason);
  });

  test('is refused for one that is on record', () => {
    given(meeting, scheduled())
      .when(logMeeting, LogMeeting, { ...about, effective: '2016-05-23' })
      .thenRefused(/on record already/);
  });
});

describe('Moving a meeting', () => {
  const command = { meetingId, to: '2016-05-30', effective: '2016-05-20' };

  test('records from where it moved', () => {
    given(meeting, scheduled())
      .when(moveMeeting, MoveMeeting, command)
      .then({ type: 'MeetingMoved', data: { ...ofMeeting, to: '2016-05-30', from: '2016-05-23' } });
  });

  test('moves one sitting of several, and it has to be said which', () => {
    given(meeting, inTwo())
      .when(moveMeeting, MoveMeeting, { ...command, sitting: 'VIb' })
      .then({ type: 'MeetingMoved', data: { ...ofMeeting, sitting: 'VIb', to: '2016-05-30', from: '2016-05-27T08:00Z' } });
    given(meeting, inTwo())
      .when(moveMeeting, MoveMeeting, command)
      .thenRefused(/Say which: VIa, VIb/);
    given(meeting, inTwo())
      .when(moveMeeting, MoveMeeting, { ...command, sitting: 'VIc' })
      .thenRefused(/no sitting VIc by 2016-05-20/);
  });

  test('to where it stands says nothing new', () => {
    given(meeting, scheduled(), moved('2016-05-10', { to: '2016-05-30' }))
      .when(moveMeeting, MoveMeeting, command)
      .thenNothing();
  });

  test.each([
    ['before it is on record', [scheduled(undefined, '2016-05-21')], /not on record by 2016-05-20/],
    ['once it is cancelled', [scheduled(), cancelled('2016-05-19')], /cancelled on 2016-05-19/],
    ['once it was held', [logged('2016-05-19')], /held on 2016-05-19/],
    ['once it was merged', [scheduled(), merged('2016-05-19')], /merged into another one on 2016-05-19/],
  ])('is refused %s', (_, past, reason) => {
    given(meeting, ...past)
      .when(moveMeeting, MoveMeeting, command)
      .thenRefused(reason);
  });

  test('is refused to a day before the announcement', () => {
    given(meeting, scheduled())
      .when(moveMeeting, MoveMeeting, { ...command, to: '2016-05-19' })
      .thenRefused(/cannot be planned for 2016-05-19/);
  });

  test('entered late obeys the state of its day, and stands before the later move', () => {
    const later = moved('2016-05-22', { from: '2016-05-23', to: '2016-06-06' });
    given(meeting, scheduled(), later, held('2016-06-06'))
      .when(moveMeeting, MoveMeeting, command)
      .then({ type: 'MeetingMoved', data: { ...ofMeeting, to: '2016-05-30', from: '2016-05-23' } });
    const [sitting] = given(meeting, scheduled(), later, moved('2016-05-20', { from: '2016-05-23', to: '2016-05-30' })).state().sittings;
    expect(sitting?.moves.map(({ from, to }) => [from, to])).toEqual([
      ['2016-05-23', '2016-05-30'],
      ['2016-05-30', '2016-06-06'],
    ]);
    expect(sitting?.scheduledFor).toBe('2016-06-06');
  });

  test('prevails where it is folded before the scheduling, of which the day is known', () => {
    const [sitting] = given(meeting, scheduled(), moved('2016-05', { from: '2016-05-23', to: '2016-05-30' })).state().sittings;
    expect(sitting).toMatchObject({ scheduledFor: '2016-05-30', moves: [{ from: '2016-05-23', to: '2016-05-30' }] });
  });
});

describe('Cancelling a meeting', () => {
  const command = { meetingId, effective: '2016-05-20' };

  test('calls off the whole, or one sitting', () => {
    given(meeting, inTwo()).when(cancelMeeting, CancelMeeting, command).then({ type: 'MeetingCancelled', data: ofMeeting });
    given(meeting, inTwo())
      .when(cancelMeeting, CancelMeeting, { ...command, sitting: 'VIb' })
      .then({ type: 'MeetingCancelled', data: { ...ofMeeting, sitting: 'VIb' } });
    expect(statusAt([inTwo(), cancelled('2016-05-20')])).toBe('cancelled');
    expect(statusAt([inTwo(), cancelled('2016-05-20', 'VIb')])).toBe('scheduled');
    expect(statusAt([inTwo(), cancelled('2016-05-20', 'VIb'), cancelled('2016-05-21', 'VIa')])).toBe('cancelled');
  });

  test('twice says nothing new', () => {
    given(meeting, scheduled(), cancelled('2016-05-19')).when(cancelMeeting, CancelMeeting, command).thenNothing();
    for (const before of [cancelled('2016-05-19', 'VIb'), cancelled('2016-05-19')]) {
      given(meeting, inTwo(), before)
        .when(cancelMeeting, CancelMeeting, { ...command, sitting: 'VIb' })
        .thenNothing();
    }
  });

  test.each([
    ['before it is on record', [], {}, /not on record by 2016-05-20/],
    ['once it was held', [scheduled(), held('2016-05-19')], {}, /held on 2016-05-19/],
    ['of a sitting that was held', [inTwo(), held('2016-05-19', 'VIa')], { sitting: 'VIa' }, /sitting VIa was held on 2016-05-19/],
    ['of a sitting that there is not', [inTwo()], { sitting: 'VIc' }, /no sitting VIc/],
    ['once it was merged', [scheduled(), merged('2016-05-19')], {}, /merged into another one/],
  ])('is refused %s', (_, past, fields, reason) => {
    given(meeting, ...past)
      .when(cancelMeeting, CancelMeeting, { ...command, ...fields })
      .thenRefused(reason);
  });

  test('entered late for a day before it was held is kept, but that people met outweighs it', () => {
    const past = [scheduled(), held('2016-05-23')];
    given(meeting, ...past)
      .when(cancelMeeting, CancelMeeting, command)
      .then({ type: 'MeetingCancelled', data: ofMeeting });
    expect(statusAt([...past, cancelled('2016-05-20')], '2016-05-21')).toBe('cancelled');
    expect(statusAt([...past, cancelled('2016-05-20')])).toBe('held');
  });
});

describe('Holding a meeting', () => {
  const command = { meetingId, effective: '2016-05-23' };

  test('records that a plan came true', () => {
    given(meeting, scheduled())
      .when(holdMeeting, HoldMeeting, { ...command, endsOn: '2016-05-24' })
      .then({ type: 'MeetingHeld', data: { ...ofMeeting, endsOn: '2016-05-24' } });
    given(meeting, inTwo())
      .when(holdMeeting, HoldMeeting, { ...command, sitting: 'VIa' })
      .then({ type: 'MeetingHeld', data: { ...ofMeeting, sitting: 'VIa' } });
    expect(statusAt([scheduled(), held('2016-05-23')], '2016-05-22')).toBe('scheduled');
    expect(statusAt([scheduled(), held('2016-05-23')], '2016-05-23')).toBe('held');
  });

  test('twice says nothing new', () => {
    given(meeting, scheduled(), held('2016-05-23'))
      .when(holdMeeting, HoldMeeting, { ...command, effective: '2016-05-24' })
      .thenNothing();
    given(meeting, logged('2016-05-23')).when(holdMeeting, HoldMeeting, command).thenNothing();
  });

  test.each([
    ['before it is on record', [], {}, /not on record by 2016-05-23/],
    ['when it was cancelled', [scheduled(), cancelled('2016-05-20')], {}, /meeting was cancelled on 2016-05-20/],
    ['when its sitting was cancelled', [inTwo(), cancelled('2016-05-20', 'VIa')], { sitting: 'VIa' }, /sitting VIa was cancelled/],
    ['when all its sittings were cancelled', [inTwo(), cancelled('2016-05-20')], { sitting: 'VIa' }, /sitting VIa was cancelled/],
    ['in a sitting that there is not', [scheduled()], { sitting: 'VIa' }, /no sitting VIa by 2016-05-23/],
    ['in sittings that are not named', [inTwo()], {}, /Say which: VIa, VIb/],
    ['when it was merged', [scheduled(), merged('2016-05-20')], {}, /merged into another one on 2016-05-20/],
    ['with an end before it', [scheduled()], { endsOn: '2016-05-22' }, /cannot have ended on 2016-05-22/],
  ])('is refused %s', (_, past, fields, reason) => {
    given(meeting, ...past)
      .when(holdMeeting, HoldMeeting, { ...command, ...fields })
      .thenRefused(reason);
  });

  test('entered late obeys the state of its day, and is the date that counts', () => {
    given(meeting, inTwo(), cancelled('2016-05-26', 'VIa'))
      .when(holdMeeting, HoldMeeting, { ...command, sitting: 'VIa' })
      .then({ type: 'MeetingHeld', data: { ...ofMeeting, sitting: 'VIa' } });
    expect(given(meeting, scheduled(), held('2016-05-25'), held('2016-05-23')).state().sittings[0]?.held?.on).toBe('2016-05-23');
  });

  test('is kept where it is folded before the scheduling, of which the day is known', () => {
    const state = given(meeting, scheduled(), held('2016-05')).state();
    expect(state.sittings).toMatchObject([{ scheduledFor: '2016-05-23', held: { on: '2016-05' } }]);
    expect(meetingStatus(state)).toBe('held');
  });
});

describe('Another sitting', () => {
  const command = { meetingId, label: 'VIb', scheduledFor: '2016-05-27', effective: '2016-05-24' };

  test('is added to a plan, and to a meeting that was held', () => {
    for (const past of [scheduled(), logged()]) {
      given(meeting, past)
        .when(addSitting, AddSitting, command)
        .then({ type: 'SittingAdded', data: { ...ofMeeting, label: 'VIb', scheduledFor: '2016-05-27' } });
    }
    const added = happened('SittingAdded', '2016-05-24', { label: 'VIb' });
    const { sittings } = given(meeting, logged(), added, held('2016-05-27', 'VIb')).state();
    expect(sittings).toMatchObject([
      { label: null, held: { on: '2016-05-23' } },
      { label: 'VIb', held: { on: '2016-05-27' } },
    ]);
  });

  test('that is known says nothing new, unless it says something else', () => {
    given(meeting, inTwo()).when(addSitting, AddSitting, { meetingId, label: 'VIb', effective: '2016-05-24' }).thenNothing();
    given(meeting, inTwo())
      .when(addSitting, AddSitting, command)
      .thenRefused(/sitting VIb already, planned for 2016-05-27T08:00Z/);
  });

  test.each([
    ['of what is not on record', [], {}, /not on record by 2016-05-24/],
    ['of what was cancelled', [scheduled(), cancelled('2016-05-20')], {}, /cancelled on 2016-05-20/],
    ['of what was merged', [scheduled(), merged('2016-05-20')], {}, /merged into another one/],
    ['planned for a day gone by', [scheduled()], { scheduledFor: '2016-05-23' }, /cannot be planned for 2016-05-23/],
  ])('%s is refused', (_, past, fields, reason) => {
    given(meeting, ...past)
      .when(addSitting, AddSitting, { ...command, ...fields })
      .thenRefused(reason);
  });

  test('entered late keeps what came of it since', () => {
    given(meeting, logged(), cancelled('2016-06-01'))
      .when(addSitting, AddSitting, command)
      .then({ type: 'SittingAdded', data: { ...ofMeeting, label: 'VIb', scheduledFor: '2016-05-27' } });
    const added = happened('SittingAdded', '2016-05-27', { label: 'VIb', scheduledFor: '2016-05-27' });
    const { sittings } = given(meeting, logged(), held('2016-05-27', 'VIb'), added).state();
    expect(sittings).toMatchObject([{ label: null }, { label: 'VIb', scheduledFor: '2016-05-27', held: { on: '2016-05-27' } }]);
  });
});

describe('Merging a meeting', () => {
  const command = { meetingId, intoMeetingId: otherId, effective: '2017-12-20' };
  const session = scheduled({ scheduledFor: '2017-12-21' }, '2017-11-01');

  test('records into which one', () => {
    given(meeting, session)
      .when(mergeMeeting, MergeMeeting, command)
      .then({ type: 'MeetingMerged', data: { ...ofMeeting, intoMeetingId: otherId } });
    expect(statusAt([session, merged('2017-12-20')])).toBe('merged');
  });

  test('into the same one says nothing new', () => {
    given(meeting, session, merged('2017-12-19')).when(mergeMeeting, MergeMeeting, command).thenNothing();
  });

  test.each([
    ['into itself', [session], { intoMeetingId: meetingId }, /another one than itself/],
    ['into a second one', [session, merged('2017-12-19', workstreamIds[0])], {}, /merged into another one on 2017-12-19/],
    ['once it was held', [logged('2017-12-19')], {}, /held on 2017-12-19, by itself/],
    ['before it is on record', [], {}, /not on record by 2017-12-20/],
  ])('is refused %s', (_, past, fields, reason) => {
    given(meeting, ...past)
      .when(mergeMeeting, MergeMeeting, { ...command, ...fields })
      .thenRefused(reason);
  });

  test('entered late is judged on its day', () => {
    given(meeting, session, held('2017-12-21'))
      .when(mergeMeeting, MergeMeeting, command)
      .then({ type: 'MeetingMerged', data: { ...ofMeeting, intoMeetingId: otherId } });
    expect(given(meeting, session, merged('2017-12-20'), merged('2017-12-19', meetingId)).state().merged?.intoMeetingId).toBe(meetingId);
  });

  test('into what was merged itself is a fault', () => {
    expect(mergedItself(given(meeting, session, merged('2017-12-20')).state())).toMatch(/itself merged into another meeting on 2017-12-20/);
    expect(mergedItself(given(meeting, session).state())).toBeUndefined();
  });
});
