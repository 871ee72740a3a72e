import type { Decide, Event } from '#event-sourcing';
import { given, on, type Past } from '#test/given';
import { workstream, type Workstream } from '../workstream/workstream.js';
import { AffirmPrinciples, affirmPrinciples } from './affirm-principles.js';
import { DeclareDormant, declareDormant, Rejuvenate, rejuvenate } from './dormancy.js';
import {
  BeginForming,
  beginForming,
  FoundInitiative,
  foundInitiative,
  RecogniseInitiative,
  recogniseInitiative,
} from './found-and-recognise.js';
import { HoldAnnualMeeting, holdAnnualMeeting } from './hold-annual-meeting.js';
import type { IgfInitiative } from './igf-initiative.js';
import type { InitiativeLife } from './initiative-life.js';
import { DelistInitiative, delistInitiative, ListInitiative, listInitiative } from './list-initiative.js';
import { MentionInitiative, mentionInitiative } from './mention-initiative.js';
import { NameOrganisingTeam, nameOrganisingTeam } from './name-organising-team.js';
import { ReclassifyInitiative, reclassifyInitiative } from './reclassify-initiative.js';
import { ScheduleAnnualMeeting, scheduleAnnualMeeting } from './schedule-annual-meeting.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const fact = (type: string, effective: string, data: object = {}): Past => on(effective, { type, data: { workstreamId, ...data } });

/** Albania's initiative: established in 2017, its first meeting announced for October, on a list of March 2018. */
const albania = fact('IgfInitiativeRegistered', '2015', { name: 'Albania IGF', level: 'national', place: 'Albania' });
const network = fact('PolicyNetworkRegistered', '2010', { name: 'Policy Network' });

const members = [
  { stakeholderGroup: 'Government' as const, count: 2 },
  { stakeholderGroup: 'Civil Society' as const },
  { stakeholderGroup: 'Private Sector' as const, count: 1 },
];
const page = 'https://www.igf.example/2017';

const forming = (effective: string): Past => fact('InitiativeForming', effective);
const founded = (effective: string): Past => fact('InitiativeFounded', effective);
const recognised = (effective: string): Past => fact('InitiativeRecognised', effective);
const listed = (effective: string, data: object = {}): Past => fact('InitiativeListed', effective, data);
const delisted = (effective: string, data: object = {}): Past => fact('InitiativeDelisted', effective, data);
const scheduled = (effective: string, data: object): Past => fact('AnnualMeetingScheduled', effective, { year: 2017, ...data });
const held = (effective: string, data: object): Past => fact('AnnualMeetingHeld', effective, data);
const affirmed = (effective: string, principles: readonly string[]): Past => fact('PrinciplesAffirmed', effective, { principles });
const team = (effective: string, data: object): Past => fact('OrganisingTeamNamed', effective, data);
const dormant = (effective: string): Past => fact('InitiativeDormant', effective);
const rejuvenated = (effective: string): Past => fact('InitiativeRejuvenated', effective);
const mentioned = (effective: string, as: string): Past => fact('InitiativeAttested', effective, { as });
const became = (effective: string, data: object): Past => fact('InitiativeReclassified', effective, data);

const initiativeOf = (state: Workstream): IgfInitiative => {
  if (state.kind !== 'igf-initiative') throw new Error('No initiative.');
  return state;
};
const initiative = (...past: Past[]): IgfInitiative => initiativeOf(given(workstream, ...past).state());
const life = (...past: Past[]): InitiativeLife => initiative(...past).initiative;
const dates = (of: readonly Readonly<{ effective: string }>[]): readonly string[] => of.map(({ effective }) => effective);

/** What happens once. */
type Act = readonly [
  'founded' | 'recognised',
  Decide<FoundInitiative, Workstream, Event>,
  new () => FoundInitiative,
  string,
  (effective: string) => Past,
];
const acts: readonly Act[] = [
  ['founded', foundInitiative, FoundInitiative, 'InitiativeFounded', founded],
  ['recognised', recogniseInitiative, RecogniseInitiative, 'InitiativeRecognised', recognised],
];

