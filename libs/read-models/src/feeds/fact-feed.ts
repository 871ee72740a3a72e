import { type Fact, isCorrection, NotFound, type PartialDate, type SourceReference } from '#event-sourcing';
import type { Condition, Tables } from '#event-sourcing/projections';
import { namesIn } from '../names.js';
import { type AnyFact, type Corrected, toldOf, type UnknownFact } from '../timeline/timeline.js';

/** How many facts a page of a feed's archive holds. A change of it would move the facts of all pages. */
export const FEED_PAGE = 50;

/** One fact as a feed tells it: as it was understood when it was recorded, so that it is told the same for ever. */
export type FeedEntry = Readonly<{
  fact: AnyFact | UnknownFact;
  /** For a correction, what it corrected. */
  corrected: Corrected | null;
  factId: string;
  position: string;
  effective: PartialDate;
  recordedAt: string;
  actor: string;
  onBehalfOf: string | null;
  via: string;
  sources: readonly SourceReference[];
  reason: string | null;
  note: string | null;
  /** What the things were called then that the fact names by their ids. */
  names: Readonly<Record<string, string>>;
}>;

/** One document of a feed: the latest facts, or a page of its archive. */
export type FactFeed = Readonly<{
  /** The page of the archive, counted from 1, the oldest; null for the document with the latest facts. */
  page: number | null;
  /** The page with the facts before these; null where there are none. */
  previous: number | null;
  /** When the last of these facts was recorded; null where there are none. */
  updated: string | null;
  /** The latest first. */
  entries: readonly FeedEntry[];
}>;

function feedEntry(fact: Fact, tables: Tables): FeedEntry {
  const { id, stream, position, metadata, effective, recordedAt } = fact;
  const upTo = Number(position);
  return {
    ...toldOf(fact, isCorrection(fact) ? tables.auditLog().ofStream(stream, upTo) : []),
    factId: id,
    position: String(position),
    effective,
    recordedAt: new Date(recordedAt).toISOString(),
    actor: metadata.actor,
    onBehalfOf: metadata.onBehalfOf ?? null,
    via: metadata.via,
    sources: metadata.sources ?? [],
    reason: metadata.reason ?? null,
    note: metadata.note ?? null,
    names: namesIn([fact.data], tables, { upTo }),
  };
}

/** Which part of its facts a document holds, counted from the oldest, and the page before it. */
type Part = Readonly<{ skip: number; take: number; previous: number | null }>;

const pageOrNull = (page: number): number | null => (page > 0 ? page : null);

/**
 * Facts go into the archive a page at a time, and only when there is as much again behind them: so the document with the
 * latest facts always tells of some, and together with the archive of each fact once.
 */
function partOf(page: number | undefined, total: number, size: number): Part {
  const archived = Math.max(0, Math.floor(total / size) - 1);
  if (page === undefined) return { skip: archived * size, take: 2 * size, previous: pageOrNull(archived) };
  if (page > archived) throw new NotFound(`The archive of this feed has ${archived} pages so far, and not yet a page ${page}.`);
  return { skip: (page - 1) * size, take: size, previous: pageOrNull(page - 1) };
}

/** A document of the feed of the facts that meet the conditions. */
export function factFeed(conditions: readonly Condition[], page: number | undefined, tables: Tables, size = FEED_PAGE): FactFeed {
  const log = tables.auditLog();
  const { skip, take, previous } = partOf(page, log.count(conditions), size);
  const facts = log.stretch(conditions, skip, take);
  const last = Math.max(...facts.map(({ recordedAt }) => recordedAt));
  return {
    page: page ?? null,
    previous,
    updated: facts.length === 0 ? null : new Date(last).toISOString(),
    entries: facts.map((fact) => feedEntry(fact, tables)).toReversed(),
  };
}
