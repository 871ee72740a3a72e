import { Transform } from 'class-transformer';
import { IsBoolean, IsIn } from 'class-validator';
import {
  cursorTo,
  type Fact,
  firstDay,
  isCorrection,
  IsId,
  isKnown,
  IsSingleDate,
  IsText,
  lastDay,
  ListQuery,
  type Metadata,
  NotFound,
  Optional,
  PAGE_OF_LIST,
  type PartialDate,
  period,
  pinned,
  placeOf,
  Query,
  retractedIds,
  standing,
} from '#event-sourcing';
import type { Answering, Condition } from '#event-sourcing/projections';
import { ANY_FACT_TYPES, type AnyFact } from '../timeline/timeline.js';

const toBoolean = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

/** Who recorded what, when: facts as they were entered, corrections among them. */
export class GetFacts extends ListQuery {
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
  readonly [Filter in Exclude<keyof GetFacts, 'minPosition' | 'limit' | 'cursor' | 'format'>]-?: (
    value: NonNullable<GetFacts[Filter]>,
  ) => Condition;
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
  asOf: (date) => that('surely_by <= ?', period(date).end),
  knownAt: (date) => that('recorded_at < ?', period(date).end),
  upTo: (position) => that('position <= ?', position),
};

/** In the order of the log; `total` counts all of them, `next` is the cursor to those that follow. */
export type FactPage = Readonly<{ total: number; next: string | null; facts: readonly FactView[] }>;

function conditionsOf(query: GetFacts): readonly Condition[] {
  return Object.entries(CONDITIONS).flatMap(([filter, conditionOf]) => {
    const value = query[filter as keyof typeof CONDITIONS];
    return value === undefined ? [] : [(conditionOf as (value: unknown) => Condition)(value)];
  });
}

/** A page goes on behind the last position of the one before: that is found as fast at the end of a long log as at its start. */
export const getFacts: Answering<GetFacts, FactPage> = (query, tables) => {
  const asked = pinned(query, tables.position());
  const { limit = PAGE_OF_LIST, upTo } = asked;
  const { after } = placeOf(asked) ?? { after: 0 };
  const conditions = conditionsOf(asked);
  const log = tables.auditLog();
  const found = log.where([...conditions, that('position > ?', after)], limit + 1);
  const facts = found.slice(0, limit);
  const next = found.length > limit ? cursorTo({ upTo, after: Number(facts.at(-1)!.position) }, query) : null;
  return { body: { total: log.count(conditions), next, facts: facts.map(factView) }, timeless: true };
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
    timeless: true,
  };
};
