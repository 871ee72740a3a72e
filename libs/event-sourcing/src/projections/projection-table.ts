import { isCorrection } from '../corrections.js';
import type { Fact } from '../event.js';
import { evolve } from '../fold.js';
import { history } from '../history.js';
import type { AuditLog } from './audit-log.js';
import type { Projection } from './projection.js';
import type { ReadFile } from './read-file.js';

/** A row as it is kept: its state, and the day of its latest fact. A fact of an earlier day comes late. */
export type Row = Readonly<{ state: unknown; lastDay: number }>;

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

const columnsOf = (projection: Projection): readonly string[] => ['stream', 'row', 'last_day', ...Object.keys(projection.columns)];

/** The statement that puts a row into a projection's table. */
export const putSql = (projection: Projection): string => {
  const columns = columnsOf(projection);
  return `INSERT OR REPLACE INTO ${projection.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
};

/** Whether a stream has a row in a projection. */
export const holds = ({ fold }: Projection, stream: string): boolean => stream.startsWith(`${fold.category}-`);

/** A row as the statement above takes it. */
export const rowValues = (projection: Projection, stream: string, { state, lastDay }: Row): readonly unknown[] => [
  stream,
  JSON.stringify(state),
  lastDay,
  ...Object.values(projection.columns).map((valueOf) => valueOf(state)),
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
  return { state: facts.reduce((before, fact) => evolved(projection, before, fact), projection.fold.initial), lastDay: last.firstDay };
}

/** Whether a row cannot just be followed up: a correction changes the past, and so does a fact that comes late. */
const needsAll = (fact: Fact, row: Row | undefined): boolean => isCorrection(fact) || (row !== undefined && fact.firstDay < row.lastDay);

/** The rows of one projection in one file. */
export class ProjectionTable {
  readonly #sql;

  constructor(
    private readonly file: ReadFile,
    readonly projection: Projection,
    private readonly log: AuditLog,
  ) {
    this.#sql = {
      row: file.db.prepare<[string], { row: string; lastDay: number }>(
        `SELECT row, last_day AS lastDay FROM ${projection.name} WHERE stream = ?`,
      ),
      put: file.db.prepare(putSql(projection)),
      remove: file.db.prepare(`DELETE FROM ${projection.name} WHERE stream = ?`),
    };
  }

  /** Makes the table and its indexes, in the place of an older one if there is one. */
  static create(file: ReadFile, { name, columns }: Projection): void {
    const names = Object.keys(columns);
    const declared = names.map((column) => `, ${column}`).join('');
    file.db.exec(`DROP TABLE IF EXISTS ${name}`);
    file.db.exec(`CREATE TABLE ${name} (stream TEXT PRIMARY KEY, row TEXT NOT NULL, last_day INTEGER NOT NULL${declared})`);
    for (const column of names) file.db.exec(`CREATE INDEX ${name}_by_${column} ON ${name} (${column})`);
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
    for (const [stream, row] of rows) {
      if (row) this.#sql.put.run(...rowValues(this.projection, stream, row));
      else this.#sql.remove.run(stream);
    }
  }

  /** Writes rows from nothing but their facts. */
  foldAnew(streams: Iterable<string>): void {
    const own = [...streams].filter((stream) => holds(this.projection, stream));
    this.write(own.map((stream) => [stream, foldedRow(this.projection, this.log.ofStream(stream))]));
  }

  /** One row as it is now. */
  row(stream: string): unknown {
    return this.#kept(stream)?.state;
  }

  /** The rows that meet a condition, each with its stream, in the order of these. */
  rows(where: Where): readonly (readonly [stream: string, state: unknown])[] {
    const tests = ['TRUE', ...Object.keys(where).map((name) => `${name} = ?`)];
    const statement = this.file.db.prepare<unknown[], [stream: string, row: string]>(
      `SELECT stream, row FROM ${this.projection.name} WHERE ${tests.join(' AND ')} ORDER BY stream`,
    );
    const found = statement.raw().all(...Object.values(where));
    return found.map(([stream, row]) => [stream, JSON.parse(row) as unknown]);
  }

  #followed(row: Row | undefined, fact: Fact): Row {
    return { state: evolved(this.projection, row ? row.state : this.projection.fold.initial, fact), lastDay: fact.firstDay };
  }

  #kept(stream: string): Row | undefined {
    const found = this.#sql.row.get(stream);
    return found && { state: JSON.parse(found.row), lastDay: found.lastDay };
  }
}
