import fc from 'fast-check';
import { DAY, endOfLastDay, firstDay, isSingleDate, lastDay, period, periodOf } from './partial-date.js';

const at = (text: string): number => Date.parse(text);

describe('A partial date', () => {
  const periods: [string, string, string][] = [
    ['2016-08-31', '2016-08-31T00:00Z', '2016-09-01T00:00Z'],
    ['2016-02', '2016-02-01T00:00Z', '2016-03-01T00:00Z'],
    ['2016-12', '2016-12-01T00:00Z', '2017-01-01T00:00Z'],
    ['2016', '2016-01-01T00:00Z', '2017-01-01T00:00Z'],
    ['2016-02-29', '2016-02-29T00:00Z', '2016-03-01T00:00Z'],
    ['[2016-07-11..2016-11-14]', '2016-07-11T00:00Z', '2016-11-15T00:00Z'],
    ['[2016-07..2016]', '2016-07-01T00:00Z', '2017-01-01T00:00Z'],
    ['[2016-07-11..2016-07-11]', '2016-07-11T00:00Z', '2016-07-12T00:00Z'],
    ['[..2016-11-14]', '0001-01-01T00:00Z', '2016-11-15T00:00Z'],
    ['[2016-07..]', '2016-07-01T00:00Z', '+010000-01-01T00:00Z'],
    ['XXXX', '0001-01-01T00:00Z', '+010000-01-01T00:00Z'],
    ['0099-03-01', '0099-03-01T00:00Z', '0099-03-02T00:00Z'],
  ];
  test.each(periods)('%s lies from %s up to %s', (text, first, end) => {
    expect(period(text)).toEqual({ first: at(first), end: at(end) });
  });

  test.each([
    ['2016-08-31T12:00Z', '2016-08-31T12:00Z'],
    ['2016-08-31T12:00:01.5Z', '2016-08-31T12:00:01.500Z'],
    ['2016-08-31T01:30+05:30', '2016-08-30T20:00Z'],
  ])('%s is the instant %s', (text, instant) => {
    expect(period(text)).toEqual({ first: at(instant), end: at(instant) + 1 });
  });

  test.each([
    '',
    '16',
    '2016-13',
    '2016-00',
    '2016-8-31',
    '2016-02-30',
    '2015-02-29',
    '2016-08-31T24:00Z',
    '2016-08-31T12:00',
    '2016-08-31 12:00Z',
    '2016-02-30T12:00Z',
    '2016-08-31T12:60Z',
    '2016-08-31T12:00+15:00',
    '0000',
    '0000-01-01',
    '31/08/2016',
    '2016-08-31Z',
    '2016~',
    '[2016]',
    '[..]',
    '[2016-09..2016-08]',
    '[2016-13..]',
    '[2016-01-01T00:00Z..2017]',
    '2016/2017',
    'XXX',
    'xxxx',
    ' 2016',
    '2016 ',
    '２０１６',
  ])("'%s' is none", (text) => {
    expect(periodOf(text)).toBeUndefined();
    expect(() => period(text)).toThrow(/is not a date/);
  });

  test('can be planned or asked about when it is single', () => {
    expect(['2016-08-31T12:00Z', '2016-08-31', '2016-08', '2016'].every(isSingleDate)).toBe(true);
    expect(['[2016-07..]', 'XXXX', 'soon', ''].some(isSingleDate)).toBe(false);
  });

  test('knows the first and the last of its days', () => {
    expect(firstDay(period('1970-01-02'))).toBe(1);
    expect(lastDay(period('1970-01'))).toBe(30);
    expect(lastDay(period('1970-01-02T23:59:59.999Z'))).toBe(1);
    expect(endOfLastDay(period('1970-01-02T00:00Z'))).toBe(2 * DAY);
  });

  test('of lesser precision holds all of greater precision', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const instant = date.toISOString();
        const widening = [
          instant,
          instant.slice(0, 10),
          instant.slice(0, 7),
          instant.slice(0, 4),
          `[..${instant.slice(0, 4)}]`,
          'XXXX',
        ].map(period);
        for (const [index, wider] of widening.slice(1).entries()) {
          expect(wider.first).toBeLessThanOrEqual(widening[index]!.first);
          expect(wider.end).toBeGreaterThanOrEqual(widening[index]!.end);
        }
      }),
    );
  });
});
