import { at, carriedOut, type Levers, type Pasts, verdictOn } from '#test/judging';
import type { Past } from '#test/given';
import { initiativeStanding } from './initiative-standing.js';

const initiative = (since: string, ...more: readonly Past[]): Pasts => ({
  workstream: [at(since, 'IgfInitiativeRegistered', { name: 'An initiative', level: 'national' }), ...more],
});
const fact = (type: string, effective: string, data: object = {}): Past => at(effective, `Initiative${type}`, data);
const met = (year: number, effective = String(year)): Past => at(effective, 'AnnualMeetingHeld', { year });

const CASES: readonly (readonly [what: string, pasts: Pasts, asOf: string, status: string])[] = [
  ['of which only its name is known', initiative('2010'), '2016', 'unknown'],
  [
    'whose coordinator introduced it as in formation in May 2016',
    initiative('2016-05', fact('Forming', '2016-05-23')),
    '2016-06',
    'in formation',
  ],
  ['in Albania, established in 2017', initiative('2017', fact('Founded', '2017')), '2017', 'founded'],
  ['in Albania, listed for 29 March 2018', initiative('2017', fact('Founded', '2017'), fact('Listed', '2018-03-29')), '2018-04', 'listed'],
  ['in Cabo Verde, founded in 2020', initiative('2020', fact('Founded', '2020'), fact('Recognised', '2021')), '2020', 'founded'],
  ['in Cabo Verde, recognised in 2021', initiative('2020', fact('Founded', '2020'), fact('Recognised', '2021')), '2021', 'recognised'],
  ['that has met, with no founding on record', initiative('2008', met(2008)), '2009', 'founded'],
  [
    'on the list of somebody else',
    initiative('2017', fact('Recognised', '2017'), fact('Listed', '2018', { list: 'SEEDIG' })),
    '2018',
    'recognised',
  ],
  ['taken off the list', initiative('2010', fact('Listed', '2012'), fact('Delisted', '2015')), '2016', 'delisted'],
  ['put on the list again', initiative('2010', fact('Listed', '2012'), fact('Delisted', '2015'), fact('Listed', '2016')), '2016', 'listed'],
  [
    'in Gabon, had somebody called it dormant in 2016',
    initiative('2015', fact('Recognised', '2015'), fact('Dormant', '2016-03')),
    '2016',
    'dormant',
  ],
  [
    'in Gabon, rejuvenated in 2017',
    initiative('2015', fact('Recognised', '2015'), fact('Dormant', '2016-03'), fact('Rejuvenated', '2017-05')),
    '2017',
    'recognised',
  ],
  [
    'called dormant, that met again',
    initiative('2015', fact('Recognised', '2015'), fact('Dormant', '2016-03'), met(2018, '2018-05')),
    '2018',
    'recognised',
  ],
  ['that was not heard of for years, which nobody called dormant', initiative('2008', fact('Recognised', '2008')), '2016', 'recognised'],
];

const LEVERS: Levers = {
  'a source has called it dormant': (asOf) => ({ workstream: [fact('Dormant', asOf)] }),
  'no source has called it dormant': (asOf) => ({ workstream: [fact('Rejuvenated', asOf)] }),
  'the Secretariat has taken it off': (asOf) => ({ workstream: [fact('Delisted', asOf)] }),
  'it is on the list': (asOf) => ({ workstream: [fact('Listed', asOf)] }),
  'the Secretariat has recognised it': (asOf) => ({ workstream: [fact('Recognised', asOf)] }),
  'its founding': (asOf) => ({ workstream: [fact('Founded', asOf)] }),
  'it has held an': (asOf) => ({ workstream: [met(Number(asOf.slice(0, 4)), asOf)] }),
  'people have announced': (asOf) => ({ workstream: [fact('Forming', asOf)] }),
};

describe('An IGF initiative', () => {
  test.each(CASES)('%s', (_, pasts, asOf, status) => {
    const verdict = verdictOn(initiativeStanding, pasts, asOf);
    expect(verdict.status).toBe(status);
    const factIds = pasts.workstream.map(({ id }) => id);
    for (const factId of verdict.reasons.flatMap((reason) => reason.factIds)) expect(factIds).toContain(factId);
  });

  test.each(CASES)('%s, would become what the verdict says if what it names came about', (_, pasts, asOf) => {
    const changes = carriedOut(initiativeStanding, pasts, asOf, LEVERS);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.map(({ came }) => came)).toEqual(changes.map(({ promised }) => promised));
  });

  test('whose recognition was retracted is not recognised for it', () => {
    const recognised = fact('Recognised', '2015');
    const pasts = initiative('2015', recognised, at('2016', 'FactRetracted', { corrects: recognised.id }));
    expect(verdictOn(initiativeStanding, pasts, '2016').status).toBe('unknown');
  });
});
