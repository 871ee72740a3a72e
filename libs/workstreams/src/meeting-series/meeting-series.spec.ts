import { given, on, type Past } from '#test/given';
import { expectedGap } from './cadence.js';
import { EndSeries, endSeries } from './end-series.js';
import { cadenceInForce, meetingSeries } from './meeting-series.js';
import { observedRhythm } from './observed-rhythm.js';
import { StartSeries, startSeries } from './start-series.js';
import { StateCadence, stateCadence } from './state-cadence.js';

const seriesId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0001';
const workstreamIds = ['b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002'];
const ofSeries = { seriesId, workstreamIds };

const started = (effective = '2016-01', data: object = {}): Past =>
  on(effective, { type: 'SeriesStarted', data: { ...ofSeries, name: 'NRI calls', ...data } }, { id: 'started' });
const stated = (effective: string, data: object): Past => on(effective, { type: 'CadenceStated', data: { ...ofSeries, ...data } });
const ended = (effective: string): Past => on(effective, { type: 'SeriesEnded', data: ofSeries });

describe('Starting a series', () => {
  const command = { seriesId, workstreamIds, name: 'NRI calls', effective: '2016-01' };

  test('records who meets, and how often it was said to', () => {
    const said = { cadence: 'bimonthly' as const, printed: '(bi)monthly' };
    given(meetingSeries)
      .when(startSeries, StartSeries, { ...command, ...said })
      .then({ type: 'SeriesStarted', data: { ...ofSeries, name: 'NRI calls', ...said } });
  });

  test('is refused a second time, and with words for no cadence', () => {
    given(meetingSeries, started())
      .when(startSeries, StartSeries, command)
      .thenRefused(/started already/);
    given(meetingSeries)
      .when(startSeries, StartSeries, { ...command, printed: 'often' })
      .thenRefused(/which cadence 'often' stands for/);
  });
});

describe('A stated cadence', () => {
  const command = { seriesId, cadence: 'fortnightly' as const, statedIn: 'Summary 2016', effective: '2016-12-09' };
  const fortnightly = stated('2016-12-09', { cadence: 'fortnightly' });

  test('is recorded with where it was said', () => {
    given(meetingSeries, started())
      .when(stateCadence, StateCadence, command)
      .then({ type: 'CadenceStated', data: { ...ofSeries, cadence: 'fortnightly', statedIn: 'Summary 2016' } });
  });

  test('that holds already says nothing new, whoever repeats it', () => {
    given(meetingSeries, started(), fortnightly)
      .when(stateCadence, StateCadence, { ...command, statedIn: 'CSTD 2017', effective: '2017' })
      .thenNothing();
    given(meetingSeries, started('2016-01', { cadence: 'fortnightly' }))
      .when(stateCadence, StateCadence, command)
      .thenNothing();
  });

  test('that was said in other words, or returns after another one, is new', () => {
    given(meetingSeries, started(), fortnightly)
      .when(stateCadence, StateCadence, { seriesId, cadence: 'fortnightly', printed: 'every two weeks', effective: '2017' })
      .then({ type: 'CadenceStated', data: { ...ofSeries, cadence: 'fortnightly', printed: 'every two weeks' } });
    given(meetingSeries, started(), fortnightly, stated('2017', { cadence: 'bimonthly' }))
      .when(stateCadence, StateCadence, { seriesId, cadence: 'fortnightly', effective: '2018' })
      .then({ type: 'CadenceStated', data: { ...ofSeries, cadence: 'fortnightly' } });
  });

  test('is refused before the series started and after it ended', () => {
    given(meetingSeries, started())
      .when(stateCadence, StateCadence, { ...command, effective: '2015' })
      .thenRefused(/not recorded as started by 2015/);
    given(meetingSeries, started(), ended('2016-06'))
      .when(stateCadence, StateCadence, command)
      .thenRefused(/ended on 2016-06/);
  });

  test('entered late stands beside the later ones; the latest is in force', () => {
    const later = stated('2017', { cadence: 'bimonthly', printed: '(bi)monthly' });
    given(meetingSeries, started(), later)
      .when(stateCadence, StateCadence, command)
      .then({ type: 'CadenceStated', data: { ...ofSeries, cadence: 'fortnightly', statedIn: 'Summary 2016' } });
    const series = given(meetingSeries, started('2016-01', { cadence: 'monthly' }), later, fortnightly);
    expect(series.state().cadences.map(({ cadence }) => cadence)).toEqual(['monthly', 'fortnightly', 'bimonthly']);
    expect(cadenceInForce(series.state())).toMatchObject({ cadence: 'bimonthly', printed: '(bi)monthly' });
    expect(cadenceInForce(series.state({ asOf: '2016-12-31' }))?.cadence).toBe('fortnightly');
  });

  test('of the year in which the series started is kept, though it is folded before the start', () => {
    const { name, cadences } = given(
      meetingSeries,
      started('2016-04-05', { cadence: 'monthly' }),
      stated('2016', { cadence: 'weekly' }),
    ).state();
    expect([name, cadences.map(({ cadence }) => cadence)]).toEqual(['NRI calls', ['monthly', 'weekly']]);
  });
});

