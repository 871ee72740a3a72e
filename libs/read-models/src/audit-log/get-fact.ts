import { IsIn } from 'class-validator';
import {
  type Fact,
  IsId,
  isCorrection,
  isKnown,
  type Moment,
  NotFound,
  Optional,
  type PartialDate,
  period,
  Query,
  retractedIds,
  standing,
} from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { beforeAndAfter, type BeforeAndAfter, changesBetween, type FieldChange } from './before-and-after.js';
import { citationOf } from './citation.js';
import { type FactView, factViews } from './fact-view.js';

/** One fact with everything that corrected it, and what it changed. */
export class GetFact extends Query {
  @IsId() readonly factId!: string;
}

const SIDES = ['before', 'after'] as const;
const KNOWLEDGE = ['then', 'now'] as const;

/** The state of what a fact is about, just before it or just after it. */
export class GetFactState extends Query {
  @IsId() readonly factId!: string;
  /** Just after it, unless told otherwise. */
  @Optional() @IsIn(SIDES) readonly when?: (typeof SIDES)[number];
  /** By what was known `then`, when it was recorded, or by what is known `now`: that, unless told otherwise. */
  @Optional() @IsIn(KNOWLEDGE) readonly known?: (typeof KNOWLEDGE)[number];
}

/** What was recorded as part of the same conversation: one request, say, or one import. */
export type FactCause = Readonly<{ correlationId: string; total: number; factIds: readonly string[] }>;

/** What a fact changed in what it is about. */
export type FactChanges = Readonly<{
  /** By what was known when it was recorded. */
  then: readonly FieldChange[];
  /** By what is known at the moment; null where it does not stand any more. */
  now: readonly FieldChange[] | null;
}>;

export type FactHistory = Readonly<{
  /** As it was recorded. */
  fact: FactView;
  /** As it stands, corrections applied; null for a correction, and for what has been retracted. */
  standing: Readonly<{ data: object; effective: PartialDate }> | null;
  /** It does not stand any more. A correction can be retracted too. */
  isRetracted: boolean;
  /** What was recorded to correct it, oldest first. */
  corrections: readonly FactView[];
  changes: FactChanges;
  cause: FactCause;
  /** The text by which to cite it. */
  citation: string;
}>;

/** The state of what a fact is about, with the facts of which it is made. */
export type FactState = Readonly<{
  factId: string;
  when: 'before' | 'after';
  /** What the stream is of, and its id. */
  of: Readonly<{ category: string; id: string }>;
  /** Null where nothing was on record. */
  state: object | null;
  factIds: readonly string[];
}>;

/** A fact with all that was known of its stream. */
function found(factId: string, known: Moment, tables: Tables): Readonly<{ fact: Fact; recorded: readonly Fact[] }> {
  const fact = tables.auditLog().byId(factId);
  const isOfThen = isKnown(known);
  if (!fact || !isOfThen(fact)) throw new NotFound(`There is no fact ${factId}${known.knownAt ? `, as known at ${known.knownAt}` : ''}.`);
  return { fact, recorded: tables.auditLog().ofStream(fact.stream).filter(isOfThen) };
}

const knownThen = ({ position }: Fact, recorded: readonly Fact[]): readonly Fact[] => recorded.filter((each) => each.position <= position);

/** When it was recorded it stood: nothing had been recorded after it. */
const atRecording = (fact: Fact, recorded: readonly Fact[]): BeforeAndAfter => beforeAndAfter(fact, knownThen(fact, recorded))!;

function changesOf(fact: Fact, recorded: readonly Fact[], isRetracted: boolean): FactChanges {
  const now = isRetracted ? undefined : beforeAndAfter(fact, recorded);
  return { then: changesBetween(atRecording(fact, recorded)), now: now ? changesBetween(now) : null };
}

function causeOf({ metadata: { $correlationId: correlationId } }: Fact, known: Moment, tables: Tables): FactCause {
  const log = tables.auditLog();
  const isOfIt = { sql: 'correlation_id = ?', parameters: [correlationId] };
  const { knownAt, upTo } = known;
  const until = knownAt === undefined ? [] : [{ sql: 'recorded_at < ?', parameters: [period(knownAt).end] }];
  const upToThen = upTo === undefined ? [] : [{ sql: 'position <= ?', parameters: [upTo] }];
  const factIds = log.idsWhere([isOfIt, ...until, ...upToThen]);
  return { correlationId, total: factIds.length, factIds };
}

export const getFact: Answering<GetFact, FactHistory> = ({ factId, asOf, knownAt, upTo }, tables) => {
  const known = { knownAt, upTo };
  const { fact, recorded } = found(factId, known, tables);
  const stands = standing(recorded).find(({ id }) => id === factId && !isCorrection(fact));
  if (asOf !== undefined && (stands ?? fact).surelyBy > period(asOf).end)
    throw new NotFound(`Fact ${factId} is not sure to have happened by ${asOf}.`);
  const corrections = recorded.filter((each) => isCorrection(each) && each.data.corrects === factId);
  const isRetracted = retractedIds(recorded).has(factId);
  const [view, ...correcting] = factViews([fact, ...corrections], tables, known) as [FactView, ...FactView[]];
  return {
    body: {
      fact: view,
      standing: stands ? { data: stands.data, effective: stands.effective } : null,
      isRetracted,
      corrections: correcting,
      changes: changesOf(fact, recorded, isRetracted),
      cause: causeOf(fact, known, tables),
      citation: citationOf(view),
    },
    stream: fact.stream,
  };
};

export const getFactState: Answering<GetFactState, FactState> = (query, tables) => {
  const { factId, when = 'after', known = 'now', knownAt, upTo } = query;
  const { fact, recorded } = found(factId, { knownAt, upTo }, tables);
  const both = known === 'then' ? atRecording(fact, recorded) : beforeAndAfter(fact, recorded);
  if (!both) throw new NotFound(`Fact ${factId} does not stand any more: what it did is told by what was known then.`);
  const [category = ''] = fact.stream.split('-');
  return { body: { factId, when, of: { category, id: fact.stream.slice(category.length + 1) }, ...both[when] }, stream: fact.stream };
};
