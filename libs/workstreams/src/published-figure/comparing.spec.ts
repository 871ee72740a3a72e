import { quantityOf } from '../quantity.js';
import { agree, type Comparable, comparable, cycleOfFigure, saySame } from './comparing.js';
import { MEASURES, printedMeasure } from './measures.js';

const figure = (measure: string, speaksOf: string, rest: Partial<Comparable> = {}): Comparable => ({
  measure,
  speaksOf,
  scope: null,
  cycle: null,
  ...rest,
});

describe('Two figures', () => {
  const nris = figure('recognised NRIs', '2015-12');
  const together = figure('CENB contributions', '2016', { scope: 'phases I and II together' });

  test.each([
    ['of a date, about the same one', nris, { ...nris, cycle: 2016 }, true],
    ['of a date, about two', nris, figure('recognised NRIs', '2016-12'), false],
    ['of a date, one less exactly dated', nris, figure('recognised NRIs', '2015'), false],
    ['of a date that is not known', figure('active DCs', 'XXXX'), figure('active DCs', 'XXXX'), false],
    ['of a cycle, dated otherwise', figure('countries', '2016'), figure('countries', '2016-12-09'), true],
    ['of a cycle, which one of them names', figure('countries', '2016'), figure('countries', '2017-01', { cycle: 2016 }), true],
    ['of two cycles', figure('countries', '2016'), figure('countries', '2017'), false],
    ['of a cycle that is left open', figure('countries', '[2016..2017]'), figure('countries', '[2016..2017]'), false],
    ['of a whole and a part', together, figure('CENB contributions', '2016'), false],
    ['of the same sum', together, { ...together, speaksOf: '2016-12' }, true],
    ['of two measures', figure('countries', '2016'), figure('sessions', '2016'), false],
    ['of an unknown measure, of one date', figure('rooms', '2016'), figure('rooms', '2016'), true],
    ['of an unknown measure, of two dates', figure('rooms', '2016'), figure('rooms', '2016-12'), false],
  ])('%s', (_, a, b, expected) => {
    expect([comparable(a, b), comparable(b, a)]).toEqual([expected, expected]);
  });

  test('speak of a cycle where it is stated, or where what they count comes together over one', () => {
    expect(cycleOfFigure(figure('BPFs', '2016'))).toBe(2016);
    expect(cycleOfFigure(figure('BPFs', '2016', { cycle: 2017 }))).toBe(2017);
    expect(cycleOfFigure(nris)).toBeNull();
  });
});

// The discrepancies that sources leave between them.
test.each([
  ['initiatives at the end of 2015', '37', '43', false],
  ['initiatives at the end of 2015, as recalled', '50-60', '43', false],
  ['initiatives in 2023', 'more than 155', 'more than 160', true],
  ['coalitions in 2019 and 2020', '18', '14', false],
  ['contributions to CENB I, at least both', '70+', '80+', true],
  ['contributions to CENB I and II', '120+', 'over 130', true],
  ['countries in 2016', '83', '123', false],
  ['sessions in 2016', 'about 200', '229', false],
  ['sessions in 2016, without day 0', 'about 200', '205', true],
  ['open forums in 2016', '32', '31', false],
  ['participants in 2015, registered and onsite', '2,400+', '2,137', false],
  ['participants in 2015, roughly', '2000+', '2137', true],
  ['countries in 2015', '116+', '112', false],
  ['participants in 2010', 'close to 2000', '1,461', false],
  ['what holds no number excludes none', '85+ countries and 17 regions', '97', true],
  ['at most and at least', 'up to 5', '6+', false],
])('%s: %s and %s', (_, a, b, expected) => {
  expect([agree(quantityOf(a), quantityOf(b)), agree(quantityOf(b), quantityOf(a))]).toEqual([expected, expected]);
});

test.each([
  ['1,280', '1280', true],
  ['120+', 'over 120', true],
  ['about 200', '200', false],
  ['several', 'several', true],
  ['several', 'many', false],
  ['several', '7', false],
])("'%s' and '%s' say the same or not", (a, b, expected) => {
  expect(saySame(quantityOf(a), quantityOf(b))).toBe(expected);
});

describe('Measures', () => {
  test('each have an id of their own', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  });

  test('are known by other names too, and keep what those say', () => {
    expect(printedMeasure('CENB contributions, phases I and II together')).toEqual({
      measure: 'CENB contributions',
      scope: 'phases I and II together',
    });
    expect(printedMeasure('onsite participants')).toEqual({ measure: 'participants', definition: 'onsite' });
    expect(printedMeasure('BPFs')).toEqual({ measure: 'BPFs' });
    expect(printedMeasure('constructor')).toEqual({ measure: 'constructor' });
  });
});
