import { given, on, type Past } from '#test/given';
import { workstream, type Workstream } from '../workstream/workstream.js';
import { AdoptCommonStandards, adoptCommonStandards } from './adopt-common-standards.js';
import { BeginExploring, beginExploring } from './begin-exploring.js';
import { CheckStandards, checkStandards } from './check-standards.js';
import type { CoalitionLife } from './coalition-life.js';
import { DeclareInactive, declareInactive, Recommit, recommit } from './inactivity.js';
import { ListCoalition, listCoalition, OmitFromList, omitFromList } from './list-coalition.js';
import { ProposeCoalition, proposeCoalition } from './propose-coalition.js';
import { RecogniseCoalition, recogniseCoalition } from './recognise-coalition.js';
import { notASuccessor, SucceedCoalition, succeedCoalition } from './succeed-coalition.js';

const workstreamId = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002';
const successor = 'b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0003';

const fact = (type: string, effective: string, data: object = {}): Past => on(effective, { type, data: { workstreamId, ...data } });

/** The coalition of the schools of Internet governance, of which people spoke since 2016. */
const schools = fact('DynamicCoalitionRegistered', '2016', { name: 'Dynamic Coalition on Schools of Internet Governance' });
const network = fact('PolicyNetworkRegistered', '2010', { name: 'Policy Network' });

const statement = {
  need: 'Schools have much to share.',
  actionPlan: 'A meeting at each annual meeting.',
  mailingList: 'dc-sig@intgovforum.org',
  contacts: ['A. Person'],
  representatives: [
    { name: 'A. Person', stakeholderGroup: 'Civil Society' as const, organisation: 'A school' },
    { name: 'B. Person', stakeholderGroup: 'Government' as const },
    { name: 'C. Person', stakeholderGroup: 'Technical Community' as const },
  ],
};
const twoGroups = { ...statement, representatives: [...statement.representatives.slice(0, 2), statement.representatives[0]!] };
const closedList = { results: [{ standard: 'open lists' as const, met: false, remark: 'Closed.' }], toBeFixedBy: '2022-06' };
const page = 'https://www.intgovforum.org/dc';

const exploring = (effective: string): Past => fact('CoalitionExploring', effective);
const proposed = (effective: string): Past => fact('CoalitionProposed', effective, statement);
const recognised = (effective: string): Past => fact('CoalitionRecognised', effective);
const inactive = (effective: string): Past => fact('CoalitionDeclaredInactive', effective);
const recommitted = (effective: string, cycle?: number): Past => fact('CoalitionRecommitted', effective, cycle ? { cycle } : {});
const adopted = (effective: string, standards: readonly string[]): Past => fact('CommonStandardsAdopted', effective, { standards });
const checked = (effective: string): Past => fact('StandardsChecked', effective, closedList);
const succeeded = (effective: string, succeededBy = successor): Past => fact('CoalitionSucceeded', effective, { succeededBy });
const listed = (effective: string, list: string, as: string): Past => fact('CoalitionListed', effective, { list, as });
const omitted = (effective: string, list: string): Past => fact('CoalitionOmitted', effective, { list });

const lifeOf = (state: Workstream): CoalitionLife => {
  if (state.kind !== 'dynamic-coalition') throw new Error('No coalition.');
  return state.coalition;
};
const life = (...past: Past[]): CoalitionLife => lifeOf(given(workstream, ...past).state());
const dates = (of: readonly Readonly<{ effective: string }>[]): readonly string[] => of.map(({ effective }) => effective);

describe('Exploring', () => {
  const command = { workstreamId, effective: '2016-12' };

  test('begins before anything is written', () => {
    given(workstream, schools).when(beginExploring, BeginExploring, command).then({ type: 'CoalitionExploring', data: { workstreamId } });
  });

  test('goes on, and is not begun twice', () => {
    given(workstream, schools, exploring('2016-12'))
      .when(beginExploring, BeginExploring, { ...command, effective: '2017-11' })
      .thenNothing();
  });

  test('is past once the coalition is recognised', () => {
    given(workstream, schools, recognised('2017-12-17'))
      .when(beginExploring, BeginExploring, { ...command, effective: '2018' })
      .thenRefused(/recognised on 2017-12-17/);
  });

  test('may begin anew after the coalition was inactive', () => {
    given(workstream, schools, exploring('2016-12'), recognised('2017'), inactive('2019'))
      .when(beginExploring, BeginExploring, { ...command, effective: '2020' })
      .then({ type: 'CoalitionExploring', data: { workstreamId } });
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, schools, recognised('2017-12-17'))
      .when(beginExploring, BeginExploring, command)
      .then({ type: 'CoalitionExploring', data: { workstreamId } });
    expect(dates(life(schools, exploring('2017-03'), exploring('2016-12')).exploring)).toEqual(['2016-12', '2017-03']);
  });
});

