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

/** The day before all days: of a row none of whose facts stands. */
const NO_DAY = Number.MIN_SAFE_INTEGER;

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
 * The row of a stream from nothing but its facts.
 * @throws FoldFailed
 */
export function foldedRow(projection: Projection, recorded: readonly Fact[]): Row {
  const facts = history(recorded);
  const state = facts.reduce((before, fact) => evolved(projection, before, fact), projection.fold.initial);
  return { state, lastDay: facts.at(-1)?.firstDay ?? NO_DAY };
}

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
    };
  }

  /** Makes the table and its indexes. */
  static create(file: ReadFile, { name, columns }: Projection): void {
    const names = Object.keys(columns);
    const declared = names.map((column) => `, ${column}`).join('');
    file.db.exec(`CREATE TABLE ${name} (stream TEXT PRIMARY KEY, row TEXT NOT NULL, last_day INTEGER NOT NULL${declared})`);
    for (const column of names) file.db.exec(`CREATE INDEX ${name}_by_${column} ON ${name} (${column})`);
  }

  /**
   * The rows that the given facts change, which follow all that are in them. A fact in order is folded in; a late fact or
   * a correction has its row, and only that, folded anew from the audit log.
   * @throws FoldFailed
   */
  fold(facts: readonly Fact[]): ReadonlyMap<string, Row> {
    const upTo = facts.at(-1)?.position ?? 0n;
    const changed = new Map<string, Row>();
    const anew = new Set<string>();
    for (const fact of facts.filter(({ stream }) => holds(this.projection, stream))) {
      const { state, lastDay } = changed.get(fact.stream) ??
        this.#kept(fact.stream) ?? { state: this.projection.fold.initial, lastDay: NO_DAY };
      if (isCorrection(fact) || fact.firstDay < lastDay) anew.add(fact.stream);
      // What is folded anew is folded from all that the batch brings: it need not be followed up to there.
      if (!anew.has(fact.stream)) changed.set(fact.stream, { state: evolved(this.projection, state, fact), lastDay: fact.firstDay });
    }
    for (const stream of anew) {
      changed.set(stream, foldedRow(this.projection, this.log.ofStream(stream, upTo)));
    }
    return changed;
  }

  write(rows: Iterable<readonly [stream: string, row: Row]>): void {
    for (const [stream, row] of rows) this.#sql.put.run(...rowValues(this.projection, stream, row));
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

  /** The rows that meet a condition. */
  rows(where: Where): readonly unknown[] {
    const tests = ['TRUE', ...Object.keys(where).map((name) => `${name} = ?`)];
    const statement = this.file.db.prepare<unknown[], string>(
      `SELECT row FROM ${this.projection.name} WHERE ${tests.join(' AND ')} ORDER BY stream`,
    );
    return statement
      .pluck()
      .all(...Object.values(where))
      .map((row) => JSON.parse(row) as unknown);
  }

  #kept(stream: string): Row | undefined {
    const found = this.#sql.row.get(stream);
    return found && { state: JSON.parse(found.row), lastDay: found.lastDay };
  }
}
