import { IsIn } from 'class-validator';
import {
  DAY,
  type Fact,
  IsId,
  IsSingleDate,
  ListQuery,
  NotFound,
  Optional,
  pageOf,
  type PartialDate,
  period,
  retractedIds,
  type SourceReference,
} from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { IsListOf } from '../asked.js';
import { groupBy } from '../group-by.js';
import { FACT_KINDS, type FactKind, kindOfFact } from '../kinds-of-facts.js';
import { namesIn } from '../names.js';
import { sentence } from '../sentences/index.js';
import { type Placed, readPlaces, storyOf } from './story.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { ANY_FACT_TYPES, type AnyFact, type Corrected, recordedAfterDays, toldOf, type UnknownFact } from './timeline.js';

/** Which date of its facts a timeline goes by: that on which they happened, or that on which they were recorded. */
export const AXES = ['effective', 'recorded'] as const;
export type Axis = (typeof AXES)[number];

/** What happened in a workstream, in order, as of a moment. */
export class GetTimeline extends ListQuery {
  @IsId() readonly workstreamId!: string;
  /** Only facts of these types, set apart by commas. */
  @Optional() @IsListOf(ANY_FACT_TYPES) readonly type?: readonly AnyFact['type'][];
  /** Only facts about these kinds of thing, set apart by commas. */
  @Optional() @IsListOf(FACT_KINDS) readonly kind?: readonly FactKind[];
  /** By when it happened, unless told otherwise. */
  @Optional() @IsIn(AXES) readonly axis?: Axis;
  /** Only what may have happened, or was recorded, on this date or later. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only what may have happened, or was recorded, on this date or earlier. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
}

/** One fact on the timeline, corrections applied. */
export type TimelineEntry = Readonly<{
  /** What happened, in English. */
  sentence: string;
  /** What it is about; null for a fact of a type that this version does not know. */
  kind: FactKind | null;
  fact: AnyFact | UnknownFact;
  /** For a correction, what it corrected. */
  corrected: Corrected | null;
  factId: string;
  position: string;
  /** When it happened, as exactly as that is known. */
  effective: PartialDate;
  recordedAt: string;
  /** Whole days between the last day on which it may have happened and its recording. */
  recordedAfterDays: number;
  actor: string;
  via: string;
  onBehalfOf: string | null;
  sources: readonly SourceReference[];
  reason: string | null;
  note: string | null;
  /** Amendments that this entry already shows the effect of. */
  amendedBy: readonly string[];
  /** A correction that has been retracted since. */
  retracted: boolean;
}>;

export type Timeline = Readonly<{
  workstream: NamedWorkstream;
  /** Of all entries that were asked for. */
  total: number;
  /** The cursor to those that follow. */
  next: string | null;
  entries: readonly TimelineEntry[];
  /** What the things are called that entries name by their ids, as of the moment. */
  names: Readonly<Record<string, string>>;
}>;

/** What an entry is made with, beside the fact. */
type Around = Readonly<{ corrected: ReadonlyMap<string, readonly Fact[]>; retracted: ReadonlySet<string>; names: Timeline['names'] }>;

function timelineEntry(fact: Fact, { corrected: recorded, retracted, names }: Around): TimelineEntry {
  const { metadata, effective, recordedAt } = fact;
  const told = toldOf(fact, recorded.get(fact.stream) ?? []);
  return {
    ...told,
    sentence: sentence(told, (id) => names[id] ?? ''),
    kind: kindOfFact(fact.type),
    factId: fact.id,
    position: String(fact.position),
    effective,
    recordedAt: new Date(recordedAt).toISOString(),
    recordedAfterDays: recordedAfterDays(fact),
    actor: metadata.actor,
    via: metadata.via,
    onBehalfOf: metadata.onBehalfOf ?? null,
    sources: metadata.sources ?? [],
    reason: metadata.reason ?? null,
    note: metadata.note ?? null,
    amendedBy: fact.amendedBy ?? [],
    retracted: retracted.has(fact.id),
  };
}

function wanted({ type, kind, from, to, axis }: GetTimeline): (place: Placed) => boolean {
  const { first } = from === undefined ? { first: -Infinity } : period(from);
  const { end } = to === undefined ? { end: Infinity } : period(to);
  const types = new Set<string>(type);
  const kinds = new Set<FactKind | null>(kind ?? [...FACT_KINDS, null]);
  const mayLieWithin = ({ firstDay, lastDay, recordedAt }: Placed): boolean =>
    axis === 'recorded' ? recordedAt >= first && recordedAt < end : (lastDay + 1) * DAY > first && firstDay * DAY < end;
  return (place) => mayLieWithin(place) && (type === undefined || types.has(place.type)) && kinds.has(kindOfFact(place.type));
}

const byPosition = (a: Placed, b: Placed): number => (a.position < b.position ? -1 : 1);

export const getTimeline: Answering<GetTimeline, Timeline> = (query, tables) => {
  const { workstreamId, axis = 'effective' } = query;
  const { places, corrected, isOnRecord } = storyOf(workstreamId, query, tables);
  if (!isOnRecord) throw new NotFound(`No workstream has the id ${workstreamId}.`);
  const all = places.filter(wanted(query));
  const inOrder = axis === 'recorded' ? all.toSorted(byPosition) : all;
  const { total, next, shown } = pageOf(inOrder, query, tables.position());
  const facts = readPlaces(shown, tables.auditLog());
  const names = namesIn(
    facts.map(({ data }) => data),
    tables,
    query,
  );
  const retracted = retractedIds(corrected);
  const ofStream = groupBy(corrected, ({ stream }) => stream);
  const entries = facts.map((fact) => timelineEntry(fact, { corrected: ofStream, retracted, names }));
  return { body: { workstream: named(tables, workstreamId, query), total, next, entries, names } };
};