describe.each(acts)('That an initiative was %s', (part, rule, Class, type, past) => {
  const command = { workstreamId, effective: '2017-05' };

  test('is recorded whatever else is known', () => {
    for (const before of [[], [held('2016', { year: 2016 })], [listed('2016')]]) {
      given(workstream, albania, ...before)
        .when(rule, Class, command)
        .then({ type, data: { workstreamId } });
    }
  });

  test('says nothing new where it may be the one on record', () => {
    given(workstream, albania, past('2017')).when(rule, Class, command).thenNothing();
  });

  test('on a later day is refused: it happens once', () => {
    given(workstream, albania, past('2016'))
      .when(rule, Class, command)
      .thenRefused(new RegExp(`recorded as ${part} on 2016. If that is wrong, amend`));
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, albania, past('2018')).when(rule, Class, command).then({ type, data: { workstreamId } });
    expect(dates(life(albania, past('2018'), past('2017-05'))[part])).toEqual(['2017-05', '2018']);
  });
});

describe('Forming', () => {
  const command = { workstreamId, effective: '2016-05' };

  test('is recorded, once', () => {
    given(workstream, albania).when(beginForming, BeginForming, command).then({ type: 'InitiativeForming', data: { workstreamId } });
    given(workstream, albania, forming('2016-03')).when(beginForming, BeginForming, command).thenNothing();
  });

  test.each([
    ['founded', founded],
    ['recognised', recognised],
  ])('is past once the initiative is %s', (what, past) => {
    given(workstream, albania, past('2016-04'))
      .when(beginForming, BeginForming, command)
      .thenRefused(new RegExp(`recorded as ${what} on 2016-04`));
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, albania, founded('2017'))
      .when(beginForming, BeginForming, command)
      .then({ type: 'InitiativeForming', data: { workstreamId } });
    expect(dates(life(albania, forming('2016-12'), forming('2016-05')).forming)).toEqual(['2016-05', '2016-12']);
  });
});

describe('Founded, first meeting held, recognised and listed', () => {
  test('are four dates, and none implies another', () => {
    const { founded: is, meetingsHeld, recognised: by, listings } = life(albania, listed('2018-03-29'));
    expect([is, meetingsHeld, by, dates(listings)]).toEqual([[], [], [], ['2018-03-29']]);
    const first = held('2017-10', { year: 2017, first: true });
    const all = life(albania, founded('2017'), first, recognised('2018-01'), listed('2018-03-29'));
    expect([all.founded, all.meetingsHeld, all.recognised, all.listings].map(dates)).toEqual([
      ['2017'],
      ['2017-10'],
      ['2018-01'],
      ['2018-03-29'],
    ]);
  });
});

describe('An annual meeting that is planned', () => {
  const command = { workstreamId, year: 2017, scheduledFor: '2017-10', effective: '2017-05' };
  const data = { workstreamId, year: 2017, scheduledFor: '2017-10' };

  test('is recorded with what was announced', () => {
    given(workstream, albania)
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, { ...command, place: 'Tirana', tentative: true })
      .then({ type: 'AnnualMeetingScheduled', data: { ...data, place: 'Tirana', tentative: true } });
  });

  test('says nothing new as it was announced before, and moves with another date', () => {
    const past = [albania, scheduled('2017-03', { scheduledFor: '2017-10' })];
    given(workstream, ...past)
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, command)
      .thenNothing();
    given(workstream, ...past)
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, { ...command, scheduledFor: '2017-11' })
      .then({ type: 'AnnualMeetingScheduled', data: { ...data, scheduledFor: '2017-11' } });
  });

  test('may move back to a date that was given up', () => {
    given(workstream, albania, scheduled('2017-03', { scheduledFor: '2017-10' }), scheduled('2017-04', { scheduledFor: '2017-11' }))
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, command)
      .then({ type: 'AnnualMeetingScheduled', data });
  });

  test('is another than that of another year', () => {
    given(
      workstream,
      albania,
      scheduled('2017-03', { scheduledFor: '2017-10' }),
      scheduled('2017-04', { year: 2018, scheduledFor: '2018-05' }),
    )
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, command)
      .thenNothing();
  });

  test('becomes firm when its date is given without that word', () => {
    given(workstream, albania, scheduled('2017-03', { scheduledFor: '2017-10', tentative: true }))
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, command)
      .then({ type: 'AnnualMeetingScheduled', data });
  });

  test('is refused for a day that was past, and once it was held', () => {
    given(workstream, albania)
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, { ...command, scheduledFor: '2017-04-30' })
      .thenRefused(/announced on 2017-05 cannot be planned for 2017-04-30/);
    given(workstream, albania, held('2017-04-01', { year: 2017 }))
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, command)
      .thenRefused(/meeting of 2017 is recorded as held on 2017-04-01/);
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    const later = scheduled('2017-09', { scheduledFor: '2017-11' });
    given(workstream, albania, later, held('2017-11', { year: 2017 }))
      .when(scheduleAnnualMeeting, ScheduleAnnualMeeting, command)
      .then({ type: 'AnnualMeetingScheduled', data });
    const { meetingsScheduled } = life(albania, later, scheduled('2017-05', { scheduledFor: '2017-10' }));
    expect(meetingsScheduled.map(({ scheduledFor }) => scheduledFor)).toEqual(['2017-10', '2017-11']);
  });
});

