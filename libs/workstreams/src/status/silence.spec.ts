import { at, type Pasts, verdictOn } from '#test/judging';
import type { Past } from '#test/given';
import { initiativeSilence, silence } from './silence.js';

const forum = (cycle: number): Past => at('2015', 'BestPracticeForumRegistered', { name: 'IPv6', cycle });
const series = (cadence: string, effective = '2016-01-01'): Past =>
  at(effective, 'SeriesStarted', { seriesId: 's', name: 'Calls', cadence });
const held = (on: string, ...more: readonly Past[]): readonly Past[] => [
  at(on, 'MeetingLogged', { meetingId: on, seriesId: 's', title: 'Call' }),
  ...more,
];
const minutes = (on: string, effective: string): Past => at(effective, 'RecordPublished', { meetingId: on, authority: 'draft' });
const call = (closingDate: string, ...more: readonly Past[]): readonly Past[] => [
  at('2016-07', 'CallOpened', { callId: 'c', title: 'A call', closingDate }),
  ...more,
];
const initiative = (...more: readonly Past[]): Pasts => ({
  workstream: [at('2010', 'IgfInitiativeRegistered', { name: 'An IGF', level: 'national' }), ...more],
});

const met = held('2016-04-19', minutes('2016-04-19', '2016-04-30'));

describe('Silence', () => {
  test.each([
    ['of a series that keeps its rhythm', { series: [[series('fortnightly')]], meetings: [met] }, '2016-05-17', 'heard from'],
    [
      'of a fortnightly series that has not met for more than 28 days',
      { series: [[series('fortnightly')]], meetings: [met] },
      '2016-05-18',
      'silent',
    ],
    ['of a monthly one that has not', { series: [[series('monthly')]], meetings: [met] }, '2016-05-18', 'heard from'],
    ['of a series that never met', { series: [[series('monthly')]] }, '2016-04', 'silent'],
    ['of an irregular series, which promises nothing', { series: [[series('irregular')]] }, '2016-12', 'heard from'],
    ['of a series that ended', { series: [[series('monthly'), at('2016-02', 'SeriesEnded', { seriesId: 's' })]] }, '2016-12', 'heard from'],
    ['of a series after the cycle of its forum', { series: [[series('monthly')]] }, '2017-01', 'heard from'],
    ['of which minutes came in time', { meetings: [held('2016-06-23', minutes('2016-06-23', '2016-07-06'))] }, '2016-12', 'heard from'],
    ['of which minutes are owed for 30 days', { meetings: [held('2016-06-23')] }, '2016-07-23', 'heard from'],
    ['of which minutes are owed for longer', { meetings: [held('2016-06-23')] }, '2016-07-24', 'silent'],
    ['of a call before its closing date', { calls: [call('2016-09')] }, '2016-09', 'heard from'],
    ['of a call after it', { calls: [call('2016-09')] }, '2016-10-01', 'silent'],
    ['of a call that was closed', { calls: [call('2016-09', at('2016-10-01', 'CallClosed', { callId: 'c' }))] }, '2016-12', 'heard from'],
  ] as const)('%s', (_, parts, asOf, status) => {
    expect(verdictOn(silence, { workstream: [forum(2016)], ...parts }, asOf).status).toBe(status);
  });

  test('names what was owed, each with its facts', () => {
    const pasts: Pasts = {
      workstream: [forum(2016)],
      series: [[series('fortnightly')]],
      meetings: [held('2016-04-19')],
      calls: [call('2016-09')],
    };
    const { reasons, wouldChange } = verdictOn(silence, pasts, '2016-12');
    expect(reasons).toEqual([
      {
        says: 'a series has gone without a meeting for more than twice the days that its stated cadence promises',
        factIds: [pasts.series![0]![0]!.id, pasts.meetings![0]![0]!.id],
      },
      { says: 'minutes have been owed for more than 30 days', factIds: [pasts.meetings![0]![0]!.id] },
      { says: 'a call is past its closing date without having been closed', factIds: [pasts.calls![0]![0]!.id] },
    ]);
    expect(wouldChange).toEqual([
      {
        to: 'heard from',
        needs: [
          'no series has gone without a meeting for more than twice the days that its stated cadence promises',
          'no minutes have been owed for more than 30 days',
          'no call is past its closing date without having been closed',
        ],
      },
    ]);
    const put: Pasts = {
      workstream: pasts.workstream,
      series: pasts.series!,
      meetings: [held('2016-04-19', minutes('2016-04-19', '2016-12-01')), held('2016-12-20')],
      calls: [call('2016-09', at('2016-12-01', 'CallClosed', { callId: 'c' }))],
    };
    expect(verdictOn(silence, put, '2016-12').status).toBe('heard from');
  });

  test.each([
    ['that met last year', initiative(at('2015-06', 'AnnualMeetingHeld', { year: 2015 })), '2016', 'heard from'],
    ['that was last heard of three years ago', initiative(at('2013-06', 'InitiativeAttested', { as: 'present' })), '2016-12', 'silent'],
    ['that nothing but its year is known of', initiative(), '2016', 'silent'],
    [
      'of which not even that is known',
      { workstream: [at('XXXX', 'IgfInitiativeRegistered', { name: 'X', level: 'national' })] },
      '2026-12',
      'heard from',
    ],
  ] as const)('of an initiative %s', (_, pasts, asOf, status) => {
    expect(verdictOn(initiativeSilence, pasts, asOf).status).toBe(status);
  });
});
