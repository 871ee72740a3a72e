import { Transform } from 'class-transformer';
import { IsBoolean, IsIn } from 'class-validator';
import {
  type Fact,
  firstDay,
  isCorrection,
  IsCount,
  IsId,
  isKnown,
  IsSingleDate,
  IsText,
  lastDay,
  type Metadata,
  NotFound,
  Optional,
  type PartialDate,
  period,
  Query,
  retractedIds,
  standing,
} from '#event-sourcing';
import type { Answering, Condition } from '#event-sourcing/projections';
import { ANY_FACT_TYPES, type AnyFact } from '../timeline/timeline.js';

/** Yes or no, as an address says it. */
export const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** Who recorded what, when: facts as they were entered, corrections among them. */
export class GetFacts extends Query {
  @Optional() @IsIn(ANY_FACT_TYPES) readonly type?: AnyFact['type'];
  /** The stream, such as call-<id>. */
  @Optional() @IsText(100) readonly stream?: string;
  @Optional() @IsId() readonly workstreamId?: string;
  @Optional() @IsText() readonly actor?: string;
  @Optional() @IsText() readonly via?: string;
  /** Any part of a document's name or an address, in any case. */
  @Optional() @IsText() readonly source?: string;
  @Optional() @IsSingleDate() readonly recordedFrom?: PartialDate;
  @Optional() @IsSingleDate() readonly recordedTo?: PartialDate;
  /** Only what may have happened on this date or later, as it was recorded: corrections are facts of their own. */
  @Optional() @IsSingleDate() readonly effectiveFrom?: PartialDate;
  /** Only what may have happened on this date or earlier, as it was recorded. */
  @Optional() @IsSingleDate() readonly effectiveTo?: PartialDate;
  @Optional() @Transform(toBoolean) @IsBoolean() readonly correctionsOnly?: boolean;
  /** Only facts behind this position: the last of the page before. */
  @Optional() @IsCount(Number.MAX_SAFE_INTEGER) readonly after?: number;
  @Optional() @IsCount(1000, 1) readonly limit?: number;
}

/** One fact with everything that corrected it. */
export class GetFact extends Query {
  @IsId() readonly factId!: string;
}

export type FactView = Readonly<{
  factId: string;
  position: string;
  stream: string;
  revision: string;
  type: string;
  data: object;
  effective: PartialDate;
  recordedAt: string;
  metadata: Metadata;
}>;

export const factView = (fact: Fact): FactView => ({
  factId: fact.id,
  position: String(fact.position),
  stream: fact.stream,
  revision: String(fact.revision),
  type: fact.type,
  data: fact.data,
  effective: fact.metadata.effective,
  recordedAt: new Date(fact.recordedAt).toISOString(),
  metadata: fact.metadata,
});

const that = (sql: string, ...parameters: unknown[]): Condition => ({ sql, parameters });

const NAMES_SOURCE = `EXISTS (
  SELECT 1 FROM json_each(sources) WHERE instr(lower(value ->> 'document'), lower(?)) OR instr(lower(value ->> 'url'), lower(?))
)`;

/** How each filter is said to the audit log's columns. */
const CONDITIONS: {
  readonly [Filter in Exclude<keyof GetFacts, 'minPosition' | 'limit'>]-?: (value: NonNullable<GetFacts[Filter]>) => Condition;
} = {
  type: (type) => that('type = ?', type),
  stream: (stream) => that('name = ?', stream),
  workstreamId: (id) => that('stream IN (SELECT stream FROM audit_log_about WHERE subject = ?)', id),
  actor: (actor) => that('actor = ?', actor),
  via: (via) => that('via = ?', via),
  source: (part) => that(NAMES_SOURCE, part, part),
  recordedFrom: (date) => that('recorded_at >= ?', period(date).first),
  recordedTo: (date) => that('recorded_at < ?', period(date).end),
  effectiveFrom: (date) => that('last_day >= ?', firstDay(period(date))),
  effectiveTo: (date) => that('first_day <= ?', lastDay(period(date))),
  correctionsOnly: (only) => that(only ? 'corrects IS NOT NULL' : 'TRUE'),
  after: (position) => that('position > ?', position),
  asOf: (date) => that('surely_by <= ?', period(date).end),
  knownAt: (date) => that('recorded_at < ?', period(date).end),
  upTo: (position) => that('position <= ?', position),
};

export type FactPage = Readonly<{ facts: readonly FactView[]; next: string | null }>;

export const getFacts: Answering<GetFacts, FactPage> = (query, tables) => {
  const { limit = 100 } = query;
  const conditions = Object.entries(CONDITIONS).flatMap(([filter, conditionOf]) => {
    const value = query[filter as keyof typeof CONDITIONS];
    return value === undefined ? [] : [(conditionOf as (value: unknown) => Condition)(value)];
  });
  const found = tables.auditLog().where(conditions, limit + 1);
  const facts = found.slice(0, limit).map(factView);
  return { body: { facts, next: found.length > limit ? (facts.at(-1)?.position ?? null) : null } };
};

export type FactHistory = Readonly<{
  /** As it was recorded. */
  fact: FactView;
  /** As it stands, corrections applied; null for a correction, and for what has been retracted. */
  standing: Readonly<{ data: object; effective: PartialDate }> | null;
  /** It does not stand any more. A correction can be retracted too. */
  isRetracted: boolean;
  /** What was recorded to correct it, oldest first. */
  corrections: readonly FactView[];
}>;

export const getFact: Answering<GetFact, FactHistory> = ({ factId, asOf, ...known }, tables) => {
  const fact = tables.auditLog().byId(factId);
  const isOfThen = isKnown(known);
  if (!fact || !isOfThen(fact)) throw new NotFound(`There is no fact ${factId}${known.knownAt ? `, as known at ${known.knownAt}` : ''}.`);
  const recorded = tables.auditLog().ofStream(fact.stream).filter(isOfThen);
  const stands = standing(recorded).find(({ id }) => id === factId && !isCorrection(fact));
  if (asOf !== undefined && (stands ?? fact).surelyBy > period(asOf).end)
    throw new NotFound(`Fact ${factId} is not sure to have happened by ${asOf}.`);
  const corrections = recorded.filter((each) => isCorrection(each) && each.data.corrects === factId);
  return {
    body: {
      fact: factView(fact),
      standing: stands ? { data: stands.data, effective: stands.effective } : null,
      isRetracted: retractedIds(recorded).has(factId),
      corrections: corrections.map(factView),
    },
    stream: fact.stream,
  };
};
