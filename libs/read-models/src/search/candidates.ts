import { isNow, type Moment } from '#event-sourcing';
import { dayOfPlace, type Place, type SearchIndex, type Sought, type Tables } from '#event-sourcing/projections';
import type { SearchKind } from './found/found.js';
import { isFound, isNamed } from './matches.js';
import type { Rankable } from './rank.js';
import { foundIn } from './rows.js';

/** Something that was found, as far as its rank must be told. */
export type Candidate = Rankable & Readonly<{ kind: SearchKind; stream: string }>;

/** All that was found, as numbers; and those among which the best are. */
export type Candidates = Readonly<{ byKind: ReadonlyMap<SearchKind, number>; best: readonly Candidate[] }>;

/**
 * How many are ranked with care. Of words that thousands of things have, these are the latest of those that have them in their
 * names, then the latest of all.
 */
const MOST_RANKED = 400;

function counted(kinds: Iterable<string>): Map<SearchKind, number> {
  const byKind = new Map<SearchKind, number>();
  for (const kind of kinds as Iterable<SearchKind>) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  return byKind;
}

/** What was found in the rows of then that are not those of now. */
function foundBetween(index: SearchIndex, sought: Sought, tables: Tables, moment: Moment): readonly Candidate[] {
  const { words, labels } = sought;
  return index.inBetween(sought, moment).flatMap((stream) =>
    foundIn(stream, tables, moment)
      .filter((found) => isFound(found, words, labels))
      .map((found) => ({ ...found, stream, isNamed: isNamed(found, words) })),
  );
}

/** The places that are ranked: those of names, then the latest of all, down to the whole day of the last one. */
function placesRanked(index: SearchIndex, places: readonly Place[], sought: Sought, moment: Moment): ReadonlyMap<Place, boolean> {
  const named = index.latestNamed(sought, moment, MOST_RANKED);
  const ranked = new Map(named.map((place) => [place, true]));
  const latestFirst = places.toReversed();
  const last = latestFirst[MOST_RANKED - named.length - 1];
  if (last === undefined && named.length >= MOST_RANKED) return ranked;
  for (const place of latestFirst) {
    if (last !== undefined && dayOfPlace(place) < dayOfPlace(last)) break;
    if (!ranked.has(place)) ranked.set(place, false);
  }
  return ranked;
}

/** What has all that is sought, as of a moment. */
export function candidates(sought: Sought, tables: Tables, moment: Moment): Candidates {
  const index = tables.search();
  const { kinds } = sought;
  const isWanted = (kind: string): boolean => kinds === undefined || kinds.includes(kind);
  const places = index.places({ ...sought, kinds: undefined }, moment);
  const between = isNow(moment) ? [] : foundBetween(index, sought, tables, moment);
  const byKind = counted([...places.map((place) => index.kindOf(place)), ...between.map(({ kind }) => kind)]);
  const wanted = kinds === undefined ? places : places.filter((place) => isWanted(index.kindOf(place)));
  const ranked = placesRanked(index, wanted, sought, moment);
  const documents = index.documents([...ranked.keys()]).map(({ place, kind, ...rest }): Candidate => ({
    ...rest,
    kind: kind as SearchKind,
    day: dayOfPlace(place),
    isNamed: ranked.get(place)!,
  }));
  return { byKind, best: [...documents, ...between.filter(({ kind }) => isWanted(kind))] };
}
