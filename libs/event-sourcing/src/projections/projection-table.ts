import { isCorrection } from '../corrections.js';
import type { Fact } from '../event.js';
import { evolve } from '../fold.js';
import { history } from '../history.js';
import type { AuditLog } from './audit-log.js';
import type { Projection } from './projection.js';
import type { ReadDatabase } from './read-database.js';

/** A row with the day of the latest fact in it: a fact of an earlier day comes late. */
type Entry = Readonly<{ state: unknown; lastDay: number }>;

/** A row that a batch of facts has changed, ready to be written. */
export type Changed = Readonly<{ stream: string; entry: Entry; values: readonly unknown[] }>;

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

const MOST_ENTRIES = 10_000;

/** A condition on the columns of a projection: `column = value` for each. */
export type Where = Readonly<Record<string, string | number>>;

/** The rows of one projection in one generation. */
export class ProjectionTable {
  readonly #sql;
  readonly #columns: readonly string[];
  readonly #prefix: string;
  readonly #table: string;
  /** Rows last written: the next fact of a stream mostly follows soon. */
  readonly #entries = new Map<string, Entry>();

  constructor(
    private readonly database: ReadDatabase,
    readonly projection: Projection,
    readonly generation: number,
  ) {
    this.#table = `${projection.name}_${generation}`;
    this.#prefix = `${projection.fold.category}-`;
    this.#columns = Object.keys(projection.columns);
    const marks = this.#columns.map(() => ', ?').join('');
    this.#sql = {
      entry: database.db.prepare<[string], { row: string; last_day: number }>(`SELECT row, last_day FROM ${this.#table} WHERE stream = ?`),
      put: database.db.prepare(
        `INSERT OR REPLACE INTO ${this.#table} (stream, row, last_day${this.#columns.map((name) => `, ${name}`).join('')}) VALUES (?, ?, ?${marks})`,
      ),
    };
  }

  /** Makes the table of a new generation. */
  static create(database: ReadDatabase, projection: Projection, generation: number): ProjectionTable {
    const columns = Object.keys(projection.columns).map((name) => `, ${name}`);
    database.db.exec(
      `CREATE TABLE ${projection.name}_${generation} (stream TEXT PRIMARY KEY, row TEXT NOT NULL, last_day INTEGER NOT NULL${columns.join('')})`,
    );
    return new ProjectionTable(database, projection, generation);
  }

  createIndexes(): void {
    for (const name of this.#columns) this.database.db.exec(`CREATE INDEX ${this.#table}_by_${name} ON ${this.#table} (${name})`);
  }

  /**
   * The rows as they are after the given facts, which follow all that are in them. A fact in order is folded in; a late
   * fact or a correction has its row, and only that, folded anew from the audit log.
   * @param log may know more than these facts; what follows them is left out
   * @param later takes the streams to be folded anew afterwards, where the audit log is not ready for it
   * @throws FoldFailed
   */
  fold(facts: readonly Fact[], log: AuditLog, later?: Set<string>): readonly Changed[] {
    const changed = new Map<string, Entry>();
    const anew = later ?? new Set<string>();
    for (const fact of facts) {
      if (fact.stream.startsWith(this.#prefix) && !anew.has(fact.stream)) this.#take(fact, changed, anew);
    }
    const upTo = facts.at(-1)?.position ?? 0n;
    for (const stream of later ? [] : anew)
      changed.set(stream, this.#foldedAnew(log.ofStream(stream).filter(({ position }) => position <= upTo)));
    return [...changed].map(([stream, entry]) => this.#ready(stream, entry));
  }

  /** Folds rows from nothing but their facts. */
  foldAnew(streams: Iterable<string>, log: AuditLog): readonly Changed[] {
    return [...streams].map((stream) => this.#ready(stream, this.#foldedAnew(log.ofStream(stream))));
  }

  write(changed: readonly Changed[]): void {
    if (this.#entries.size + changed.length > MOST_ENTRIES) this.#entries.clear();
    for (const { stream, entry, values } of changed) {
      this.#sql.put.run(stream, ...values);
      this.#entries.set(stream, entry);
    }
  }

  /** One row as it is now. */
  row(stream: string): unknown {
    const found = this.#sql.entry.get(stream);
    return found && JSON.parse(found.row);
  }

  /** The rows that meet a condition. */
  rows(where: Where): readonly unknown[] {
    const condition = Object.keys(where).map((name) => `${name} = ?`);
    const tail = condition.length > 0 ? `WHERE ${condition.join(' AND ')}` : '';
    const found = this.database.db
      .prepare<unknown[], string>(`SELECT row FROM ${this.#table} ${tail} ORDER BY stream`)
      .pluck()
      .all(...Object.values(where));
    return found.map((row) => JSON.parse(row) as unknown);
  }

  /** Folds a fact in, or notes that its row must be folded anew. */
  #take(fact: Fact, changed: Map<string, Entry>, anew: Set<string>): void {
    const { state, lastDay } = changed.get(fact.stream) ?? this.#entry(fact.stream);
    if (isCorrection(fact) || fact.firstDay < lastDay) anew.add(fact.stream);
    else changed.set(fact.stream, { state: this.#evolve(state, fact), lastDay: fact.firstDay });
  }

  #foldedAnew(recorded: readonly Fact[]): Entry {
    const facts = history(recorded);
    const state = facts.reduce((before, fact) => this.#evolve(before, fact), this.projection.fold.initial);
    return { state, lastDay: facts.at(-1)?.firstDay ?? NO_DAY };
  }

  #evolve(state: unknown, fact: Fact): unknown {
    try {
      return evolve(this.projection.fold, state, fact);
    } catch (cause) {
      throw new FoldFailed(fact, cause);
    }
  }

  #ready(stream: string, entry: Entry): Changed {
    const columns = Object.values(this.projection.columns).map((valueOf) => valueOf(entry.state));
    return { stream, entry, values: [JSON.stringify(entry.state), entry.lastDay, ...columns] };
  }

  #entry(stream: string): Entry {
    const remembered = this.#entries.get(stream);
    if (remembered) return remembered;
    const found = this.#sql.entry.get(stream);
    if (!found) return { state: this.projection.fold.initial, lastDay: NO_DAY };
    return { state: JSON.parse(found.row), lastDay: found.last_day };
  }
}
