import { wordsOf } from '#event-sourcing/projections';
import type { Found, SaidText } from './found/found.js';

/** A text in which something was found, or the part of it round what was found first. */
export type SearchMatch = Readonly<{
  /** What the text is: `name`, `former name`, `decision`, … */
  field: string;
  text: string;
  /** Where what was found stands in the text, counted in UTF-16 units; `to` is exclusive. */
  marks: readonly Readonly<{ from: number; to: number }>[];
  /** The facts that say it. */
  factIds: readonly string[];
}>;

const MOST_MATCHES = 4;
/** How much of a long text is shown, and how much of that before what was found. */
const LONGEST = 240;
const BEFORE = 60;

/** Whether a text has a word that begins with what is looked for. */
const has = (words: readonly string[], each: string): boolean => words.some((word) => word.startsWith(each));

const plainWords = (text: string): readonly string[] => wordsOf(text).map(({ word }) => word);

/** Whether something is found: all words stand in what is said of it, and it has one label at least of each list. */
export function isFound({ said, labels }: Found, sought: readonly string[], wanted: readonly (readonly string[])[]): boolean {
  const words = said.flatMap(({ text }) => plainWords(text));
  return sought.every((each) => has(words, each)) && wanted.every((list) => list.some((label) => labels.includes(label)));
}

/** Whether all words stand in the names of something. */
export function isNamed({ said }: Found, sought: readonly string[]): boolean {
  const words = said.filter((each) => each.isName).flatMap(({ text }) => plainWords(text));
  return sought.every((each) => has(words, each));
}

/**
 * The texts that show why something was found: names first, then those with more of the words; each word in one of them.
 * A former name is passed over where one in use says the same.
 */
export function matchedTexts({ said }: Found, sought: readonly string[]): readonly SaidText[] {
  const hits = said.map((each) => ({ each, words: sought.filter((word) => has(plainWords(each.text), word)) }));
  const best = hits
    .filter(({ words }) => words.length > 0)
    .toSorted(
      (a, b) =>
        b.words.length - a.words.length ||
        Number(b.each.isName) - Number(a.each.isName) ||
        Number(a.each.until !== null) - Number(b.each.until !== null),
    );
  const missing = new Set(sought);
  const shown = best.filter(({ words }) => words.filter((word) => missing.delete(word)).length > 0);
  return shown.slice(0, MOST_MATCHES).map(({ each }) => each);
}

/** A place at which to cut a text that parts no character in two. */
const cutAt = (text: string, index: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(index)) ? index - 1 : index);

/** A text with what was found in it marked. */
export function matchOf({ field, text }: SaidText, sought: readonly string[], factIds: readonly string[]): SearchMatch {
  const found = wordsOf(text).filter(({ word }) => sought.some((each) => word.startsWith(each)));
  const isLong = text.length > LONGEST;
  const start = isLong ? cutAt(text, Math.max(0, (found[0]?.from ?? 0) - BEFORE)) : 0;
  const end = isLong ? cutAt(text, start + LONGEST) : text.length;
  const marks = found.filter(({ from, to }) => from >= start && to <= end).map(({ from, to }) => ({ from: from - start, to: to - start }));
  return { field, text: text.slice(start, end), marks, factIds };
}
