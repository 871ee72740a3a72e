import { DAY, lastDay, period } from '#event-sourcing';
import { given, on, type Past } from '#test/given';
import { meeting, type Meeting } from '../meeting/meeting.js';
import { keptCadences } from './kept-cadence.js';
import { meetingSeries } from './meeting-series.js';

const ofSeries = { seriesId: 'series', workstreamIds: ['workstream'] };

const started = (effective: string, data: object = {}): Past =>
  on(effective, { type: 'SeriesStarted', data: { ...ofSeries, name: 'Calls', ...data } });
const stated = (effective: string, cadence: string): Past => on(effective, { type: 'CadenceStated', data: { ...ofSeries, cadence } });
const ended = (effective: string): Past => on(effective, { type: 'SeriesEnded', data: ofSeries });

const held = (effective: string): Meeting =>
  given(
    meeting,
    on(effective, { type: 'MeetingLogged', data: { meetingId: effective, workstreamIds: ['workstream'], title: 'Call', kind: 'virtual' } }),
  ).state();

/** What was expected and held in each span, in the year 2016. */
function kept(past: readonly Past[], meetings: readonly string[] = [], to = '2016'): unknown {
  const window = { from: undefined, to: lastDay(period(to)) };
  return keptCadences(given(meetingSeries, ...past).state(), meetings.map(held), window).map(
    ({ stated: said, expected, held: met, span }) => [
      said?.cadence ?? null,
      expected,
      met.length,
      new Date(span.from * DAY).toISOString().slice(0, 10),
    ],
  );
}

test('A fortnightly series of a leap year is expected to meet 26 times', () => {
  expect(kept([started('2016-01-01', { cadence: 'fortnightly' })], ['2016-04-19', '2016-05-23'])).toEqual([
    ['fortnightly', 26, 2, '2016-01-01'],
  ]);
});

test('Each statement holds from its date on, and the first one from the beginning of the series', () => {
  const past = [started('2016-01-01'), stated('2016-03-01', 'weekly'), stated('2016-07-01', 'monthly')];
  expect(kept(past, ['2016-01-07', '2016-08-01'])).toEqual([
    ['weekly', 26, 1, '2016-01-01'],
    ['monthly', 6, 1, '2016-07-01'],
  ]);
});

test('Nothing is expected after the end of a series', () => {
  expect(kept([started('2016-01-01', { cadence: 'weekly' }), ended('2016-01-14')])).toEqual([['weekly', 2, 0, '2016-01-01']]);
});

test('A series of which only bounds are known ran since it first met, and one that never did is not judged', () => {
  expect(kept([started('[..2016-12-09]', { cadence: 'fortnightly' })], ['2016-04-19'])).toEqual([['fortnightly', 18, 1, '2016-04-19']]);
  expect(kept([started('[2016-12-09..]', { cadence: 'fortnightly' })])).toEqual([]);
});

test('Where no cadence was stated, or one that promises no number, nothing is expected: that is not 0', () => {
  expect(kept([started('2016-01-01')], ['2016-01-07'])).toEqual([[null, null, 1, '2016-01-01']]);
  expect(kept([started('2016-01-01', { cadence: 'irregular' })])).toEqual([['irregular', null, 0, '2016-01-01']]);
});

test('What is not held on a known day by the day that is asked about is not counted', () => {
  expect(kept([started('2016-01-01', { cadence: 'monthly' })], ['2016-02', '2016-03-01', '2016-12-20'], '2016-06-30')).toEqual([
    ['monthly', 6, 1, '2016-01-01'],
  ]);
});
