import { given, on, type Past } from '#test/given';
import { workstream } from '../workstream/workstream.js';
import { DescribeAnnualMeeting, describeAnnualMeeting } from './annual-meeting.js';
import { RegisterCycle, registerCycle } from './cycle.js';
import { preparationOf } from './preparation.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0016';
const RECORDED = { recordedAt: '2023-01-01' };
const cycle = (effective = '2021-12'): Past =>
  on(effective, { type: 'CycleRegistered', data: { workstreamId, name: 'IGF 2022', number: 17, cycle: 2022 } }, RECORDED);
const forum = on('2022', { type: 'BestPracticeForumRegistered', data: { workstreamId, name: 'Cybersecurity', cycle: 2022 } }, RECORDED);
const described = (effective: string, data: object): Past =>
  on(effective, { type: 'AnnualMeetingDescribed', data: { workstreamId, ...data } }, RECORDED);

describe('A cycle', () => {
  const command = {
    workstreamId,
    name: 'IGF 2016',
    number: 11,
    cycle: 2016,
    aliases: ['The eleventh IGF'],
    page: 'https://example.org/2016',
  };

  test('is registered by its number and its year', () => {
    given(workstream).when(registerCycle, RegisterCycle, command).then({ type: 'CycleRegistered', data: command });
  });

  test('is registered once', () => {
    given(workstream, cycle())
      .when(registerCycle, RegisterCycle, { ...command, effective: '2022' })
      .thenRefused(/registered already/);
  });

  test('knows what was said of it before its registration was folded', () => {
    const state = given(workstream, described('2022', { theme: 'Resilient Internet' }), cycle('2022-03-01')).state();
    expect(state).toMatchObject({ kind: 'cycle', number: 17, annualMeeting: { theme: 'Resilient Internet' } });
  });
});

describe('What is said of an annual meeting', () => {
  const THEME = 'Resilient Internet for a Shared Sustainable and Common Future';
  const OTHER = 'Internet for a Shared, Sustainable and Resilient Future';

  test('is recorded as far as it is said', () => {
    const said = {
      theme: THEME,
      city: 'Addis Ababa',
      country: 'Ethiopia',
      virtual: false,
      startsOn: '2022-11-29',
      endsOn: '2022-12-02',
      dayZeroOn: '2022-11-28',
    };
    given(workstream, cycle())
      .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, ...said, effective: '2022-02' })
      .then({ type: 'AnnualMeetingDescribed', data: { workstreamId, ...said } });
  });

  test('replaces what was said before field by field, and both wordings of a theme stay', () => {
    const state = given(
      workstream,
      cycle(),
      described('2022-11-28', { theme: THEME, city: 'Addis Ababa' }),
      described('2022-12-20', { theme: OTHER }),
    ).state();
    const { annualMeeting, descriptions } = preparationOf(state);
    expect(annualMeeting).toMatchObject({ theme: OTHER, city: 'Addis Ababa', startsOn: null });
    expect(descriptions.map(({ theme, city, factId }) => [theme, city, typeof factId])).toEqual([
      [THEME, 'Addis Ababa', 'string'],
      [OTHER, null, 'string'],
    ]);
  });

  test('that was entered late does not replace what was said after it', () => {
    const state = given(workstream, cycle(), described('2022-12-20', { theme: OTHER }), described('2022-11-28', { theme: THEME })).state();
    expect(preparationOf(state).annualMeeting.theme).toBe(OTHER);
    given(workstream, cycle(), described('2022-12-20', { theme: OTHER }))
      .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, theme: OTHER, effective: '2022-11-28' })
      .then({ type: 'AnnualMeetingDescribed', data: { workstreamId, theme: OTHER } });
  });

  test('again, or not at all, says nothing new', () => {
    const past = [cycle(), described('2022-11-28', { theme: THEME, virtual: false })];
    for (const said of [{ theme: THEME, virtual: false }, {}]) {
      given(workstream, ...past)
        .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, ...said, effective: '2022-12-01' })
        .thenNothing();
    }
  });

  test.each([
    ['with its own end', { startsOn: '2022-12-03', endsOn: '2022-12-02' }],
    ['with an end that was said before', { startsOn: '2022-12-05' }],
  ])('is refused when its start does not agree %s', (_, dates) => {
    given(workstream, cycle(), described('2022-01', { startsOn: '2022-11-28', endsOn: '2022-12-02' }))
      .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, ...dates, effective: '2022-02' })
      .thenRefused(/after its end on 2022-12-02/);
  });

  test('may be a month, of which it is open on which day it ends', () => {
    given(workstream, cycle(), described('2022-01', { endsOn: '2022-12-02' }))
      .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, startsOn: '2022-12', effective: '2022-02' })
      .then({ type: 'AnnualMeetingDescribed', data: { workstreamId, startsOn: '2022-12' } });
  });

  test.each([
    ['2022-11-29', '2022-11-29', true],
    ['2022-11-30', '2022-11-29', true],
    ['2022-11-28', '2022-11-29', false],
    ['2022-11-28', '2022-11', false],
    ['2022-11-30', '2022-11', true],
  ])('with day 0 on %s and the first day on %s is refused: %s', (dayZeroOn, startsOn, refused) => {
    const said = given(workstream, cycle()).when(describeAnnualMeeting, DescribeAnnualMeeting, {
      workstreamId,
      dayZeroOn,
      startsOn,
      effective: '2022-02',
    });
    if (refused) said.thenRefused(/Day 0 comes before the first day/);
    else said.then({ type: 'AnnualMeetingDescribed', data: { workstreamId, dayZeroOn, startsOn } });
  });

  test('is refused before the cycle began, and of what is no cycle', () => {
    given(workstream, cycle())
      .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, theme: THEME, effective: '2021-11' })
      .thenRefused(/not recorded as existing by 2021-11/);
    given(workstream, forum)
      .when(describeAnnualMeeting, DescribeAnnualMeeting, { workstreamId, theme: THEME, effective: '2022' })
      .thenRefused(/is a best-practice-forum, not the preparation/);
  });

  test('leaves another kind of workstream as it is, whatever a log may hold', () => {
    const state = given(workstream, forum, described('2022', { theme: THEME })).state();
    expect(Object.keys(state)).not.toContain('annualMeeting');
  });
});
