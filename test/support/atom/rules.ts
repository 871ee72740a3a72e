import type { Element } from './element.js';

const ATOM = 'http://www.w3.org/2005/Atom';
const HISTORY = 'http://purl.org/syndication/history/1.0';

/** What RFC 4287 allows in a feed (4.1.1) and in an entry (4.1.2), and how often: exactly once, at most once, any number of times. */
const FEED = {
  once: ['id', 'title', 'updated'],
  atMostOnce: ['generator', 'icon', 'logo', 'rights', 'subtitle'],
  often: ['author', 'category', 'contributor', 'link', 'entry'],
};
const ENTRY = {
  once: ['id', 'title', 'updated'],
  atMostOnce: ['content', 'published', 'rights', 'source', 'summary'],
  often: ['author', 'category', 'contributor', 'link'],
};

/** `date-time` of RFC 3339, with the capitals that RFC 4287 asks for (3.3). */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.namespace === ATOM && child.name === name);

export const textOf = (element: Element, name: string): string => childrenOf(element, name)[0]?.text ?? '';

export const linkTo = (element: Element, rel: string): string | undefined =>
  childrenOf(element, 'link').find(({ attributes }) => (attributes.rel ?? 'alternate') === rel)?.attributes.href;

const when = (isWrong: boolean, fault: string): string[] => (isWrong ? [fault] : []);

function occurrences(element: Element, { once, atMostOnce, often }: typeof FEED): string[] {
  const count = (name: string): number => childrenOf(element, name).length;
  const known = new Set([...once, ...atMostOnce, ...often]);
  const strangers = element.children.filter(({ namespace, name }) => namespace === ATOM && !known.has(name));
  return [
    ...once.flatMap((name) => when(count(name) !== 1, `${element.name} has ${count(name)} ${name}`)),
    ...atMostOnce.flatMap((name) => when(count(name) > 1, `${element.name} has ${count(name)} ${name}`)),
    ...strangers.map(({ name }) => `${element.name} has an unknown ${name}`),
  ];
}

function dates(element: Element): string[] {
  const all = [...childrenOf(element, 'updated'), ...childrenOf(element, 'published')];
  return all.flatMap(({ text }) => when(!DATE.test(text) || Number.isNaN(Date.parse(text)), `'${text}' is no date`));
}

/** Ids are absolute IRIs (4.2.6), and compared sign by sign: no spaces around them. */
const ids = (element: Element): string[] =>
  childrenOf(element, 'id').flatMap(({ text }) => when(!/^[a-z][a-z\d+.-]*:\S+$/.test(text) || !URL.canParse(text), `'${text}' is no id`));

/** Text constructs (3.1): plain ones hold no elements. */
function texts(element: Element): string[] {
  const all = ['title', 'subtitle', 'summary', 'rights', 'content'].flatMap((name) => childrenOf(element, name));
  return all.flatMap(({ name, attributes: { type = 'text' }, children }) => [
    ...when(!['text', 'html', 'xhtml'].includes(type), `${name} is of the type '${type}'`),
    ...when(type === 'text' && children.length > 0, `${name} is plain and holds elements`),
  ]);
}

/** Person constructs (3.2). */
function people(element: Element): string[] {
  const all = [...childrenOf(element, 'author'), ...childrenOf(element, 'contributor')];
  return all.flatMap((person) => [
    ...when(childrenOf(person, 'name').length !== 1 || textOf(person, 'name').trim() === '', 'a person has no name'),
    ...when(childrenOf(person, 'email').length > 1 || childrenOf(person, 'uri').length > 1, 'a person has too much'),
  ]);
}

const hasRepeats = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** Links (4.2.7): with an address each, and no two alternates of the same type and language. */
function links(element: Element): string[] {
  const all = childrenOf(element, 'link');
  const alternates = all.filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate');
  const others = all.map(({ attributes }) => attributes.rel ?? '').filter((rel) => rel !== 'alternate' && rel !== '');
  return [
    ...all.flatMap(({ attributes: { href } }) => when(!href || !URL.canParse(href, 'http://localhost/'), `'${href}' is no address`)),
    ...all.flatMap(({ attributes: { type } }) =>
      when(type !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(type), `'${type}' is no media type`),
    ),
    ...when(hasRepeats(alternates.map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`)), 'two alternates are alike'),
    ...when(hasRepeats(others), 'two links have the same relation'),
  ];
}

const categories = (element: Element): string[] =>
  childrenOf(element, 'category').flatMap(({ attributes: { term } }) => when(!term, 'a category has no term'));

const common = (element: Element): string[] => [dates, ids, texts, people, links, categories].flatMap((check) => check(element));

function entryFaults(entry: Element): string[] {
  return [
    ...occurrences(entry, ENTRY),
    ...common(entry),
    ...when(
      childrenOf(entry, 'content').length === 0 && linkTo(entry, 'alternate') === undefined,
      'an entry has neither content nor alternate',
    ),
  ];
}

/** RFC 5005: an archive document says so, once and without content (4), and names the document with the latest entries. */
function historyFaults(feed: Element): string[] {
  const marks = feed.children.filter(({ namespace }) => namespace === HISTORY);
  return [
    ...when(marks.length > 1, 'the document is marked more than once'),
    ...marks.flatMap(({ name, text, children }) => when(name !== 'archive' || text !== '' || children.length > 0, `a mark is ${name}`)),
    ...when(marks.length === 1 && linkTo(feed, 'current') === undefined, 'an archive document does not name the current one'),
  ];
}

/** What breaks the rules of RFC 4287 and RFC 5005 in a document; nothing when it is a valid feed. */
export function feedFaults(feed: Element): readonly string[] {
  const entries = childrenOf(feed, 'entry');
  const authored = entries.every((entry) => childrenOf(entry, 'author').length > 0);
  return [
    ...when(feed.namespace !== ATOM || feed.name !== 'feed', `the document is a ${feed.name}`),
    ...occurrences(feed, FEED),
    ...common(feed),
    ...when(childrenOf(feed, 'author').length === 0 && !authored, 'an entry has no author'),
    ...when(hasRepeats(entries.map((entry) => textOf(entry, 'id'))), 'two entries have the same id'),
    ...when(linkTo(feed, 'self') === undefined, 'the feed does not name itself'),
    ...historyFaults(feed),
    ...entries.flatMap(entryFaults),
  ];
}

/** Whether a document is a page of an archive. */
export const isArchive = (feed: Element): boolean =>
  feed.children.some(({ namespace, name }) => namespace === HISTORY && name === 'archive');
