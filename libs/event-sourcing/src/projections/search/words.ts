/** A word of a text, as it is compared, and where it stands in the text. */
export type Word = Readonly<{ word: string; from: number; to: number }>;

/** Letters and digits of every script, with the marks that are written on them. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Accents and other marks that many people leave out when they type. */
const MARKS = /\p{Mn}/gu;
const IS_ASCII = /^[\0-\x7f]*$/;

const folded = (word: string): string => {
  const lower = word.toLowerCase();
  return IS_ASCII.test(lower) ? lower : lower.normalize('NFD').replaceAll(MARKS, '');
};

/**
 * The words of a text without case and accents. What the index holds, what is asked and what is marked in an answer all go
 * through here, so that they never differ about what a word is.
 */
export const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ word: folded(word), from: index, to: index + word.length }))
    .filter(({ word }) => word !== '');

/** A text as the index takes it, which takes apart plain ASCII by itself, in the same way. */
export const indexed = (text: string): string =>
  IS_ASCII.test(text)
    ? text
    : wordsOf(text)
        .map(({ word }) => word)
        .join(' ');

/** The words that are looked for, each once. One that begins another is found with it. */
export function soughtWords(text: string): readonly string[] {
  const words = [...new Set(wordsOf(text).map(({ word }) => word))];
  return words.filter((word) => !words.some((other) => other !== word && other.startsWith(word)));
}
