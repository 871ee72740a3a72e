import { IsIn } from 'class-validator';
import {
  cursorTo,
  firstDay,
  IsId,
  IsSingleDate,
  IsText,
  lastDay,
  ListQuery,
  Optional,
  PAGE_OF_LIST,
  type PartialDate,
  period,
  pinned,
  placeOf,
} from '#event-sourcing';
import { type Answering, type Condition, together } from '#event-sourcing/projections';
import { folds } from '#workstreams';
import { IsFlag, IsListOf } from '../asked.js';
import { FACT_KINDS, type FactKind, typesOfKinds } from '../kinds-of-facts.js';
import { ANY_FACT_TYPES, type AnyFact } from '../timeline/timeline.js';
import { type FactView, factViews } from './fact-view.js';

/** Who recorded what, when: facts as they were entered, corrections among them. */
export class GetFacts extends ListQuery {
  /** Only facts of these types, set apart by commas. */
  @Optional() @IsListOf(ANY_FACT_TYPES) readonly type?: readonly AnyFact['type'][];
  /** Only facts about these kinds of thing, set apart by commas. */
  @Optional() @IsListOf(FACT_KINDS) readonly kind?: readonly FactKind[];
  /** The stream, such as call-<id>. */
  @Optional() @IsText(100) readonly stream?: string;
  /** The workstream, call, meeting, series, paper, figure or person in whose stream they are. */
  @Optional() @IsId() readonly object?: string;
  @Optional() @IsId() readonly workstreamId?: string;
  @Optional() @IsText() readonly actor?: string;
  /** The way in, or how it begins: `import` finds those of all files. */
  @Optional() @IsText() readonly via?: string;
  /** Any part of a document's name or an address, in any case. */
  @Optional() @IsText() readonly source?: string;
  @Optional() @IsFlag() readonly hasSource?: boolean;
  /** Any part of what they say, of their reason or of their note, in any case. */
  @Optional() @IsText() readonly text?: string;
  @Optional() @IsSingleDate() readonly recordedFrom?: PartialDate;
  @Optional() @IsSingleDate() readonly recordedTo?: PartialDate;
  /** Only what may have happened on this date or later, as it was recorded: corrections are facts of their own. */
  @Optional() @IsSingleDate() readonly effectiveFrom?: PartialDate;
  /** Only what may have happened on this date or earlier, as it was recorded. */
  @Optional() @IsSingleDate() readonly effectiveTo?: PartialDate;
  @Optional() @IsFlag() readonly correctionsOnly?: boolean;
  /** Only what came from files. */
  @Optional() @IsFlag() readonly importedOnly?: boolean;
  /** Only what was recorded as part of this conversation: one import, say, or one request. */
  @Optional() @IsText(200) readonly correlationId?: string;
  /** `cause` folds together what was recorded as part of one conversation, under the first of it. */
  @Optional() @IsIn(['cause']) readonly group?: 'cause';
}

const that = (sql: string, ...parameters: unknown[]): Condition => ({ sql, parameters });

const NAMES_SOURCE = `EXISTS (
  SELECT 1 FROM json_each(sources) WHERE instr(lower(value ->> 'document'), lower(?)) OR instr(lower(value ->> 'url'), lower(?))
)`;

/** What is written between the quotes of JSON is looked for first, since that is quick; then whether it stands in a value. */
const SAYS = `(instr(lower(data), lower(?)) OR instr(lower(metadata), lower(?))) AND EXISTS (
  SELECT 1 FROM json_tree(json_array(json(data), metadata ->> 'reason', metadata ->> 'note'))
  WHERE type = 'text' AND instr(lower(atom), lower(?))
)`;

const asInJson = (text: string): string => JSON.stringify(text).slice(1, -1);

const isOneOf = (column: string, values: readonly string[]): Condition =>
  that(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values));

type Filter = Exclude<keyof GetFacts, 'minPosition' | 'limit' | 'cursor' | 'format' | 'group'>;

/** How each filter is said to the audit log's columns. */
const CONDITIONS: {
  readonly [F in Filter]-?: (value: NonNullable<GetFacts[F]>) => Condition;
} = {
  type: (types) => isOneOf('type', types),
  kind: (kinds) => isOneOf('type', typesOfKinds(kinds)),
  object: (id) =>
    isOneOf(
      'name',
      folds.map(({ category }) => `${category}-${id}`),
    ),
  stream: (stream) => that('name = ?', stream),
  workstreamId: (id) => that('stream IN (SELECT stream FROM audit_log_about WHERE subject = ?)', id),
  actor: (actor) => that('actor = ?', actor),
  via: (start) => that('substr(via, 1, length(?)) = ?', start, start),
  hasSource: (has) => that(`coalesce(json_array_length(sources), 0) ${has ? '>' : '='} 0`),
  text: (part) => that(SAYS, asInJson(part), asInJson(part), part),
  importedOnly: (only) => that(only ? "via GLOB 'import *'" : 'TRUE'),
  correlationId: (id) => that('correlation_id = ?', id),
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

/** What was recorded as part of one conversation, of that which was asked for. */
export type FactGroup = Readonly<{ correlationId: string; head: string; total: number; factIds: readonly string[] }>;

export type FactPage = Readonly<{
  /** In the order of the log. In groups, only the first of each. */
  facts: readonly FactView[];
  /** How many there are in all; of groups, too, it is the facts. */
  total: number;
  /** The cursor to those that follow. */
  next: string | null;
  /** Null where groups were not asked for. */
  groups: readonly FactGroup[] | null;
}>;

function conditionsOf(query: GetFacts): readonly Condition[] {
  return Object.entries(CONDITIONS).flatMap(([filter, conditionOf]) => {
    const value = query[filter as Filter];
    if (value === undefined) return [];
    return [(conditionOf as (value: unknown) => Condition)(value)];
  });
}

/** Nothing before it that is asked for was part of the same conversation. */
function isFirst(asked: readonly Condition[]): Condition {
  const { tests, parameters } = together(asked);
  const sql = `NOT EXISTS (
    SELECT 1 FROM audit_log_fact AS earlier
    WHERE earlier.correlation_id = audit_log_fact.correlation_id AND earlier.position < audit_log_fact.position AND ${tests}
  )`;
  return that(sql, ...parameters);
}

/** A page goes on behind the last position of the one before: that is found as fast at the end of a long log as at its start. */
export const getFacts: Answering<GetFacts, FactPage> = (query, tables) => {
  const asked = pinned(query, tables.position());
  const { limit = PAGE_OF_LIST, upTo, group } = asked;
  const { after } = placeOf(asked) ?? { after: 0 };
  const log = tables.auditLog();
  const conditions = conditionsOf(asked);
  const heads = group === undefined ? [] : [isFirst(conditions)];
  const found = log.where([...conditions, ...heads, that('audit_log_fact.position > ?', after)], limit + 1);
  const shown = found.slice(0, limit);
  const facts = factViews(shown, tables, asked);
  const next = found.length > limit ? cursorTo({ upTo, after: Number(shown.at(-1)!.position) }, query) : null;
  const groupOf = ({ factId: head, metadata: { $correlationId: correlationId } }: FactView): FactGroup => {
    const factIds = log.idsWhere([...conditions, CONDITIONS.correlationId(correlationId)]);
    return { correlationId, head, total: factIds.length, factIds };
  };
  const groups = group === undefined ? null : facts.map(groupOf);
  return { body: { total: log.count([...conditions, ...heads]), next, facts, groups }, timeless: true };
};
