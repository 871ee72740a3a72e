import type Database from 'better-sqlite3';
import { isCorrection } from '../corrections.js';
import type { Fact } from '../event.js';
import { evolve } from '../fold.js';
import { history, type Moment } from '../history.js';
import type { AuditLog } from './audit-log.js';
import { columnsOf, type Projection } from './projection.js';
import type { ReadFile } from './read-file.js';
import { SearchDocuments, type Telling } from './search/documents.js';
import { type Span, spanAt, spanOf } from './span.js';
import { States } from './states.js';

/** A row as it is kept: its state, the day of its latest fact (a fact of an earlier day comes late), and of which times its facts are. */
export type Row = Readonly<{ state: unknown; lastDay: number; span: Span }>;

/** The rows of a past moment: those that are as they are now, and the streams of which the row must be folded. */
export type RowsAt = Readonly<{ asNow: ReadonlyMap<string, unknown>; inBetween: readonly string[] }>;

/** A condition on the columns of a projection: `column = value` for each. */
export type Where = Readonly<Record<string, string | number>>;

/** A fold broke its promise never to throw: at which fact. */
export class FoldFailed extends Error {
  readonly position: bigint;
  constructor({ position, type, stream }: Fact, cause: unknown) {
    super(`It fails at position ${position} (${type} of ${stream}): ${String(cause)}.`, { cause });
    this.position = position;
  }
}

/** Where a row keeps its span. */
const SPAN = {
  firstSure: 'first_sure',
  lastSure: 'last_sure',
  firstRecorded: 'first_recorded',
  lastRecorded: 'last_recorded',
  firstPosition: 'first_position',
  lastPosition: 'last_position',
} as const satisfies Record<keyof Span, string>;

/** What each row is kept with, beside the columns of its projection. */
const OWN_COLUMNS = ['stream', 'row', 'last_day', ...Object.values(SPAN)];

const allColumns = (projection: Projection): readonly string[] => [...OWN_COLUMNS, ...Object.keys(columnsOf(projection))];

type Spanned = Readonly<{ stream: string }> & Span;
/** A stream, and the position of the last fact that is in its row. */
type Version = readonly [stream: string, lastPosition: number];
type KeptRow = Readonly<{ stream: string; row: string; lastDay: number }> & Span;

const SPAN_COLUMNS = Object.entries(SPAN)
  .map(([name, column]) => `${column} AS ${name}`)
  .join(', ');
const KEPT = `stream, row, last_day AS lastDay, ${SPAN_COLUMNS}`;

const rowOf = ({ stream: _, row, lastDay, ...span }: KeptRow): Row => ({ state: JSON.parse(row), lastDay, span });

