import { type Element, parsedXml } from './element.js';
import { childrenOf, linkTo, textOf } from './rules.js';

/** A document of a feed, as it was served. */
export type FeedDocument = Readonly<{ address: string; text: string; feed: Element }>;

/** All documents of a feed, from the one with the latest entries back to the oldest page of its archive. */
export async function walk(address: string, get: (address: string) => string | Promise<string>): Promise<readonly FeedDocument[]> {
  const documents: FeedDocument[] = [];
  for (let next: string | undefined = address; next !== undefined;) {
    const text = await get(next);
    const feed = parsedXml(text);
    documents.push({ address: next, text, feed });
    next = linkTo(feed, 'prev-archive');
  }
  return documents;
}

/** The ids of the facts that these documents tell of, in the order in which they do. */
export const factIdsIn = (documents: readonly FeedDocument[]): readonly string[] =>
  documents.flatMap(({ feed }) => childrenOf(feed, 'entry').map((entry) => textOf(entry, 'id').replace('urn:uuid:', '')));
