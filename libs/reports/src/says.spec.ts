import { countOf, factIdsOf, howMany, naming, numberAs, plainText, row, says, series, statement } from './says.js';

const two = countOf(['fact-1', 'fact-2'], 'Forums.');

describe('What a report says', () => {
  test('keeps its numbers apart from its words', () => {
    expect(says`There were ${two} forums${''}, ${'all'} open.`).toEqual(['There were ', two, ' forums, all open.']);
    expect(plainText(says`${two} and ${series([two, 'x', says`${two}`])}`)).toBe('2 and 2, x and 2');
  });

  test('puts none, one and several in words, and none rests on a rule as well', () => {
    const many = (factIds: readonly string[]) => howMany(countOf(factIds, 'Forums.'), 'forum');
    expect([[], ['a'], ['a', 'b']].map((ids) => plainText(many(ids)))).toEqual(['no forum', '1 forum', '2 forums']);
    expect(many([])[0]).toMatchObject({ printed: 'no', rule: 'Forums.' });
    expect(plainText(howMany(numberAs('40+', 'Stated.', { factIds: ['a'] }), 'entry', 'entries'))).toBe('40+ entries');
  });

  test('names what was counted, and nothing where nothing was', () => {
    expect([naming([]), naming(['Gender and Access', 'IXPs'])]).toEqual(['', ': Gender and Access; IXPs']);
  });

  test('rests on the facts of its numbers, on those that they leave out, and on its own', () => {
    const number = numberAs('1', 'Counted.', { factIds: ['a'], excluded: [{ factId: 'b', why: 'withdrawn' }] });
    expect(factIdsOf(statement('x', ['There was ', number], ['c', 'a']))).toEqual(['c', 'a', 'b']);
    expect(factIdsOf(row('x', ['name', number, says`${number} more`]))).toEqual(['a', 'b']);
  });
});