describe('A proposal', () => {
  const command = { workstreamId, ...statement, effective: '2017-06' };

  test('is recorded with its five parts', () => {
    given(workstream, schools)
      .when(proposeCoalition, ProposeCoalition, { ...command, page })
      .then({ type: 'CoalitionProposed', data: { workstreamId, ...statement, page } });
  });

  test('is refused with representatives of two stakeholder groups, however many they are', () => {
    given(workstream, schools)
      .when(proposeCoalition, ProposeCoalition, { ...command, ...twoGroups })
      .thenRefused(/at least 3 stakeholder groups. Named are only: Civil Society, Government\./);
  });

  test('is refused once the coalition is recognised, and welcome again when it is inactive', () => {
    given(workstream, schools, recognised('2017-01'))
      .when(proposeCoalition, ProposeCoalition, command)
      .thenRefused(/recorded as recognised on 2017-01/);
    given(workstream, schools, recognised('2017-01'), inactive('2017-02'))
      .when(proposeCoalition, ProposeCoalition, command)
      .then({ type: 'CoalitionProposed', data: { workstreamId, ...statement } });
  });

  test('says nothing new when it is filed again as it was, and something with another plan', () => {
    given(workstream, schools, proposed('2017-06'))
      .when(proposeCoalition, ProposeCoalition, { ...command, effective: '2017-07' })
      .thenNothing();
    given(workstream, schools, proposed('2017-06'))
      .when(proposeCoalition, ProposeCoalition, { ...command, actionPlan: 'Another' })
      .then({ type: 'CoalitionProposed', data: { workstreamId, ...statement, actionPlan: 'Another' } });
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, schools, recognised('2017-12-17'))
      .when(proposeCoalition, ProposeCoalition, command)
      .then({ type: 'CoalitionProposed', data: { workstreamId, ...statement } });
    expect(dates(life(schools, proposed('2017-06'), proposed('2017-02')).proposals)).toEqual(['2017-02', '2017-06']);
  });
});

describe('Recognition', () => {
  const command = { workstreamId, effective: '2017-12-17' };

  test('needs no proposal on record', () => {
    given(workstream, schools)
      .when(recogniseCoalition, RecogniseCoalition, command)
      .then({ type: 'CoalitionRecognised', data: { workstreamId } });
  });

  test('says nothing new where it may be the one on record', () => {
    given(workstream, schools, recognised('2017')).when(recogniseCoalition, RecogniseCoalition, command).thenNothing();
  });

  test('says nothing new on the same day, whatever the hour', () => {
    given(workstream, schools, recognised('2017-12-17T09:00Z'))
      .when(recogniseCoalition, RecogniseCoalition, { ...command, effective: '2017-12-17T18:00Z' })
      .thenNothing();
  });

  test('on a later day is refused: it happens once', () => {
    given(workstream, schools, recognised('2017-10'))
      .when(recogniseCoalition, RecogniseCoalition, command)
      .thenRefused(/recorded as recognised on 2017-10. If that is wrong, amend/);
  });

  test('happens again after the coalition was inactive', () => {
    given(workstream, schools, recognised('2016'), inactive('2017-02'))
      .when(recogniseCoalition, RecogniseCoalition, command)
      .then({ type: 'CoalitionRecognised', data: { workstreamId } });
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, schools, inactive('2019'), recommitted('2020'))
      .when(recogniseCoalition, RecogniseCoalition, command)
      .then({ type: 'CoalitionRecognised', data: { workstreamId } });
    expect(life(schools, inactive('2019'), recognised('2017-12-17')).turns.map(({ to }) => to)).toEqual(['recognised', 'inactive']);
  });
});

