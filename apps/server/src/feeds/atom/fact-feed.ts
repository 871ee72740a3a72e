import { v5 as uuidv5 } from 'uuid';
import type { Moment } from '#event-sourcing';
import type { FactFeed } from '#read-models';
import { ATOM } from './media-type.js';
import { type AtomLink, atomXml } from './atom-xml.js';
import { factEntry } from './fact-entry.js';

/** What a feed is, beside its facts. */
export type FeedDescription = Readonly<{
  title: string;
  /** Its address, without what asks for a page or a moment. */
  path: string;
  /** The page that shows the same to people. */
  page: string;
}>;

/** The ids of feeds are made of their addresses in this namespace. With another one, all readers would take all feeds for new. */
const NAMESPACE = 'b1b3a1de-2a0b-4c4e-9d0f-6f0f6f3c7a52';

/** When a feed without facts was updated last: never. */
const NEVER = new Date(0).toISOString();

function address(path: string, { asOf, knownAt, upTo }: Moment, page: number | null = null): string {
  const asked = Object.entries({ asOf, knownAt, upTo, page: page ?? undefined }).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? path : `${path}?${query}`;
}

function linksOf({ path, page: html }: FeedDescription, { page, previous }: FactFeed, moment: Moment): readonly AtomLink[] {
  const to = (rel: string, number: number | null): AtomLink => ({ rel, href: address(path, moment, number), type: ATOM });
  return [
    to('self', page),
    { rel: 'alternate', href: html, type: 'text/html' },
    to('current', null),
    // Readers that know pages of feeds but no archives (RFC 5005, 3) find the older facts by `next`.
    ...(previous === null ? [] : [to('prev-archive', previous), to('next', previous)]),
  ];
}

/** A document of a feed of facts. Nothing in it depends on when or by whom it is asked for. */
export function factFeedXml(description: FeedDescription, feed: FactFeed, moment: Moment): string {
  return atomXml({
    id: `urn:uuid:${uuidv5(address(description.path, moment), NAMESPACE)}`,
    title: `${description.title} – IGF Intersessional Work Tracker`,
    updated: feed.updated ?? NEVER,
    isArchive: feed.page !== null,
    links: linksOf(description, feed, moment),
    entries: feed.entries.map(factEntry),
  });
}
