import fc from 'fast-check';
import { indexed, soughtWords, wordsOf } from './words.js';

const plain = (text: string): string[] => wordsOf(text).map(({ word }) => word);

describe('The words of a text', () => {
  test.each([
    ['África e o Chair’s Summary', ['africa', 'e', 'o', 'chair', 's', 'summary']],
    ['L’Afrique de l’Ouest: IGF-2016', ['l', 'afrique', 'de', 'l', 'ouest', 'igf', '2016']],
    ['Форум по управлению Интернетом', ['форум', 'по', 'управлению', 'интернетом']],
    ['e\u0301cole, école', ['ecole', 'ecole']],
    ['🙂 … "*" NEAR(', ['near']],
    ['', []],
  ])('%s', (text, words) => {
    expect(plain(text)).toEqual(words);
  });

  test('stand where they are said to stand', () => {
    const text = 'São Paulo 🙂 2015';
    expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['São', 'Paulo', '2015']);
  });

  test('are the same in what goes into the index, of which all but ASCII is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plain(indexed(text))).toEqual(plain(text));
      }),
    );
  });
});

test('Words are looked for once, and not beside a longer one that begins with them', () => {
  expect(soughtWords('Secur Cyber security, CYBER')).toEqual(['cyber', 'security']);
});