describe('The common standards', () => {
  const standards = ['open archives', 'open lists'] as const;
  const command = { workstreamId, standards, effective: '2017-08' };

  test('are adopted, all or some', () => {
    given(workstream, schools)
      .when(adoptCommonStandards, AdoptCommonStandards, { ...command, page })
      .then({ type: 'CommonStandardsAdopted', data: { workstreamId, standards, page } });
  });

  test('say nothing new when those and the page are on record', () => {
    const past = [schools, adopted('2017-01', ['open lists']), adopted('2017-02', ['open archives', 'open membership'])];
    given(workstream, ...past)
      .when(adoptCommonStandards, AdoptCommonStandards, command)
      .thenNothing();
    given(workstream, ...past)
      .when(adoptCommonStandards, AdoptCommonStandards, { ...command, page })
      .then({ type: 'CommonStandardsAdopted', data: { workstreamId, standards, page } });
  });

  test('are not adopted by a coalition that another has succeeded', () => {
    given(workstream, schools, succeeded('2017-01'))
      .when(adoptCommonStandards, AdoptCommonStandards, command)
      .thenRefused(/succeeded this one on 2017-01/);
  });

  test('that are entered late are judged on their day, and stand before what came later', () => {
    given(workstream, schools, adopted('2018', standards))
      .when(adoptCommonStandards, AdoptCommonStandards, command)
      .then({ type: 'CommonStandardsAdopted', data: { workstreamId, standards } });
    const { standardsAdopted } = life(schools, adopted('2018', standards), adopted('2017-08', ['open lists']));
    expect(dates(standardsAdopted)).toEqual(['2017-08', '2018']);
  });
});

describe('A check of the standards', () => {
  const command = { workstreamId, ...closedList, effective: '2022-04-06' };

  test('is recorded with what it found, and by when that is to be fixed', () => {
    given(workstream, schools)
      .when(checkStandards, CheckStandards, command)
      .then({ type: 'StandardsChecked', data: { workstreamId, ...closedList } });
  });

  test.each([
    [
      'two results for one standard',
      { results: [...closedList.results, { standard: 'open lists', met: true }] },
      /two results for open lists/,
    ],
    ['a deadline for nothing', { results: [{ standard: 'open lists', met: true }] }, /nothing to be fixed/],
    ['a deadline before it', { toBeFixedBy: '2022-03' }, /found on 2022-04-06 cannot be due on 2022-03/],
  ])('is refused with %s', (_, fields, reason) => {
    given(workstream, schools)
      .when(checkStandards, CheckStandards, { ...command, ...(fields as object) })
      .thenRefused(reason);
  });

  test('says nothing new of the same day, and something on another day', () => {
    given(workstream, schools, checked('2022-04-06')).when(checkStandards, CheckStandards, command).thenNothing();
    given(workstream, schools, checked('2022-04-06'))
      .when(checkStandards, CheckStandards, { ...command, effective: '2022-05-01' })
      .then({ type: 'StandardsChecked', data: { workstreamId, ...closedList } });
  });

  test('that is entered late is judged on its day, and stands before what came later', () => {
    given(workstream, schools, succeeded('2023'), checked('2022-09'))
      .when(checkStandards, CheckStandards, command)
      .then({ type: 'StandardsChecked', data: { workstreamId, ...closedList } });
    expect(dates(life(schools, checked('2022-09'), checked('2022-04')).standardsChecks)).toEqual(['2022-04', '2022-09']);
  });
});

