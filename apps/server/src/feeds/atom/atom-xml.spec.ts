import { parsedXml } from '#test/atom/element';
import { childrenOf, feedFaults, textOf } from '#test/atom/rules';
import { type AtomEntry, type AtomFeed, atomXml } from './atom-xml.js';

const entry: AtomEntry = {
  id: 'urn:uuid:11db552d-028e-5fa6-a349-fa1f91603ba8',
  title: 'A call opened.',
  updated: '2016-07-11T12:00:00.000Z',
  author: 'Secretariat',
  category: { term: 'CallOpened', label: 'Call opened' },
  links: [{ rel: 'alternate', href: '/facts/1', type: 'text/html' }],
  content: 'A call opened.',
};
const feed: AtomFeed = {
  id: 'urn:uuid:920a5ef3-66ed-55d1-b47f-5b9d86dbe140',
  title: 'All facts',
  updated: '2016-07-11T12:00:00.000Z',
  isArchive: false,
  links: [{ rel: 'self', href: '/feed?a=1&b="2"' }],
  entries: [entry],
};

const titleIn = (title: string): string => {
  const parsed = parsedXml(atomXml({ ...feed, entries: [{ ...entry, title }] }));
  expect(feedFaults(parsed)).toEqual([]);
  return textOf(childrenOf(parsed, 'entry')[0]!, 'title');
};

describe('Text in a feed', () => {
  test.each(['<b>&amp; "quoted" \'so\'</b> ]]>', 'Größe, 互联网, 🌐', 'two\nlines', '&#0;', 'true', '1e3'])(
    'comes out of %j as it went in',
    (text) => expect(titleIn(text)).toBe(text),
  );

  test('that XML cannot hold is replaced, so that the rest of the feed can be read', () => {
    expect(titleIn('a\u0000b\u0008c\uFFFEd\uD800e')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe');
  });
});

describe('The rules by which feeds are tested refuse', () => {
  const broken: readonly (readonly [string, AtomFeed])[] = [
    ['a date that is none', { ...feed, updated: '2016-07-11' }],
    ['an id that is no address', { ...feed, id: '7' }],
    ['an author without a name', { ...feed, entries: [{ ...entry, author: ' ' }] }],
    ['two entries with one id', { ...feed, entries: [entry, entry] }],
    ['two links of one relation', { ...feed, links: [...feed.links, ...feed.links] }],
    ['a feed that does not name itself', { ...feed, links: [] }],
    ['an archive that does not name the current document', { ...feed, isArchive: true }],
  ];
  test.each(broken)('%s', (_, wrong) => expect(feedFaults(parsedXml(atomXml(wrong)))).not.toEqual([]));

  test('what is not well-formed', () => {
    expect(() => parsedXml(atomXml(feed).replace('</feed>', ''))).toThrow('unclosed tag');
  });
});
