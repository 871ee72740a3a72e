import Builder from 'fast-xml-builder';

/** A link of a feed or an entry (RFC 4287, 4.2.7). */
export type AtomLink = Readonly<{ rel: string; href: string; type?: string }>;

/** An entry, with its dates in RFC 3339. The content is plain text. */
export type AtomEntry = Readonly<{
  id: string;
  title: string;
  updated: string;
  author: string;
  category: Readonly<{ term: string; label: string }>;
  links: readonly AtomLink[];
  content: string;
}>;

/** A feed document. One that is a page of an archive says so (RFC 5005, 4). */
export type AtomFeed = Readonly<{
  id: string;
  title: string;
  updated: string;
  isArchive: boolean;
  links: readonly AtomLink[];
  entries: readonly AtomEntry[];
}>;

const linkElement = ({ rel, href, type }: AtomLink): object => ({ '@rel': rel, '@href': href, ...(type && { '@type': type }) });

const entryElement = ({ id, title, updated, author, category, links, content }: AtomEntry): object => ({
  id,
  title,
  updated,
  // A fact comes into being when it is recorded, and never changes.
  published: updated,
  author: { name: author },
  category: { '@term': category.term, '@label': category.label },
  link: links.map(linkElement),
  content: { '@type': 'text', '#': content },
});

const builder = new Builder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  suppressEmptyNode: true,
  format: true,
});

/** What XML 1.0 cannot hold, written in any way (2.2). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A feed document as text: the same document gives the same bytes. Control characters and the like become U+FFFD. */
export function atomXml({ id, title, updated, isArchive, links, entries }: AtomFeed): string {
  const feed = {
    '@xmlns': 'http://www.w3.org/2005/Atom',
    '@xml:lang': 'en',
    ...(isArchive && { '@xmlns:fh': 'http://purl.org/syndication/history/1.0', 'fh:archive': '' }),
    id,
    title,
    updated,
    generator: 'IGF Intersessional Work Tracker',
    link: links.map(linkElement),
    entry: entries.map(entryElement),
  };
  const xml = builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, feed });
  return xml.replaceAll(FORBIDDEN, '\uFFFD');
}