describe('Inactive coalitions', () => {
  test('are declared so by a source, once', () => {
    given(workstream, schools)
      .when(declareInactive, DeclareInactive, { workstreamId, effective: '2017' })
      .then({ type: 'CoalitionDeclaredInactive', data: { workstreamId } });
    given(workstream, schools, inactive('2017')).when(declareInactive, DeclareInactive, { workstreamId, effective: '2018' }).thenNothing();
  });

  test('recommit, also where nobody had called them inactive', () => {
    for (const past of [[schools], [schools, inactive('2017')]]) {
      given(workstream, ...past)
        .when(recommit, Recommit, { workstreamId, cycle: 2018, effective: '2018-02' })
        .then({ type: 'CoalitionRecommitted', data: { workstreamId, cycle: 2018 } });
    }
  });

  test('recommit once for a cycle', () => {
    const past = [schools, recommitted('2016-05', 2016)];
    given(workstream, ...past)
      .when(recommit, Recommit, { workstreamId, effective: '2016-06' })
      .thenNothing();
    given(workstream, ...past)
      .when(recommit, Recommit, { workstreamId, cycle: 2016, effective: '2016-06' })
      .thenNothing();
    given(workstream, ...past)
      .when(recommit, Recommit, { workstreamId, cycle: 2017, effective: '2017-02' })
      .then({ type: 'CoalitionRecommitted', data: { workstreamId, cycle: 2017 } });
  });

  test('do not recommit after another has succeeded them', () => {
    given(workstream, schools, succeeded('2018-01'))
      .when(recommit, Recommit, { workstreamId, effective: '2018-02' })
      .thenRefused(/succeeded this one on 2018-01/);
  });

  test('that are entered late are judged on their day, and turn in the order of what happened', () => {
    const past = [schools, recommitted('2020', 2020)];
    given(workstream, ...past)
      .when(recommit, Recommit, { workstreamId, effective: '2017' })
      .then({ type: 'CoalitionRecommitted', data: { workstreamId } });
    given(workstream, schools, inactive('2019'))
      .when(declareInactive, DeclareInactive, { workstreamId, effective: '2017' })
      .then({ type: 'CoalitionDeclaredInactive', data: { workstreamId } });
    expect(life(...past, inactive('2019')).turns).toMatchObject([
      { to: 'inactive', effective: '2019' },
      { to: 'recommitted', effective: '2020', cycle: 2020 },
    ]);
  });
});

describe('Succession', () => {
  const command = { workstreamId, succeededBy: successor, effective: '2018' };

  test('names the coalition that goes on, once', () => {
    given(workstream, schools)
      .when(succeedCoalition, SucceedCoalition, command)
      .then({ type: 'CoalitionSucceeded', data: { workstreamId, succeededBy: successor } });
    given(workstream, schools, succeeded('2017')).when(succeedCoalition, SucceedCoalition, command).thenNothing();
  });

  test.each([
    ['what is no coalition', [network], successor, 'is no Dynamic Coalition'],
    ['the coalition itself', [schools], workstreamId, 'is the coalition itself'],
    ['one that it succeeded', [schools, succeeded('2017', workstreamId)], successor, 'is a coalition that this one succeeded'],
    ['another coalition', [schools], successor, undefined],
  ])('by %s', (_, past, succeededBy, fault) => {
    expect(notASuccessor(given(workstream, ...past).state(), { workstreamId, succeededBy })).toBe(fault);
  });

  test('that is entered late is judged on its day, and ends nothing that came before', () => {
    given(workstream, schools, succeeded('2020'))
      .when(succeedCoalition, SucceedCoalition, command)
      .then({ type: 'CoalitionSucceeded', data: { workstreamId, succeededBy: successor } });
    given(workstream, schools, succeeded('2018'))
      .when(recogniseCoalition, RecogniseCoalition, { workstreamId, effective: '2017' })
      .then({ type: 'CoalitionRecognised', data: { workstreamId } });
    expect(dates(life(schools, succeeded('2020'), succeeded('2018')).successions)).toEqual(['2018', '2020']);
  });
});