describe('An annual meeting that was held', () => {
  const command = { workstreamId, year: 2016, effective: '2016-11-14' };
  const data = { workstreamId, year: 2016 };

  test('is recorded with what is printed of it', () => {
    const printed = { edition: 'eighth', place: 'Venice', page, first: false };
    given(workstream, albania)
      .when(holdAnnualMeeting, HoldAnnualMeeting, { ...command, ...printed })
      .then({ type: 'AnnualMeetingHeld', data: { ...data, ...printed } });
  });

  test('says nothing new with nothing more, and something with its place', () => {
    const past = [albania, held('2016', { year: 2016, edition: '8' })];
    given(workstream, ...past)
      .when(holdAnnualMeeting, HoldAnnualMeeting, { ...command, edition: '8' })
      .thenNothing();
    given(workstream, ...past)
      .when(holdAnnualMeeting, HoldAnnualMeeting, { ...command, place: 'Venice' })
      .then({ type: 'AnnualMeetingHeld', data: { ...data, place: 'Venice' } });
  });

  test('may be called the first by a second source', () => {
    given(workstream, albania, held('2016', { year: 2016 }))
      .when(holdAnnualMeeting, HoldAnnualMeeting, { ...command, first: true })
      .then({ type: 'AnnualMeetingHeld', data: { ...data, first: true } });
  });

  test.each([
    ['for a year that had not begun', [], { year: 2017 }, /for 2017 by 2016-11-14: the year had not begun/],
    ['on another day of that year', [held('2016-10-03', { year: 2016 })], {}, /meeting of 2016 is recorded as held on 2016-10-03/],
    ['as the first after another', [held('2015-05', { year: 2015 })], { first: true }, /cannot be the first: that of 2015 is on record/],
    [
      'as the first beside another first',
      [held('2016-11', { year: 2017, first: true })],
      { first: true },
      /meeting of 2017 is recorded as the first/,
    ],
  ])('is refused %s', (_, past, fields, reason) => {
    given(workstream, albania, ...past)
      .when(holdAnnualMeeting, HoldAnnualMeeting, { ...command, ...fields })
      .thenRefused(reason);
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, albania, held('2017-11', { year: 2017, first: true }))
      .when(holdAnnualMeeting, HoldAnnualMeeting, { ...command, first: true })
      .then({ type: 'AnnualMeetingHeld', data: { ...data, first: true } });
    const { meetingsHeld } = life(albania, held('2017-11', { year: 2017 }), held('2016-11-14', { year: 2016 }));
    expect(meetingsHeld.map(({ year }) => year)).toEqual([2016, 2017]);
  });
});

