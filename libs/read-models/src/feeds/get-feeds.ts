import { IsIn } from 'class-validator';
import { IsCount, IsId, NotFound, Optional, Query } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { type FactFeed, factFeed } from './fact-feed.js';
import { FEEDS, within } from './feed-of.js';

/** A feed of facts, the latest first. With a date it holds only what was true, or known, by then. */
abstract class FeedQuery extends Query {
  /** A page of the archive, counted from 1, the oldest. It never changes. The latest facts when left out. */
  @Optional() @IsCount(Number.MAX_SAFE_INTEGER, 1) readonly page?: number;
}

/** The feed of all facts, as they are recorded. */
export class GetFeed extends FeedQuery {}

/** The feed of corrections: what is found to have been recorded wrongly. */
export class GetCorrectionsFeed extends FeedQuery {}

/** The feed of the facts about workstreams of one kind. */
export class GetKindFeed extends FeedQuery {
  @IsIn(WORKSTREAM_KINDS) readonly kind!: WorkstreamKind;
}

/** The feed of the facts about one workstream, those of its calls, meetings and papers among them. */
export class GetWorkstreamFeed extends FeedQuery {
  @IsId() readonly workstreamId!: string;
}

/** A document of a workstream's feed, with what the workstream was called when the last fact of the document was recorded. */
export type WorkstreamFeed = FactFeed & Readonly<{ workstream: NamedWorkstream }>;

export const getFeed: Answering<GetFeed, FactFeed> = (query, tables) => ({
  body: factFeed([FEEDS.all(), ...within(query)], query.page, tables),
});

export const getCorrectionsFeed: Answering<GetCorrectionsFeed, FactFeed> = (query, tables) => ({
  body: factFeed([FEEDS.corrections(), ...within(query)], query.page, tables),
});

export const getKindFeed: Answering<GetKindFeed, FactFeed> = (query, tables) => ({
  body: factFeed([FEEDS.ofKind(query.kind), ...within(query)], query.page, tables),
});

export const getWorkstreamFeed: Answering<GetWorkstreamFeed, WorkstreamFeed> = ({ workstreamId, page, ...moment }, tables) => {
  const feed = factFeed([FEEDS.ofWorkstream(workstreamId), ...within(moment)], page, tables);
  const [last] = feed.entries;
  if (!last) throw new NotFound(`No workstream has the id ${workstreamId}.`);
  return { body: { ...feed, workstream: named(tables, workstreamId, { upTo: Number(last.position) }) } };
};
