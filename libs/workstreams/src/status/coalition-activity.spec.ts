import { at, carriedOut, type Levers, type Pasts, verdictOn } from '#test/judging';
import type { Past } from '#test/given';
import { coalitionActivity } from './coalition-activity.js';

const registered = (since: string): Past => at(since, 'DynamicCoalitionRegistered', { name: 'A coalition' });
const since2007 = (...more: readonly Past[]): Pasts => ({ workstream: [registered('2007'), ...more] });
const report = (year: number, filed = String(year)): Past => at(filed, 'YearlyReportFiled', { year, kind: 'report' });
const checked = (met: boolean, effective: string, toBeFixedBy?: string): Past =>
  at(effective, 'StandardsChecked', { results: [{ standard: 'open lists', met }], ...(toBeFixedBy && { toBeFixedBy }) });
const session = (heldOn: string): readonly Past[] => [
  at(heldOn, 'MeetingLogged', { meetingId: 'm', workstreamIds: [], title: 'Main session', session: 'main' }),
  at(heldOn, 'TookPart', { meetingId: 'm', workstreamIds: [], participantIds: ['w'] }),
];
const recognised = (effective: string): Past => at(effective, 'CoalitionRecognised');
const proposal = (effective: string): Past => at(effective, 'CoalitionProposed', { representatives: [] });

const CASES: readonly (readonly [what: string, pasts: Pasts, asOf: string, status: string])[] = [
  ['founded in 2007 and never heard of again, before there was a duty', since2007(), '2010', 'active'],
  ['the same after the rule of 2011: nothing is on record, so nothing is known', since2007(), '2012', 'unknown'],
  ['having filed a report for 2010, in 2011', since2007(report(2010)), '2011-06', 'active'],
  ['having filed a report for 2010, in 2012', since2007(report(2010)), '2012', 'inactive'],
  ['that filed a thematic paper', since2007(at('2016-11', 'YearlyReportFiled', { year: 2016, kind: 'paper' })), '2017', 'active'],
  ['on network neutrality, recognised in 2013', { workstream: [registered('2013-10'), recognised('2013-10-25')] }, '2014', 'active'],
  [
    'recognised three years ago, without a report ever',
    { workstream: [registered('2013-10'), recognised('2013-10-25')] },
    '2016',
    'unknown',
  ],
  [
    'on climate change, recommitted in 2016',
    since2007(report(2009), at('2016', 'CoalitionRecommitted', { cycle: 2016 })),
    '2016',
    'active',
  ],
  ['the same before it did', since2007(report(2009), at('2016', 'CoalitionRecommitted', { cycle: 2016 })), '2015', 'inactive'],
  ['called inactive', since2007(report(2011), at('2012-02', 'CoalitionDeclaredInactive')), '2012-06', 'inactive'],
  [
    'called inactive, that recommitted',
    since2007(at('2012-02', 'CoalitionDeclaredInactive'), at('2016', 'CoalitionRecommitted')),
    '2016',
    'active',
  ],
  [
    'called inactive, that filed a report then',
    since2007(at('2012-02', 'CoalitionDeclaredInactive'), report(2012, '2012-11')),
    '2012',
    'active',
  ],
  ['of publicness, exploratory in 2016', { workstream: [registered('2016'), at('2016', 'CoalitionExploring')] }, '2016', 'exploratory'],
  [
    'of schools, decided in December 2016, proposed in 2017',
    { workstream: [registered('2016-12'), at('2016-12', 'CoalitionExploring'), proposal('2017-10')] },
    '2017-12',
    'proposed',
  ],
  [
    'of schools, before it was recognised and after',
    { workstream: [registered('2016-12'), at('2016-12', 'CoalitionExploring'), proposal('2017-10'), recognised('2018-02')] },
    '2018',
    'active',
  ],
  ['in the main session of 2016', { ...since2007(), meetings: [session('2016-12-07')] }, '2017', 'active'],
  ['in the main session of 2016, two years on', { ...since2007(), meetings: [session('2016-12-07')] }, '2018', 'unknown'],
  ['shown as active on the page of 2020', since2007(at('2020', 'CoalitionListed', { list: 'page', as: 'active' })), '2020', 'active'],
  ['shown as inactive', since2007(at('2020-02', 'CoalitionListed', { list: 'page', as: 'inactive' })), '2020-06', 'inactive'],
  ['only listed, active or not', since2007(at('2020', 'CoalitionListed', { list: 'page', as: 'listed' })), '2020', 'unknown'],
  ['not on a list, which says nothing', since2007(report(2020), at('2020', 'CoalitionOmitted', { list: 'page' })), '2020', 'active'],
  [
    'with a report, whose list was found closed and is to be opened',
    since2007(report(2021), checked(false, '2022-04', '2022-06')),
    '2022-05',
    'active',
  ],
  ['the same after that day', since2007(report(2021), checked(false, '2022-04', '2022-06')), '2022-07', 'inactive'],
  ['the same, found open', since2007(report(2021), checked(false, '2022-04', '2022-06'), checked(true, '2022-06')), '2022-07', 'active'],
  [
    'the same, found closed again',
    since2007(report(2021), checked(false, '2022-04', '2022-06'), checked(false, '2022-07')),
    '2022-08',
    'inactive',
  ],
  ['found closed, with no day set', since2007(report(2021), checked(false, '2022-04')), '2022-08', 'active'],
  ['that another one succeeded', since2007(report(2020), at('2020-06', 'CoalitionSucceeded', { succeededBy: 'x' })), '2020', 'succeeded'],
];