describe('Lists', () => {
  test('show an initiative until they do not any more', () => {
    const at = (effective: string): { workstreamId: string; list: string; effective: string } => ({
      workstreamId,
      list: 'SEEDIG',
      effective,
    });
    const list = { workstreamId, list: 'SEEDIG' };
    given(workstream, albania).when(listInitiative, ListInitiative, at('2018-03-29')).then({ type: 'InitiativeListed', data: list });
    const past = [albania, listed('2018-03-29', { list: 'SEEDIG' })];
    given(workstream, ...past)
      .when(listInitiative, ListInitiative, at('2018-06'))
      .thenNothing();
    given(workstream, ...past)
      .when(delistInitiative, DelistInitiative, at('2019'))
      .then({ type: 'InitiativeDelisted', data: list });
    const gone = [albania, listed('2018-03-29', { list: 'SEEDIG' }), delisted('2019', { list: 'seedig' })];
    given(workstream, ...gone)
      .when(delistInitiative, DelistInitiative, at('2020'))
      .thenNothing();
    given(workstream, ...gone)
      .when(listInitiative, ListInitiative, at('2020'))
      .then({ type: 'InitiativeListed', data: list });
  });

  test('are apart from each other: that of the Secretariat has no name', () => {
    given(workstream, albania, listed('2018', { list: 'SEEDIG' }))
      .when(listInitiative, ListInitiative, { workstreamId, effective: '2019' })
      .then({ type: 'InitiativeListed', data: { workstreamId } });
    given(workstream, albania, listed('2018'))
      .when(delistInitiative, DelistInitiative, { workstreamId, list: 'SEEDIG', effective: '2019' })
      .thenRefused(/not recorded as listed by 2019 on SEEDIG/);
    given(workstream, albania, listed('2018', { list: 'SEEDIG' }))
      .when(delistInitiative, DelistInitiative, { workstreamId, effective: '2019' })
      .thenRefused(/not recorded as listed by 2019\./);
  });

  test('that are entered late are judged on their day, and stand before what came later', () => {
    given(workstream, albania, listed('2018'))
      .when(listInitiative, ListInitiative, { workstreamId, effective: '2017' })
      .then({ type: 'InitiativeListed', data: { workstreamId } });
    given(workstream, albania, listed('2018'), delisted('2021'))
      .when(delistInitiative, DelistInitiative, { workstreamId, effective: '2019' })
      .then({ type: 'InitiativeDelisted', data: { workstreamId } });
    expect(life(albania, delisted('2019'), listed('2018')).listings.map(({ to }) => to)).toEqual(['listed', 'delisted']);
  });
});

describe('The five principles', () => {
  const principles = ['inclusive', 'bottom-up'] as const;
  const command = { workstreamId, principles, effective: '2017' };

  test('are affirmed, all or some', () => {
    given(workstream, albania)
      .when(affirmPrinciples, AffirmPrinciples, { ...command, page })
      .then({ type: 'PrinciplesAffirmed', data: { workstreamId, principles, page } });
  });

  test('say nothing new when those and the page are on record', () => {
    const past = [albania, affirmed('2015', ['bottom-up']), affirmed('2016', ['inclusive'])];
    given(workstream, ...past)
      .when(affirmPrinciples, AffirmPrinciples, command)
      .thenNothing();
    given(workstream, ...past)
      .when(affirmPrinciples, AffirmPrinciples, { ...command, page })
      .then({ type: 'PrinciplesAffirmed', data: { workstreamId, principles, page } });
  });

  test('that are entered late are judged on their day, and stand before what came later', () => {
    given(workstream, albania, affirmed('2018', principles))
      .when(affirmPrinciples, AffirmPrinciples, command)
      .then({ type: 'PrinciplesAffirmed', data: { workstreamId, principles } });
    expect(dates(life(albania, affirmed('2018', principles), affirmed('2017', principles)).principlesAffirmed)).toEqual(['2017', '2018']);
  });
});