/** The statement that puts a row into a projection's table. */
export const putSql = (projection: Projection): string => {
  const columns = allColumns(projection);
  return `INSERT OR REPLACE INTO ${projection.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
};

/** Whether a stream has a row in a projection. */
export const holds = ({ fold }: Projection, stream: string): boolean => stream.startsWith(`${fold.category}-`);

/** What the row of a stream tells those who search. */
export const tellingOf = ({ findables }: Projection, stream: string, row: Row | undefined): Telling => ({
  stream,
  findables: row && findables ? findables.of(row.state) : [],
  span: row?.span,
});

/** A row as the statement above takes it. */
export const rowValues = (projection: Projection, stream: string, { state, lastDay, span }: Row): readonly unknown[] => [
  stream,
  JSON.stringify(state),
  lastDay,
  ...Object.keys(SPAN).map((name) => span[name as keyof Span]),
  ...Object.values(columnsOf(projection)).map((valueOf) => valueOf(state)),
];

function evolved(projection: Projection, state: unknown, fact: Fact): unknown {
  try {
    return evolve(projection.fold, state, fact);
  } catch (cause) {
    throw new FoldFailed(fact, cause);
  }
}

/**
 * The row of a stream from nothing but its facts; none when none of them stands.
 * @throws FoldFailed
 */
export function foldedRow(projection: Projection, recorded: readonly Fact[]): Row | undefined {
  const facts = history(recorded);
  const last = facts.at(-1);
  if (!last) return undefined;
  const state = facts.reduce((before, fact) => evolved(projection, before, fact), projection.fold.initial);
  return { state, lastDay: last.firstDay, span: spanOf(recorded, facts) };
}

/** Whether a row cannot just be followed up: a correction changes the past, and so does a fact that comes late. */
const needsAll = (fact: Fact, row: Row | undefined): boolean => isCorrection(fact) || (row !== undefined && fact.firstDay < row.lastDay);

/** The rows of one projection in one file. */
export class ProjectionTable {
  readonly #sql;
  readonly #search: SearchDocuments;
  readonly #columns: Record<string, Database.Statement<[string], string | number | null>> = {};
  readonly #selections: Record<string, Database.Statement<unknown[], Version>> = {};
  readonly #states = new States();

  constructor(
    private readonly file: ReadFile,
    readonly projection: Projection,
    private readonly log: AuditLog,
  ) {
    this.#search = new SearchDocuments(file);
    this.#sql = {
      row: file.db.prepare<[string], KeptRow>(`SELECT ${KEPT} FROM ${projection.name} WHERE stream = ?`),
      spans: file.db.prepare<[], Spanned>(`SELECT stream, ${SPAN_COLUMNS} FROM ${projection.name}`),
      span: file.db.prepare<[string], Spanned>(`SELECT stream, ${SPAN_COLUMNS} FROM ${projection.name} WHERE stream = ?`),
      text: file.db.prepare<[string], string>(`SELECT row FROM ${projection.name} WHERE stream = ?`).pluck(),
      version: file.db.prepare<[string], number>(`SELECT last_position FROM ${projection.name} WHERE stream = ?`).pluck(),
      streams: file.db.prepare<[], string>(`SELECT stream FROM ${projection.name}`).pluck(),
      put: file.db.prepare(putSql(projection)),
      remove: file.db.prepare(`DELETE FROM ${projection.name} WHERE stream = ?`),
    };
  }

  /** Makes the table, in the place of an older one if there is one. Its indexes come once it is filled: that is faster. */
  static create(file: ReadFile, projection: Projection): void {
    const { name } = projection;
    const declared = Object.keys(columnsOf(projection)).map((column) => `, ${column}`);
    file.db.exec(`DROP TABLE IF EXISTS ${name}`);
    const spans = Object.values(SPAN).map((column) => `, ${column} INTEGER NOT NULL`);
    file.db.exec(
      `CREATE TABLE ${name} (stream TEXT PRIMARY KEY, row TEXT NOT NULL, last_day INTEGER NOT NULL${spans.join('')}${declared.join('')})`,
    );
  }

  static createIndexes(file: ReadFile, { name, columns }: Projection): void {
    for (const column of Object.keys(columns)) file.db.exec(`CREATE INDEX ${name}_by_${column} ON ${name} (${column})`);
  }

  /**
   * The rows that the given facts change, which follow all that are in them. A fact in order is folded in; a late fact or
   * a correction has its row, and only that, folded anew from the audit log.
   * @throws FoldFailed
   */
  fold(facts: readonly Fact[]): ReadonlyMap<string, Row | undefined> {
    const upTo = facts.at(-1)?.position ?? 0n;
    const changed = new Map<string, Row | undefined>();
    const anew = new Set<string>();
    for (const fact of facts.filter(({ stream }) => holds(this.projection, stream))) {
      const row = changed.has(fact.stream) ? changed.get(fact.stream) : this.#kept(fact.stream);
      if (needsAll(fact, row)) anew.add(fact.stream);
      // What is folded anew is folded from all that the batch brings: it need not be followed up to there.
      if (!anew.has(fact.stream)) changed.set(fact.stream, this.#followed(row, fact));
    }
    for (const stream of anew) {
      changed.set(stream, foldedRow(this.projection, this.log.ofStream(stream, upTo)));
    }
    return changed;
  }

  write(rows: Iterable<readonly [stream: string, row: Row | undefined]>): void {
    const all = [...rows];
    for (const [stream, row] of all) {
      if (row) this.#sql.put.run(...rowValues(this.projection, stream, row));
      else this.#sql.remove.run(stream);
    }
    if (this.projection.findables) this.#search.write(all.map(([stream, row]) => tellingOf(this.projection, stream, row)));
  }

  /** Writes rows from nothing but their facts. */
  foldAnew(streams: Iterable<string>): void {
    const own = [...streams].filter((stream) => holds(this.projection, stream));
    this.write(own.map((stream) => [stream, foldedRow(this.projection, this.log.ofStream(stream))]));
  }

  /** One row as it is now. */
  row(stream: string): unknown {
    const lastPosition = this.#sql.version.get(stream);
    return lastPosition === undefined ? undefined : this.#stateOf([stream, lastPosition]);
  }

  /** One column of a row as it is now: the row itself need not be read for it. Undefined where there is no row. */
  value(stream: string, column: string): string | number | null | undefined {
    this.#columns[column] ??= this.file.db
      .prepare<[string], string | number | null>(`SELECT ${column} FROM ${this.projection.name} WHERE stream = ?`)
      .pluck();
    return this.#columns[column].get(stream);
  }

  /**
   * One row as of a moment, where that can be told without folding it; undefined when there was none.
   * @returns 'in between' where it must be folded
   */
  rowAt(stream: string, moment: Moment): { state: unknown } | 'in between' | undefined {
    const span = this.#sql.span.get(stream);
    // All facts of a stream without a row have been retracted: by what was known once, it may have had one.
    if (!span) return 'in between';
    const at = spanAt(span, moment);
    if (at === 'as now') return { state: this.#stateOf([stream, span.lastPosition]) };
    return at === 'not yet' ? undefined : at;
  }

  /** All rows as of a moment, as far as they can be told without folding them. */
  rowsAt(moment: Moment): RowsAt {
    const asNow = new Map<string, unknown>();
    const inBetween: string[] = [];
    for (const span of this.#sql.spans.all()) {
      const at = spanAt(span, moment);
      if (at === 'as now') asNow.set(span.stream, this.#stateOf([span.stream, span.lastPosition]));
      else if (at === 'in between') inBetween.push(span.stream);
    }
    return { asNow, inBetween };
  }

  /** The streams that have no row, because no fact of theirs stands. */
  withoutRow(): readonly string[] {
    const kept = new Set(this.#sql.streams.all());
    return this.log.streamNames(this.projection.fold.category).filter((stream) => !kept.has(stream));
  }

  /** The rows that meet a condition. */
  rows(where: Where): readonly unknown[] {
    const tests = ['TRUE', ...Object.keys(where).map((name) => `${name} = ?`)];
    const test = tests.join(' AND ');
    this.#selections[test] ??= this.file.db
      .prepare<unknown[], Version>(`SELECT stream, last_position FROM ${this.projection.name} WHERE ${test} ORDER BY stream`)
      .raw();
    return this.#selections[test].all(...Object.values(where)).map((version) => this.#stateOf(version));
  }

  #stateOf([stream, lastPosition]: Version): unknown {
    return this.#states.get(stream, lastPosition, () => this.#sql.text.get(stream)!);
  }

  #followed(row: Row | undefined, fact: Fact): Row {
    const state = evolved(this.projection, row ? row.state : this.projection.fold.initial, fact);
    return { state, lastDay: fact.firstDay, span: spanOf([fact], [fact], row?.span) };
  }

  #kept(stream: string): Row | undefined {
    const found = this.#sql.row.get(stream);
    return found && rowOf(found);
  }
}
