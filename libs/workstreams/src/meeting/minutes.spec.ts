import { given, on, type Past } from '#test/given';
import { meeting } from './meeting.js';
import { minutesDelay, minutesOwedSince } from './minutes.js';

const of = { meetingId: 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0001', workstreamIds: [] };
const logged = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'MeetingLogged', data: { ...of, title: 'Call', kind: 'virtual', ...data } });
const recorded = (effective: string, sitting?: string): Past =>
  on(effective, { type: 'RecordPublished', data: { ...of, authority: 'draft', ...(sitting && { sitting }) } });
const scheduled = on('2016-06-01', {
  type: 'MeetingScheduled',
  data: { ...of, title: 'Call', kind: 'virtual', scheduledFor: '2016-06-23' },
});

const inTwo = logged('2016-05-27', {
  sittings: [
    { label: 'VIb', heldOn: '2016-05-27' },
    { label: 'VIa', heldOn: '2016-05-23' },
  ],
});

describe('Minutes', () => {
  test.each([
    ['of the first call of BPF IPv6 in 2016', [logged('2016-06-23'), recorded('2016-07-06')], null, 13],
    ['of its second call', [logged('2016-07-07T12:00Z'), recorded('2016-07-14')], null, 7],
    ['of its third call', [logged('2016-08-03'), recorded('2016-08-15')], null, 12],
    ['of a call that nobody wrote up', [logged('2016-06-23')], '2016-06-24', null],
    ['of a meeting that is planned', [scheduled], null, null],
    ['of a meeting of several days', [logged('2016-04-04', { endsOn: '2016-04-06' })], '2016-04-07', null],
    ['of two sittings', [inTwo], '2016-05-28', null],
    ['of two sittings, of which the last has none', [inTwo, recorded('2016-05-28', 'VIa')], '2016-05-28', null],
    ['of two sittings, of which the last has some', [inTwo, recorded('2016-05-30', 'VIb')], null, 3],
    ['of two sittings in one', [inTwo, recorded('2016-06-01')], null, 5],
    ['that came in a second version', [logged('2016-06-23'), recorded('2016-07-06'), recorded('2016-08-01')], null, 13],
    ['of a call of some day of a month', [logged('2016-06')], '2016-07-01', null],
    ['of a call of some day of a month, when they came', [logged('2016-06'), recorded('2016-07-06')], null, null],
    ['that came on a day that is not known', [logged('2016-06-23'), recorded('2016-07')], null, null],
    ['of a call of which no date is known', [logged('XXXX')], null, null],
  ])('%s', (_, past, since, delay) => {
    const state = given(meeting, ...past).state();
    expect([minutesOwedSince(state), minutesDelay(state)]).toEqual([since, delay]);
  });

  test('are owed as of a day before they came', () => {
    const past = given(meeting, logged('2016-06-23'), recorded('2016-07-06'));
    expect(minutesOwedSince(past.state({ asOf: '2016-07-05' }))).toBe('2016-06-24');
    expect(minutesOwedSince(past.state({ asOf: '2016-07-06' }))).toBeNull();
  });
});