/** How to make so what changes need. What only a passing year undoes has none. */
const LEVERS: Levers = {
  'a report or paper for a year before': () => ({ workstream: [report(2008, '2008')] }),
  'a report or paper for': (asOf) => ({ workstream: [report(Number(asOf.slice(0, 4)), asOf)] }),
  'it was recognised or recommitted': (asOf) => ({ workstream: [at(asOf, 'CoalitionRecommitted')] }),
  'a list of': (asOf) => ({ workstream: [at(asOf, 'CoalitionListed', { list: 'another page', as: 'active' })] }),
  'it took part': (asOf) => ({ meetings: [session(asOf)] }),
  'a source has called it inactive': (asOf) => ({ workstream: [at(asOf, 'CoalitionDeclaredInactive')] }),
  'another coalition has succeeded it': (asOf) => ({ workstream: [at(asOf, 'CoalitionSucceeded', { succeededBy: 'y' })] }),
  'no common standard is unmet': (asOf) => ({ workstream: [checked(true, asOf)] }),
  'a proposal is on record': (asOf) => ({ workstream: [proposal(asOf)] }),
};

describe('A Dynamic Coalition', () => {
  test.each(CASES)('%s', (_, pasts, asOf, status) => {
    const verdict = verdictOn(coalitionActivity, pasts, asOf);
    expect([verdict.status, verdict.rule, verdict.on]).toEqual([status, 'coalition activity', asOf]);
    const factIds = new Set(
      Object.values(pasts)
        .flat(2)
        .map((each) => (each as Past).id),
    );
    for (const factId of verdict.reasons.flatMap((reason) => reason.factIds)) expect(factIds).toContain(factId);
    expect(verdict.reasons.length).toBeGreaterThan(0);
  });

  test.each(CASES)('%s, would become what the verdict says if what it names came about', (_, pasts, asOf) => {
    const changes = carriedOut(coalitionActivity, pasts, asOf, LEVERS);
    expect(changes.map(({ came }) => came)).toEqual(changes.map(({ promised }) => promised));
    const [, , , status] = CASES.find(([, each]) => each === pasts)!;
    expect(changes.length).toBeGreaterThan(status === 'succeeded' ? -1 : 0);
  });

  test('is judged by the rule in force on the day, and by an older one where that is asked for', () => {
    const pasts: Pasts = { workstream: [registered('2005'), report(2009)] };
    const versionOn = (asOf: string) => verdictOn(coalitionActivity, pasts, asOf).version;
    expect(['2005-12-31', '2010', '2011', '2015', '2016', '2026'].map(versionOn)).toEqual(['2006', '2006', '2011', '2011', '2016', '2016']);
    expect(verdictOn(coalitionActivity, pasts, '2012').status).toBe('inactive');
    expect(verdictOn(coalitionActivity, pasts, '2012', '2006').status).toBe('active');
  });

  test('has its reasons in words, with the facts that make them so', () => {
    const filed = report(2016);
    expect(verdictOn(coalitionActivity, since2007(filed), '2016').reasons).toEqual([
      { says: 'a report or paper for 2016 or 2015 is on record', factIds: [filed.id] },
      { says: 'no common standard is unmet after the day by which that was to be put right', factIds: [] },
    ]);
    const { reasons, wouldChange } = verdictOn(coalitionActivity, since2007(report(2009)), '2012');
    expect(reasons.map(({ says }) => says)).toEqual([
      'a report or paper for a year before 2011 is on record',
      'no report or paper for 2012 or 2011 is on record',
      'it was neither recognised nor recommitted in 2012 or 2011',
      'no list of 2012 or 2011 shows it as active',
      'it took no part in a main session of 2012 or 2011',
    ]);
    expect(wouldChange).toContainEqual({
      to: 'active',
      needs: ['a report or paper for 2012 or 2011 is on record'],
    });
  });

  test('is told to be heard from again, where it was called inactive', () => {
    const pasts = since2007(at('2012-02', 'CoalitionDeclaredInactive'));
    expect(verdictOn(coalitionActivity, pasts, '2012').wouldChange).toContainEqual({
      to: 'active',
      needs: ['a report or paper for 2012 or 2011, later than the last word that it is inactive, is on record'],
    });
  });

  test('is never active for a report that was retracted', () => {
    const filed = report(2016);
    const pasts = since2007(filed, at('2017-02', 'FactRetracted', { corrects: filed.id }));
    const verdict = verdictOn(coalitionActivity, pasts, '2016');
    expect(verdict.status).toBe('unknown');
    expect(JSON.stringify(verdict)).not.toContain(`"${filed.id}"`);
  });
});
