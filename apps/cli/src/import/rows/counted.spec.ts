import { countsIn } from './counted.js';

test.each([
  ['80+', [{ count: '80+' }]],
  ['about 200', [{ count: 'about 200' }]],
  ['70+ or 80+', [{ count: '70+' }, { count: '80+' }]],
  ['40+ (Draft I)', [{ count: '40+', covers: 'Draft I' }]],
  [
    '40+ at Draft I; 120+ for I and II together',
    [
      { count: '40+', covers: 'Draft I' },
      { count: '120+', covers: 'I and II together', includesOtherCalls: true },
    ],
  ],
  ['14 (by 25 September 2018)', [{ count: '14', by: '2018-09-25' }]],
  ['28 submissions from 13 contributors', [{ count: '28', contributors: '13' }]],
  ['33 initiatives', [{ count: '33 initiatives' }]],
  ['several', [{ count: 'several' }]],
  [undefined, []],
])('the numbers in %j are kept as they are printed', (cell, counts) => {
  expect(countsIn(cell)).toEqual(counts);
});

test('a day that does not exist is refused', () => {
  expect(() => countsIn('14 (by 31 September 2018)')).toThrow("contributions: '31 September 2018' is not a date");
});
