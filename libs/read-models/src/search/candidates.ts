import { isNow, type Moment } from '#event-sourcing';
import { dayOfPlace, type Place, type SearchIndex, type Sought, type Tables } from '#event-sourcing/projections';
import type { SearchKind } from './found/found.js';
import { isFound, isNamed } from './matches.js';
import type { Rankable } from './rank.js';
import { foundIn } from './rows.js';

/** Something that was found, as far as its rank must be told. */
export type Candidate = Rankable & Readonly<{ kind: SearchKind; stream: string }>;

/** All that was found, as numbers; and those among which the best are. */
export type Candidates = Readonly<{
  byKind: ReadonlyMap<SearchKind, number>;
  best: readonly Candidate[];
  /** How many streams may hold more, and were not read. */
  unread: number;
}>;

/**
 * How many are ranked with care. Of words that thousands of things have, these are the latest of those that have them in their
 * names, then the latest of all.
 */
const MOST_RANKED = 200;

/**
 * How many streams are read as they stood at a past moment, when they have changed since: those that have the words in their
 * names now, then others. Most words are in fewer.
 */
const MOST_READ = 100;

/** The streams of which the rows were others then; those first that are read. */
function streamsBetween(index: SearchIndex, sought: Sought, moment: Moment): readonly string[] {
  const streams = index.inBetween(sought, moment);
  if (streams.length <= MOST_READ) return streams;
  const named = index.inBetween(sought, moment, 'names');
  return [...new Set([...named, ...streams])];
}

/** What was found in rows as they were then. */
function foundBetween(streams: readonly string[], { words, labels }: Sought, tables: Tables, moment: Moment): readonly Candidate[] {
  return streams.flatMap((stream) =>
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
  const places = index.places({ ...sought, kinds: undefined }, moment);
  const streams = isNow(moment) ? [] : streamsBetween(index, sought, moment);
  const between = foundBetween(streams.slice(0, MOST_READ), sought, tables, moment);
  const byKind = new Map(index.counted(places) as ReadonlyMap<SearchKind, number>);
  for (const { kind } of between) byKind.set(kind, byKind.get(kind)! + 1);
  const wanted = kinds === undefined ? places : places.filter(index.isOf(kinds));
  const ranked = placesRanked(index, wanted, sought, moment);
  const documents = index.documents([...ranked.keys()]).map(({ place, kind, ...rest }): Candidate => ({
    ...rest,
    kind: kind as SearchKind,
    day: dayOfPlace(place),
    isNamed: ranked.get(place)!,
  }));
  return {
    byKind,
    best: [...documents, ...between.filter(({ kind }) => kinds === undefined || kinds.includes(kind))],
    unread: Math.max(0, streams.length - MOST_READ),
  };
}