describe('The end of a series', () => {
  test('is recorded once', () => {
    given(meetingSeries, started())
      .when(endSeries, EndSeries, { seriesId, effective: '2018' })
      .then({ type: 'SeriesEnded', data: ofSeries });
    given(meetingSeries, started(), ended('2018')).when(endSeries, EndSeries, { seriesId, effective: '2019' }).thenNothing();
  });

  test('is refused before its start', () => {
    given(meetingSeries, started())
      .when(endSeries, EndSeries, { seriesId, effective: '2015' })
      .thenRefused(/not recorded as started by 2015/);
  });

  test('entered late is the one that counts', () => {
    given(meetingSeries, started(), ended('2019'))
      .when(endSeries, EndSeries, { seriesId, effective: '2018' })
      .then({ type: 'SeriesEnded', data: ofSeries });
    expect(given(meetingSeries, started(), ended('2019'), ended('2018')).state().ended?.effective).toBe('2018');
  });
});

/** The NRI calls of 2016: nine agendas, three of them in two sittings. */
const NRI_CALLS_2016 = [
  ['2016-04-19'],
  ['2016-05-23', '2016-05-27'],
  ['2016-06-22', '2016-06-23'],
  ['2016-07-25', '2016-07-29'],
  ['2016-09-06'],
  ['2016-10-04'],
  ['2016-10-27'],
  ['2016-11-15'],
  ['2016-12-20'],
];

describe('An observed rhythm', () => {
  test.each([
    [
      'the NRI calls of 2016, said to be fortnightly',
      NRI_CALLS_2016,
      { agendas: 9, sittings: 12, undated: 0, gapDays: { median: 31.5, mean: 30.6, shortest: 19, longest: 43 } },
    ],
    [
      'the calls of a forum on the Internet of things in 2019',
      [['2019-03-04'], ['2019-04-01'], ['2019-04-15'], ['2019-04-29'], ['2019-05-20'], ['2019-06-03']],
      { agendas: 6, sittings: 6, undated: 0, gapDays: { median: 14, mean: 18.2, shortest: 14, longest: 28 } },
    ],
    ['no meeting', [], { agendas: 0, sittings: 0, undated: 0, gapDays: null }],
    ['one meeting, in two sittings', [['2016-05-23', '2016-05-27']], { agendas: 1, sittings: 2, undated: 0, gapDays: null }],
    [
      'meetings in any order, at an hour, in a month and not held',
      [['2016-03-20T14:00Z'], [], ['2016-02'], ['2016-03-01']],
      { agendas: 3, sittings: 3, undated: 1, gapDays: { median: 19, mean: 19, shortest: 19, longest: 19 } },
    ],
  ])('of %s', (_, agendas, rhythm) => {
    expect(observedRhythm(agendas)).toEqual(rhythm);
  });

  test.each([
    ['weekly', 7],
    ['fortnightly', 14],
    ['monthly', 30],
    ['bimonthly', 61],
    ['quarterly', 91],
    ['yearly', 365],
    ['irregular', null],
  ] as const)('stands beside what %s promises: %s days', (cadence, days) => {
    expect(expectedGap(cadence)).toBe(days);
  });
});
