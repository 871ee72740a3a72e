import { beganBy, dateIn } from './printed-dates.js';

test.each([
  ['2016', '2016'],
  ['October 2010', '2010-10'],
  ['6 October 2017', '2017-10-06'],
  ['14-15 November 2016', '2016-11-14'],
  ['31 September 2018', undefined],
  ['6 Octobre 2017', undefined],
  ['6 October', undefined],
])('%j is the date %s', (printed, date) => {
  expect(dateIn(printed)).toBe(date);
});

describe('What came into being', () => {
  test.each([
    ['on the date that is given', '2017', [], '2017'],
    ['on that date, where others lie within it', '2017', ['[..2017-10]', '2018-03-29'], '2017'],
    ['by an earlier one', '2017', ['2016', '2020'], '[..2016]'],
    ['by the earliest, where none is given', undefined, ['[..2020-01]', '2017-12'], '[..2017-12]'],
    ['at a time that is not known', undefined, [], 'XXXX'],
    ['at a time that is not known, where the others are open', undefined, ['[2021..]'], 'XXXX'],
  ])('did so %s', (_, given, attested, date) => {
    expect(beganBy(given, attested)).toBe(date);
  });
});
