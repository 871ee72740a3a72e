import { quantityOf } from './quantity.js';

describe('A printed number', () => {
  test.each([
    ['14', { low: 14, high: 14 }],
    ['1,280', { low: 1280, high: 1280 }],
    ['2000+', { low: 2000 }],
    ['120+', { low: 120 }],
    ['over 70', { low: 70 }],
    ['more than 80', { low: 80 }],
    ['at least 3', { low: 3 }],
    ['up to 5', { high: 5 }],
    ['about 200', { low: 200, high: 200, about: true }],
    ['close to 2000', { low: 2000, high: 2000, about: true }],
    ['almost 100', { low: 100, high: 100, about: true }],
    ['approximately 200', { low: 200, high: 200, about: true }],
    ['50-60', { low: 50, high: 60 }],
    ['between 50 and 60', { low: 50, high: 60 }],
    ['33 initiatives', { low: 33, high: 33 }],
    ['~200', { low: 200, high: 200, about: true }],
    ['roughly 2,000 people', { low: 2000, high: 2000, about: true }],
    ['2000+ delegates', { low: 2000 }],
    ['229 (205 without day 0)', { low: 229, high: 229 }],
    ['50%', { low: 50, high: 50 }],
  ])('%s tells %j', (printed, told) => {
    expect(quantityOf(printed)).toEqual({ printed, ...told });
  });

  test.each([
    'several',
    'not known',
    '',
    'n/a',
    'Draft 2',
    'nearly doubled',
    '85+ countries and 17 regions',
    '28 from 13 contributors',
    '2017-12',
  ])("'%s' is kept and tells no single number", (printed) => {
    expect(quantityOf(printed)).toEqual({ printed });
  });
});
