import { wordsOf } from '#event-sourcing/projections';

/** What the rank of something that was found depends on. */
export type Rankable = Readonly<{
  id: string;
  title: string;
  day: number;
  /** All that was looked for stands in its names, present or former. */
  isNamed: boolean;
}>;

type Rank = readonly [exact: number, titled: number, named: number, whole: number, share: number, day: number];

function rankOf({ title, day, isNamed }: Rankable, sought: readonly string[]): Rank {
  const words = wordsOf(title).map(({ word }) => word);
  const inTitle = sought.filter((each) => words.some((word) => word.startsWith(each)));
  const whole = inTitle.filter((each) => words.includes(each));
  const [length, all] = [whole, words].map((list) => list.reduce((sum, word) => sum + word.length, 0)) as [number, number];
  return [
    words.length === sought.length && whole.length === words.length ? 1 : 0,
    inTitle.length === sought.length ? 1 : 0,
    isNamed ? 1 : 0,
    whole.length,
    all === 0 ? 0 : length / all,
    day,
  ];
}

/**
 * The best first: those of which the title is just what was looked for, then those that have it in their title, in another
 * name, in other text; of these, those that have more of the words whole, then those of which the title says little else,
 * then the latest. Unlike bm25, this does not depend on what else is on record: a pinned answer keeps its order.
 */
export function ranked<T extends Rankable>(all: readonly T[], sought: readonly string[]): readonly T[] {
  const ranks = new Map(all.map((each) => [each, rankOf(each, sought)]));
  return all.toSorted((a, b) => {
    const [of, other] = [ranks.get(a)!, ranks.get(b)!];
    const index = of.findIndex((value, place) => value !== other[place]);
    return index === -1 ? a.id.localeCompare(b.id) : other[index]! - of[index]!;
  });
}
