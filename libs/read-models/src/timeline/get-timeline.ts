import { ArrayMaxSize, IsArray, IsIn } from 'class-validator';
import { Transform } from 'class-transformer';
import {
  byTime,
  DAY,
  type Fact,
  history,
  IsCount,
  IsId,
  IsSingleDate,
  isCorrection,
  isKnown,
  NotFound,
  Optional,
  type PartialDate,
  period,
  Query,
  retractedIds,
  type SourceReference,
  standing,
} from '#event-sourcing';
import type { Answering, ReadModels, Tables } from '#event-sourcing/projections';
import { namesIn } from '../names.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { ANY_FACT_TYPES, type AnyFact, type Corrected, corrected, said, type UnknownFact } from './timeline.js';

const listed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

/** What happened in a workstream, in order, as of a moment. */
export class GetTimeline extends Query {
  @IsId() readonly workstreamId!: string;
  /** Only facts of these types, set apart by commas. */
  @Optional()
  @Transform(listed)
  @IsArray()
  @ArrayMaxSize(30)
  @IsIn(ANY_FACT_TYPES, { each: true })
  readonly type?: readonly AnyFact['type'][];
  /** Only what may have happened on this date or later. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only what may have happened on this date or earlier. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
  @Optional() @IsCount(10_000, 1) readonly limit?: number;
}

/** One fact on the timeline, corrections applied. */
export type TimelineEntry = Readonly<{
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
  total: number;
  entries: readonly TimelineEntry[];
  /** What the things are called that entries name by their ids, as of the moment. */
  names: Readonly<Record<string, string>>;
}>;

/** A fact as it stood when another was recorded; as it was recorded itself, if it did not stand. */
export function asItStood(factId: string, { position }: Fact, recorded: readonly Fact[]): Fact | undefined {
  const before = recorded.filter((fact) => fact.position < position);
  return standing(before).find(({ id }) => id === factId) ?? before.find(({ id }) => id === factId);
}

function timelineEntry(fact: Fact, recorded: readonly Fact[], retracted: ReadonlySet<string>): TimelineEntry {
  const { metadata, effective, recordedAt } = fact;
  return {
    fact: said(fact),
    corrected: isCorrection(fact) ? corrected(fact, asItStood(fact.data.corrects, fact, recorded)) : null,
    factId: fact.id,
    position: String(fact.position),
    effective,
    recordedAt: new Date(recordedAt).toISOString(),
    recordedAfterDays: Math.max(0, Math.floor((recordedAt - period(effective).end) / DAY) + 1),
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

/** Ids of those whose a fact is, as it stands. */
function ownersOf({ type, data }: Fact, { subjects }: ReadModels): readonly string[] {
  if (!Object.hasOwn(subjects, type) || type === 'FactReattributed') return [];
  return [(data as Readonly<Record<string, string | readonly string[]>>)[subjects[type]!] ?? []].flat();
}

/**
 * Of the facts of streams that are or were about a workstream, those of which it is so at the moment. Of those that were found to be of another one, only
 * that is told.
 */
function ownFacts(recorded: readonly Fact[], { workstreamId, ...moment }: GetTimeline, tables: Tables): readonly Fact[] {
  const own = new Set([`workstream-${workstreamId}`]);
  for (const fact of history(recorded, moment)) {
    if (ownersOf(fact, tables.models).includes(workstreamId)) own.add(fact.stream);
  }
  return recorded.filter((fact) => own.has(fact.stream) || fact.type === 'FactReattributed');
}

/** What stands, and beside it the corrections that made it so: they are part of the story. */
function entriesOf(own: readonly Fact[], recorded: readonly Fact[], query: GetTimeline): TimelineEntry[] {
  const known = isKnown(query);
  const { end: asOf } = query.asOf === undefined ? { end: Infinity } : period(query.asOf);
  const corrections = own.filter((fact) => isCorrection(fact) && known(fact) && fact.surelyBy <= asOf);
  const retracted = retractedIds(recorded.filter(known));
  return [...history(own, query), ...corrections].toSorted(byTime).map((fact) => timelineEntry(fact, recorded, retracted));
}

function wanted({ type, from, to }: GetTimeline): (entry: TimelineEntry) => boolean {
  const { first } = from === undefined ? { first: -Infinity } : period(from);
  const { end } = to === undefined ? { end: Infinity } : period(to);
  const types = type && new Set<string>(type);
  return (entry) => {
    const when = period(entry.effective);
    return (types === undefined || types.has(entry.fact.type)) && when.end > first && when.first < end;
  };
}

export const getTimeline: Answering<GetTimeline, Timeline> = (query, tables) => {
  const { workstreamId } = query;
  const recorded = tables.auditLog().about(workstreamId);
  const own = `workstream-${workstreamId}`;
  if (!recorded.filter(isKnown(query)).some(({ stream }) => stream === own))
    throw new NotFound(`No workstream has the id ${workstreamId}.`);
  const all = entriesOf(ownFacts(recorded, query, tables), recorded, query).filter(wanted(query));
  const entries = all.slice(0, query.limit ?? 1000);
  const names = namesIn(
    entries.map(({ fact }) => fact.data),
    tables,
    query,
  );
  return { body: { workstream: named(tables, workstreamId, query), total: all.length, entries, names } };
};
