import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvOf, headerOf } from './csv.js';

const read = (csv: string): string[][] => parse(csv);

/** As the manifest's reader takes away what disarms a cell. */
const armed = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '');

describe('A table as CSV', () => {
  test('comes back as it went in, whatever the cells hold', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^'{0,2}[=+\-@,"\r\n]{0,3}a?$/));
    const line = fc.record({ a: text, b: text });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const cells = read(headerOf(['a', 'b']) + csvOf(['a', 'b'], lines));
        expect(cells.map((row) => row.map(armed))).toEqual([['a', 'b'], ...lines.map(({ a, b }) => [a, b])]);
      }),
    );
  });

  test('has no cell that a spreadsheet takes for a formula', () => {
    const cells = ['=1+1', '+1', '-1', '@sum(a1)', '\tx', '\rx', '＝1'];
    const [row] = read(csvOf(['0', '1', '2', '3', '4', '5', '6'], [Object.fromEntries(cells.entries())]));
    expect(row).toEqual(cells.map((cell) => `'${cell}`));
  });

  test('leaves numbers as they are, and keeps what is not known apart from zero', () => {
    expect(csvOf(['slip', 'count', 'page'], [{ slip: -3, count: 0, page: null }])).toBe('-3,0,\r\n');
  });

  test('writes a list with spaces between', () => expect(csvOf(['ids'], [{ ids: ['a', 'b'] }])).toBe('a b\r\n'));
});
