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
    ['85+ countries and 17 regions', { low: 85 }],
  ])('%s tells %j', (printed, told) => {
    expect(quantityOf(printed)).toEqual({ printed, ...told });
  });

  test.each(['several', 'not known', '', 'n/a', 'Draft 2'])("'%s' is kept and tells no number", (printed) => {
    expect(quantityOf(printed)).toEqual({ printed });
  });
});
