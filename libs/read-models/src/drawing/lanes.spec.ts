import { foldAll, history } from '#event-sourcing';
import { factsOf, on, type Past } from '#test/given';
import { type Call, type CallEvent, callForInput, meeting } from '#workstreams';
import { callsLane } from './calls.js';
import { contributionsLane } from './contributions.js';
import { lateLane } from './late.js';
import { meetingsLane } from './meetings.js';
import { type Dating, whenOf } from './when.js';

const byEffective: Dating = ({ effective }) => whenOf(effective);
const of = { callId: 'c', workstreamIds: ['w'] };

const opened = (effective: string, dates: object = {}): Past =>
  on(effective, { type: 'CallOpened', data: { ...of, title: 'Call', ...dates } } satisfies CallEvent);
const extended = (effective: string, from: string | null, to: string): Past =>
  on(effective, { type: 'DeadlineExtended', data: { ...of, deadline: 'closing', from, fromKind: from && 'closing', to } });
const received = (effective: string, contributionId: string): Past =>
  on(effective, { type: 'ContributionReceived', data: { ...of, contributionId, kind: 'written' } });

const aCall = (...past: Past[]): Call => foldAll(callForInput, history(factsOf(past)));
const everything = (): boolean => true;

describe('A date is drawn as exactly as it is known', () => {
  test.each([
    ['2016-08-31T12:00Z', '2016-08-31', '2016-08-31', 'instant'],
    ['2016-08-31', '2016-08-31', '2016-08-31', 'day'],
    ['2016-02', '2016-02-01', '2016-02-29', 'month'],
    ['2016', '2016-01-01', '2016-12-31', 'year'],
    ['[2016-07..2016-11-14]', '2016-07-01', '2016-11-14', 'bounds'],
    ['[..2016]', null, '2016-12-31', 'bounds'],
    ['[2016..]', '2016-01-01', null, 'bounds'],
    ['XXXX', null, null, 'unknown'],
  ])('%s', (date, from, to, precision) => {
    expect(whenOf(date)).toEqual({ date, from, to, precision });
  });
});

describe('The extension of a call', () => {
  const drawn = (...past: Past[]) => callsLane([aCall(...past)], [], byEffective)[0]!;

  test.each([
    ['2016-08-30', 'no'],
    ['2016-09-01', 'yes'],
    ['2016-08', 'no'],
    ['[2016-08..2016-09]', 'not known'],
  ])('announced on %s of a deadline of 31 August came after it: %s', (announced, after) => {
    const call = drawn(opened('2016-07-11', { closingDate: '2016-08-31' }), extended(announced, '2016-08-31', '2016-11-14'));
    expect(call.extensions).toMatchObject([{ afterDeadline: after, days: 75 }]);
    expect([call.planned.to?.date, call.to?.date]).toEqual(['2016-08-31', '2016-11-14']);
  });

  test('of a call that had no end has no days, and came after none', () => {
    const [extension] = drawn(opened('2016-07-11'), extended('2016-08-01', null, '2016-11-14')).extensions;
    expect(extension).toMatchObject({ from: null, days: null, afterDeadline: 'there was none' });
  });
});

describe('Contributions', () => {
  const bins = (...past: Past[]) =>
    contributionsLane([aCall(opened('2016-01-01', { closingDate: '2016-12-31' }), ...past)], byEffective, everything);

  test('of one day stand in one bin, which names their facts', () => {
    const past = [received('2016-05-01', 'a'), received('2016-05-01T10:00Z', 'b'), received('2016-05-02', 'c')];
    const { unit, bins: drawn } = bins(...past);
    expect(unit).toBe('day');
    expect(drawn.map(({ from, to, count, factIds }) => [from, to, count, factIds])).toEqual([
      ['2016-05-01', '2016-05-01', 2, [past[0]!.id, past[1]!.id]],
      ['2016-05-02', '2016-05-02', 1, [past[2]!.id]],
    ]);
  });

  test('of which only the month is known stand in a bin as wide as that', () => {
    const { bins: drawn } = bins(received('2016-05', 'a'), received('2016-05-01', 'b'));
    expect(new Set(drawn.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(['2016-05-01 2016-05-31', '2016-05-01 2016-05-01']));
  });

  test('on too many days to be told apart are counted by weeks that begin on Monday', () => {
    const days = Array.from({ length: 70 }, (_, index) => new Date(Date.UTC(2016, 4, 2 + index)).toISOString().slice(0, 10));
    const { unit, bins: drawn } = bins(...days.map((day) => received(day, day)));
    expect([unit, drawn.length, drawn[0]]).toEqual([
      'week',
      10,
      expect.objectContaining({ from: '2016-05-02', to: '2016-05-08', count: 7 }),
    ]);
  });

  test('that came late and were not accepted are not counted, and are told', () => {
    const late = received('2017-01-05', 'a');
    expect(bins(late).bins).toMatchObject([{ count: 0, factIds: [], notCounted: { count: 1, factIds: [late.id] } }]);
  });
});

describe('A meeting', () => {
  const ofMeeting = { meetingId: 'm', workstreamIds: ['w'] };
  const scheduled = on('2016-05-01', {
    type: 'MeetingScheduled',
    data: { ...ofMeeting, title: 'Call', kind: 'virtual', scheduledFor: '2016-05-10' },
  });
  const moved = on('2016-05-05', { type: 'MeetingMoved', data: { ...ofMeeting, from: '2016-05-10', to: '2016-05-17' } });
  const held = on('2016-05-17', { type: 'MeetingHeld', data: ofMeeting });
  const drawn = (workstreamId: string, ...past: Past[]) =>
    meetingsLane([foldAll(meeting, history(factsOf(past, 'meeting-m')))], { workstreamId, dating: byEffective });

  test('that moved is a ring on its new date with an arrow from the old one, and a dot once it was held', () => {
    expect(drawn('w', scheduled, moved)).toMatchObject([
      {
        status: 'scheduled',
        as: 'host',
        when: { date: '2016-05-17' },
        moves: [{ from: { date: '2016-05-10' }, days: 7 }],
        record: 'not held',
      },
    ]);
    expect(drawn('w', scheduled, moved, held)).toMatchObject([
      { status: 'held', record: 'not on record', factIds: [scheduled.id, moved.id, held.id] },
    ]);
  });

  test('of others is not on the track', () => {
    expect(drawn('another', scheduled, held)).toEqual([]);
  });
});

test('Entries are late from 30 days on; those of one date and one day of recording are one', () => {
  const facts = factsOf([
    opened('2019-12-31'),
    { ...received('2019-05-01', 'a'), recordedAt: '2019-05-30' },
    { ...received('2019-05-01', 'b'), recordedAt: '2019-06-05' },
    { ...received('2019-05-01', 'c'), recordedAt: '2019-06-05' },
  ]);
  expect(lateLane(facts)).toMatchObject([
    { when: { date: '2019-05-01' }, recordedOn: '2019-06-05', days: 35, count: 2, factIds: [facts[2]!.id, facts[3]!.id] },
  ]);
});