describe('An organising team', () => {
  const command = { workstreamId, members, effective: '2017' };
  const two = members.slice(0, 2);

  test('is named by stakeholder group', () => {
    given(workstream, albania)
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, complete: true })
      .then({ type: 'OrganisingTeamNamed', data: { workstreamId, members, complete: true } });
  });

  test('must at first come from three groups, unless the source names a part of it', () => {
    given(workstream, albania)
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, members: two })
      .thenRefused(/first organising team .* at least 3 stakeholder groups. Named are only: Government, Civil Society\./);
    given(workstream, albania)
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, members: two, complete: false })
      .then({ type: 'OrganisingTeamNamed', data: { workstreamId, members: two, complete: false } });
    given(workstream, albania, team('2016', { members: two, complete: false }))
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, members: two })
      .thenRefused(/first organising team/);
  });

  test('may be smaller later, when a source says so', () => {
    given(workstream, albania, team('2016', { members }))
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, members: two })
      .then({ type: 'OrganisingTeamNamed', data: { workstreamId, members: two } });
  });

  test('is refused with a group named twice', () => {
    given(workstream, albania)
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, members: [...members, members[0]!] })
      .thenRefused(/Government is named twice/);
  });

  test('says nothing new when it is the one on record, also in another order of fields', () => {
    given(workstream, albania, team('2016', { members: members.map(({ stakeholderGroup, ...rest }) => ({ ...rest, stakeholderGroup })) }))
      .when(nameOrganisingTeam, NameOrganisingTeam, command)
      .thenNothing();
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, albania, team('2018', { members }))
      .when(nameOrganisingTeam, NameOrganisingTeam, { ...command, members: two })
      .thenRefused(/first organising team/);
    expect(dates(life(albania, team('2018', { members }), team('2017', { members })).organisingTeams)).toEqual(['2017', '2018']);
  });
});

describe('A dormant initiative', () => {
  test('is said to be so, once', () => {
    given(workstream, albania)
      .when(declareDormant, DeclareDormant, { workstreamId, effective: '2016' })
      .then({ type: 'InitiativeDormant', data: { workstreamId } });
    given(workstream, albania, dormant('2016')).when(declareDormant, DeclareDormant, { workstreamId, effective: '2017' }).thenNothing();
  });

  test('is rejuvenated, once, also where nobody had called it dormant', () => {
    for (const past of [[albania], [albania, dormant('2016')]]) {
      given(workstream, ...past)
        .when(rejuvenate, Rejuvenate, { workstreamId, effective: '2017' })
        .then({ type: 'InitiativeRejuvenated', data: { workstreamId } });
    }
    given(workstream, albania, rejuvenated('2017')).when(rejuvenate, Rejuvenate, { workstreamId, effective: '2018' }).thenNothing();
  });

  test('that is entered late is judged on its day, and turns in the order of what happened', () => {
    given(workstream, albania, rejuvenated('2018'))
      .when(rejuvenate, Rejuvenate, { workstreamId, effective: '2017' })
      .then({ type: 'InitiativeRejuvenated', data: { workstreamId } });
    given(workstream, albania, dormant('2018'))
      .when(declareDormant, DeclareDormant, { workstreamId, effective: '2017' })
      .then({ type: 'InitiativeDormant', data: { workstreamId } });
    expect(life(albania, rejuvenated('2017'), dormant('2016')).turns.map(({ to }) => to)).toEqual(['dormant', 'rejuvenated']);
  });
});

describe('What speaks of an initiative', () => {
  const as = 'present at the 2010 roundtable';

  test('is evidence of its date, once', () => {
    given(workstream, albania)
      .when(mentionInitiative, MentionInitiative, { workstreamId, as, effective: '2016' })
      .then({ type: 'InitiativeAttested', data: { workstreamId, as } });
    given(workstream, albania, mentioned('2016', as))
      .when(mentionInitiative, MentionInitiative, { workstreamId, as, effective: '2016' })
      .thenNothing();
    given(workstream, albania, mentioned('2016', as))
      .when(mentionInitiative, MentionInitiative, { workstreamId, as, effective: '2017' })
      .then({ type: 'InitiativeAttested', data: { workstreamId, as } });
  });

  test('stands in order, also when it is entered late', () => {
    given(workstream, albania, mentioned('2018', as))
      .when(mentionInitiative, MentionInitiative, { workstreamId, as, effective: '2016' })
      .then({ type: 'InitiativeAttested', data: { workstreamId, as } });
    expect(life(albania, mentioned('2018', 'a call'), mentioned('2016', as)).attestations).toMatchObject([{ as }, { as: 'a call' }]);
  });
});

