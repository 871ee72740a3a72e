import type { SourceReference } from '#event-sourcing';
import { dateText, type FeedEntry, sentence } from '#read-models';
import { kindText } from '../../web/fact.js';
import type { AtomEntry } from './atom-xml.js';

const sourceText = ({ document, url, locator }: SourceReference): string => [document, url, locator].filter(Boolean).join(', ');

const sourcesText = (sources: readonly SourceReference[]): string =>
  sources.length === 0 ? 'No source is named.' : `Source: ${sources.map(sourceText).join('; ')}`;

type About = Readonly<{ workstreamId?: string; workstreamIds?: readonly string[] }>;

/** The workstreams whose fact it is, by the names that they had then. */
function aboutText({ fact, names }: FeedEntry): string | undefined {
  const { workstreamId, workstreamIds = workstreamId === undefined ? [] : [workstreamId] } = fact.data as About;
  const known = workstreamIds.map((id) => names[id]).filter(Boolean);
  return known.length === 0 ? undefined : `About: ${known.join('; ')}.`;
}

/** What a fact says, when it happened and when it was recorded, who says so and from where. */
function contentOf(entry: FeedEntry, said: string): string {
  const { effective, recordedAt, actor, onBehalfOf, via, sources, reason, note } = entry;
  const paragraphs = [
    said,
    aboutText(entry),
    `It happened: ${dateText(effective)} (${effective}).`,
    `Recorded: ${recordedAt} by ${actor}${onBehalfOf ? ` on behalf of ${onBehalfOf}` : ''}, via ${via}.`,
    sourcesText(sources),
    reason && `Reason: ${reason}`,
    note,
  ];
  return paragraphs.filter(Boolean).join('\n');
}

/** One fact as an entry: it has the id of the fact, in every feed and on every server. */
export function factEntry(entry: FeedEntry): AtomEntry {
  const { factId, recordedAt, actor, fact, names } = entry;
  const type = fact.type === 'Unknown' ? fact.data.type : fact.type;
  const said = sentence(entry, (id) => names[id] ?? '');
  return {
    id: `urn:uuid:${factId}`,
    title: said,
    updated: recordedAt,
    author: actor,
    category: { term: type, label: kindText(type) },
    links: [
      { rel: 'alternate', href: `/facts/${factId}`, type: 'text/html' },
      { rel: 'alternate', href: `/v1/facts/${factId}`, type: 'application/json' },
    ],
    content: contentOf(entry, said),
  };
}
