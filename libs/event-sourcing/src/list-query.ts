import { createHash } from 'node:crypto';
import { IsIn } from 'class-validator';
import { IsText, Optional } from './command.js';
import { InvalidInput } from './problems.js';
import { IsCount, Query } from './query.js';

/** How many entries a page holds when the question does not say, and at most. */
export const PAGE_OF_LIST = 100;
export const LONGEST_PAGE = 1000;

/** A list as one page for programs, or whole: as a table, or as one entry a line. */
export const LIST_FORMATS = ['json', 'csv', 'ndjson'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** A question that is answered with a list, page by page. */
export abstract class ListQuery extends Query {
  /** How many entries a page holds: 100 when left out. A file (`csv`, `ndjson`) holds all of them when it is left out. */
  @Optional() @IsCount(LONGEST_PAGE, 1) readonly limit?: number;
  /**
   * What the page before gave as `next`. All pages show the state of the first one, whatever is recorded meanwhile; the
   * other fields must be as they were, but for `limit`.
   */
  @Optional() @IsText(200) readonly cursor?: string;
  /** The list as `json`, as `csv` (RFC 4180) or as `ndjson`, one entry a line; as the header `Accept` has it when left out. */
  @Optional() @IsIn(LIST_FORMATS) readonly format?: ListFormat;
}

/** Where a page ended: in the list as it stands up to a position of the log, after how much of it. */
export type Place = Readonly<{ upTo: number; after: number }>;

type Paging = keyof Pick<ListQuery, 'limit' | 'cursor' | 'format' | 'upTo' | 'minPosition'>;

const PAGING: Readonly<Record<Paging, true>> = { limit: true, cursor: true, format: true, upTo: true, minPosition: true };

/** A digest of a place and of all that makes the list: a cursor means nothing elsewhere. */
function sealOf({ upTo, after }: Place, query: ListQuery): string {
  const filters = Object.entries(query).filter(([field, value]) => value !== undefined && !Object.hasOwn(PAGING, field));
  const sorted = filters.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const list = JSON.stringify([query.constructor.name, upTo, after, sorted]);
  return createHash('sha256').update(list).digest('base64url').slice(0, 12);
}

/** The text by which a place in the list of a question is found again. */
export const cursorTo = (place: Place, query: ListQuery): string =>
  Buffer.from(`${place.upTo}.${place.after}.${sealOf(place, query)}`).toString('base64url');

const refuse = (detail: string): never => {
  throw new InvalidInput([{ pointer: '/cursor', detail }]);
};

/**
 * The place that a question goes on from; none when it asks for the first page.
 * @throws InvalidInput when the cursor was given for another list, or has been changed
 */
export function placeOf(query: ListQuery): Place | undefined {
  const { cursor } = query;
  if (cursor === undefined) return undefined;
  const [, upTo, after] = /^(\d{1,15})\.(\d{1,15})\./.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  const place = { upTo: Number(upTo), after: Number(after) };
  if (upTo === undefined || cursorTo(place, query) !== cursor) refuse('is not one that was given as `next` for this list');
  if (query.upTo !== undefined && query.upTo !== place.upTo) refuse(`is of the list up to position ${place.upTo}, not ${query.upTo}`);
  return place;
}

/** The same question, of a state that stays: that of the page before, the one asked for, or that at a position of the log. */
export function pinned<Q extends ListQuery>(query: Q, position: bigint): Q & Readonly<{ upTo: number }> {
  const { upTo = query.upTo ?? Number(position) } = placeOf(query) ?? {};
  return Object.assign(Object.create(Object.getPrototypeOf(query) as object) as Q, query, { upTo });
}

/** A part of a list: how much there is of it in all, and the cursor to what follows; null after the last page. */
export type Page<T> = Readonly<{ total: number; shown: readonly T[]; next: string | null }>;

/**
 * The part of a list that a question asks for.
 * @param all the whole list, in order
 * @param position the position of the log that it shows, where the question is not pinned to one
 */
export function pageOf<T>(all: readonly T[], query: ListQuery, position: bigint): Page<T> {
  const { limit = PAGE_OF_LIST, upTo = Number(position) } = query;
  const { after: start } = placeOf(query) ?? { after: 0 };
  const end = start + limit;
  const next = end < all.length ? cursorTo({ upTo, after: end }, query) : null;
  return { total: all.length, shown: all.slice(start, end), next };
}