describe('Another level, place or regional group', () => {
  const command = { workstreamId, level: 'sub-regional' as const, effective: '2018' };

  test('holds from its day on, and what is not said stays', () => {
    given(workstream, albania)
      .when(reclassifyInitiative, ReclassifyInitiative, command)
      .then({ type: 'InitiativeReclassified', data: { workstreamId, level: 'sub-regional' } });
    const past = [albania, became('2018', { level: 'sub-regional', regionalGroup: 'Eastern European Group' })];
    const classified = { level: 'sub-regional', place: 'Albania', regionalGroup: 'Eastern European Group' };
    expect(given(workstream, ...past).state()).toMatchObject(classified);
    expect(given(workstream, ...past).state({ asOf: '2017' })).toMatchObject({ level: 'national', place: 'Albania', regionalGroup: null });
  });

  test('is refused when nothing is said, and says nothing new when all is so already', () => {
    given(workstream, albania)
      .when(reclassifyInitiative, ReclassifyInitiative, { workstreamId, effective: '2018' })
      .thenRefused(/Say what becomes another/);
    given(workstream, albania)
      .when(reclassifyInitiative, ReclassifyInitiative, { ...command, level: 'national', place: 'Albania' })
      .thenNothing();
  });

  test('that is entered late does not undo what came later, nor does the registration', () => {
    given(workstream, albania, became('2020', { level: 'sub-regional' }))
      .when(reclassifyInitiative, ReclassifyInitiative, command)
      .then({ type: 'InitiativeReclassified', data: { workstreamId, level: 'sub-regional' } });
    const later = [became('2020', { level: 'regional' }), became('2018', { level: 'sub-regional', place: 'The Balkans' })];
    expect(initiative(albania, ...later)).toMatchObject({ level: 'regional', place: 'The Balkans' });
    const registered = fact('IgfInitiativeRegistered', '2018-06', { name: 'IGF', level: 'national', place: 'Albania' });
    expect(initiative(registered, became('2018', { level: 'youth' }))).toMatchObject({ level: 'youth', place: 'Albania' });
  });
});

describe('Every fact of an initiative', () => {
  const commands = [
    [beginForming, BeginForming, {}],
    [foundInitiative, FoundInitiative, {}],
    [recogniseInitiative, RecogniseInitiative, {}],
    [listInitiative, ListInitiative, {}],
    [delistInitiative, DelistInitiative, {}],
    [scheduleAnnualMeeting, ScheduleAnnualMeeting, { year: 2014, scheduledFor: '2014-10' }],
    [holdAnnualMeeting, HoldAnnualMeeting, { year: 2014 }],
    [affirmPrinciples, AffirmPrinciples, { principles: ['inclusive'] }],
    [nameOrganisingTeam, NameOrganisingTeam, { members }],
    [declareDormant, DeclareDormant, {}],
    [rejuvenate, Rejuvenate, {}],
    [mentionInitiative, MentionInitiative, { as: 'present' }],
    [reclassifyInitiative, ReclassifyInitiative, { level: 'youth' }],
  ] as const;

  test.each(commands)('is refused of what is no initiative, and before there was one: %p', (rule, Class, fields) => {
    const refused = (past: Past, reason: RegExp): void =>
      given(workstream, past)
        .when(rule as typeof declareDormant, Class, { workstreamId, ...fields, effective: '2014' })
        .thenRefused(reason);
    refused(network, /no IGF initiative/);
    refused(albania, /not recorded as existing by 2014/);
  });

  test('is kept with its date and its id when it is folded before the registration', () => {
    const registered = fact('IgfInitiativeRegistered', '2017-12-17', { name: 'IGF', level: 'national' });
    const past = [founded('2017'), held('2017', { year: 2017 }), dormant('2017'), listed('2017')];
    const [begun, met, slept, shown] = past.map(({ id, effective }) => ({ effective, factId: id }));
    expect(life(registered, ...past)).toMatchObject({
      forming: [],
      founded: [begun],
      meetingsHeld: [{ ...met, year: 2017 }],
      turns: [{ ...slept, to: 'dormant' }],
      listings: [{ ...shown, to: 'listed' }],
    });
  });

  test('leaves another kind of workstream as it is', () => {
    const alone = given(workstream, network).state();
    expect(given(workstream, network, founded('2018'), became('2018', { level: 'youth' })).state()).toEqual(alone);
  });
});
