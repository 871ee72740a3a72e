import { IsCount, IsId, IsText, type Moment, Optional, type PartialDate, Query } from '#event-sourcing';
import { type Answering, soughtWords, type Tables } from '#event-sourcing/projections';
import { heldAt, type Workstream } from '#workstreams';
import { askedInstant, IsListOf } from '../asked.js';
import { named, type NamedWorkstream, workstreams } from '../workstream-directory/workstream-directory.js';
import { type Candidate, candidates, type Candidates } from './candidates.js';
import { type Found, SEARCH_KINDS, type SaidText, type SearchKind } from './found/found.js';
import { factsSaying } from './facts-saying.js';
import { matchedTexts, matchOf, type SearchMatch } from './matches.js';
import { ranked } from './rank.js';
import { foundIn } from './rows.js';

/** What has all the words that are looked for, in its names and in what else is said of it, as of a moment. */
export class Search extends Query {
  /** Words, or beginnings of words, in any order; case, accents and punctuation do not matter. */
  @IsText(500) readonly q!: string;
  /** Only what is of these kinds, set apart by commas. */
  @Optional() @IsListOf(SEARCH_KINDS) readonly kind?: readonly SearchKind[];
  /** Only this workstream, what is its own, and the people who held a role in it then. */
  @Optional() @IsId() readonly workstreamId?: string;
  /** Only the workstreams of the cycle of this annual meeting, and what is theirs or its own. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  @Optional() @IsCount(100, 1) readonly limit?: number;
}

/** A name that something had, by which it was found. */
export type FormerName = Readonly<{ name: string; since: PartialDate | null; until: PartialDate; factIds: readonly string[] }>;

/** Something that was found. */
export type SearchHit = Readonly<{
  kind: SearchKind;
  /** By itself, or within what its address leads to. */
  id: string;
  /** What it was called at the moment that was asked for. */
  title: string;
  /** To which it belongs; of a person, those in which they held a role then. */
  workstreams: readonly NamedWorkstream[];
  /** Where the words were found. */
  matches: readonly SearchMatch[];
  /** It was found by what it was called before; null where what it was called then, or other text, says the same. */
  formerName: FormerName | null;
  /** The facts that say what was found. */
  factIds: readonly string[];
  /** Where it is told in full. */
  address: string;
}>;

/** How many of one kind were found, whatever kinds were asked for, and where they are listed. */
export type HitsOfKind = Readonly<{ kind: SearchKind; hits: number; address: string }>;

/** The best first; `total` counts also those beyond the limit. */
export type SearchResult = Readonly<{
  total: number;
  /**
   * Of a past moment: how many streams that have changed since, and may have told of more then, were not read. The total is
   * exact where this is 0, else there may be more.
   */
  unread: number;
  kinds: readonly HitsOfKind[];
  hits: readonly SearchHit[];
}>;

/** A workstream's id with those of the people who held a role in it at the moment. */
const withPeople = (row: Workstream | undefined, moment: Moment): readonly string[] =>
  row === undefined || row.kind === 'none'
    ? []
    : [row.workstreamId, ...heldAt(row.roles, askedInstant(moment)).map(({ personId }) => personId)];

/** Lists of ids and years; what is found has one of each list. */
function labelsOf({ workstreamId, cycle, ...moment }: Search, tables: Tables): readonly (readonly string[])[] {
  const view = workstreams(tables);
  const ofOne = workstreamId === undefined ? [] : [[workstreamId, ...withPeople(view.row(workstreamId, moment), moment)]];
  const ofCycle = cycle === undefined ? [] : [[String(cycle), ...view.rows({ cycle }, moment).flatMap((row) => withPeople(row, moment))]];
  return [...ofOne, ...ofCycle];
}

const belongsTo = ({ kind, id, workstreamIds }: Found, tables: Tables, moment: Moment): readonly NamedWorkstream[] => {
  if (kind !== 'person') return workstreamIds.map((each) => named(tables, each, moment));
  const rows = workstreams(tables).about(id, moment);
  const held = rows.filter((row) => heldAt(row.roles, askedInstant(moment)).some(({ personId }) => personId === id));
  return held.flatMap((row) => (row.kind === 'none' ? [] : [named(tables, row.workstreamId, moment)]));
};

function formerName(matched: readonly SaidText[]): FormerName | null {
  const former = matched.find(({ isName, until }) => isName && until !== null);
  return former ? { name: former.text, since: former.since, until: former.until!, factIds: former.factIds } : null;
}

type Asked = Readonly<{ words: readonly string[]; tables: Tables; moment: Moment }>;

function hitOf({ stream, kind, id }: Candidate, { words, tables, moment }: Asked): readonly SearchHit[] {
  const found = foundIn(stream, tables, moment).find((each) => each.kind === kind && each.id === id);
  if (!found) return [];
  const matched = matchedTexts(found, words);
  const matches = matched.map((said) =>
    matchOf(said, words, said.factIds.length > 0 ? said.factIds : factsSaying(said.text, stream, tables, moment)),
  );
  return [
    {
      kind: found.kind,
      id,
      title: found.title,
      workstreams: belongsTo(found, tables, moment),
      matches,
      formerName: formerName(matched),
      factIds: [...new Set(matches.flatMap(({ factIds }) => factIds))],
      address: found.address,
    },
  ];
}

/** The same question for one kind alone. */
function addressOf(query: Search, kind: SearchKind): string {
  const { minPosition: _, ...asked } = query;
  const fields: Readonly<Record<string, unknown>> = { ...asked, kind };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return `/v1/search?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}

const NOTHING: Candidates = { byKind: new Map(), best: [], unread: 0 };

export const search: Answering<Search, SearchResult> = (query, tables) => {
  const { q, kind, limit = 20, asOf, knownAt, upTo } = query;
  const moment = { asOf, knownAt, upTo };
  const words = soughtWords(q);
  const sought = { words, labels: labelsOf(query, tables), kinds: kind };
  const { byKind, best, unread } = words.length === 0 ? NOTHING : candidates(sought, tables, moment);
  const kinds = SEARCH_KINDS.flatMap((each): readonly HitsOfKind[] =>
    (byKind.get(each) ?? 0) > 0 ? [{ kind: each, hits: byKind.get(each)!, address: addressOf(query, each) }] : [],
  );
  const wanted = kinds.filter((each) => kind === undefined || kind.includes(each.kind));
  const hits = ranked(best, words)
    .slice(0, limit)
    .flatMap((each) => hitOf(each, { words, tables, moment }));
  return { body: { total: wanted.reduce((sum, each) => sum + each.hits, 0), unread, kinds, hits } };
};