describe('A list of some date', () => {
  const list = 'coalitions page 2020';

  test('shows the coalition in some way, or does not show it', () => {
    given(workstream, schools)
      .when(listCoalition, ListCoalition, { workstreamId, list, as: 'active', effective: '2020' })
      .then({ type: 'CoalitionListed', data: { workstreamId, list, as: 'active' } });
    given(workstream, schools)
      .when(omitFromList, OmitFromList, { workstreamId, list, effective: '2020' })
      .then({ type: 'CoalitionOmitted', data: { workstreamId, list } });
  });

  test('shows nothing new when it is read again', () => {
    given(workstream, schools, listed('2020', list, 'active'))
      .when(listCoalition, ListCoalition, { workstreamId, list: 'Coalitions page 2020', as: 'active', effective: '2020' })
      .thenNothing();
    given(workstream, schools, omitted('2020', list))
      .when(omitFromList, OmitFromList, { workstreamId, list, effective: '2020' })
      .thenNothing();
  });

  test('does not show two things', () => {
    given(workstream, schools, listed('2020', list, 'active'))
      .when(listCoalition, ListCoalition, { workstreamId, list, as: 'inactive', effective: '2020' })
      .thenRefused(/page 2020 of 2020 is recorded as showing the coalition as active/);
    given(workstream, schools, listed('2020', list, 'active'))
      .when(omitFromList, OmitFromList, { workstreamId, list, effective: '2020' })
      .thenRefused(/as showing the coalition as active/);
    given(workstream, schools, omitted('2020', list))
      .when(listCoalition, ListCoalition, { workstreamId, list, as: 'listed', effective: '2020' })
      .thenRefused(/recorded without the coalition/);
  });

  test('says nothing of another list of that date', () => {
    given(workstream, schools, listed('2020', list, 'active'))
      .when(omitFromList, OmitFromList, { workstreamId, list: 'list of a mail', effective: '2020' })
      .then({ type: 'CoalitionOmitted', data: { workstreamId, list: 'list of a mail' } });
  });

  test('may show something else on another date', () => {
    given(workstream, schools, listed('2020', list, 'active'))
      .when(omitFromList, OmitFromList, { workstreamId, list, effective: '2022' })
      .then({ type: 'CoalitionOmitted', data: { workstreamId, list } });
  });

  test('that is entered late stands before later ones', () => {
    given(workstream, schools, omitted('2022', list))
      .when(listCoalition, ListCoalition, { workstreamId, list, as: 'listed', effective: '2018' })
      .then({ type: 'CoalitionListed', data: { workstreamId, list, as: 'listed' } });
    const { listings } = life(schools, omitted('2022', list), listed('2018', 'main session', 'listed'));
    expect(listings.map(({ list, as }) => [list, as])).toEqual([
      ['main session', 'listed'],
      [list, 'omitted'],
    ]);
  });
});

describe('Every fact of a coalition', () => {
  const commands = [
    [beginExploring, BeginExploring, {}],
    [proposeCoalition, ProposeCoalition, statement],
    [recogniseCoalition, RecogniseCoalition, {}],
    [adoptCommonStandards, AdoptCommonStandards, { standards: ['open lists'] }],
    [checkStandards, CheckStandards, closedList],
    [declareInactive, DeclareInactive, {}],
    [recommit, Recommit, {}],
    [succeedCoalition, SucceedCoalition, { succeededBy: successor }],
    [listCoalition, ListCoalition, { list: 'a list', as: 'listed' }],
    [omitFromList, OmitFromList, { list: 'a list' }],
  ] as const;

  test.each(commands)('is refused of what is no coalition, and before there was one: %p', (rule, Class, fields) => {
    const refused = (past: Past, reason: RegExp): void =>
      given(workstream, past)
        .when(rule as typeof declareInactive, Class, { workstreamId, ...fields, effective: '2015' })
        .thenRefused(reason);
    refused(network, /no Dynamic Coalition/);
    refused(schools, /not recorded as existing by 2015/);
  });

  test('is kept with its date and its id when it is folded before the registration', () => {
    const founded = fact('DynamicCoalitionRegistered', '2017-12-17', { name: 'Schools' });
    const past = [founded, exploring('2017'), recognised('2017-12'), recommitted('2017'), listed('2017', 'a list', 'listed')];
    const [, begun, taken, again, shown] = past.map(({ id, effective }) => ({ effective, factId: id }));
    expect(life(...past)).toEqual({
      exploring: [begun],
      proposals: [],
      turns: [
        { ...again, to: 'recommitted' },
        { ...taken, to: 'recognised' },
      ],
      standardsAdopted: [],
      standardsChecks: [],
      successions: [],
      listings: [{ ...shown, list: 'a list', as: 'listed' }],
    });
  });

  test('leaves another kind of workstream as it is', () => {
    const alone = given(workstream, network).state();
    expect(given(workstream, network, recognised('2018')).state()).toEqual(alone);
  });
});
