import Database from 'better-sqlite3';

/** Where the generation in use of one table stands: all up to `position` is in it. */
export type Built = Readonly<{ name: string; version: number; generation: number; position: number }>;

const META = `
  CREATE TABLE IF NOT EXISTS built (name TEXT PRIMARY KEY, version INTEGER NOT NULL, generation INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS generation (number INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;
`;

/**
 * The file with all that people look at. Everything in it can be made again from the event store. Each table exists in
 * generations: a new one is made beside the one in use, which then takes its place.
 */
export class ReadDatabase {
  readonly db: Database.Database;
  readonly #built;
  readonly #put;

  constructor(file: string) {
    this.db = new Database(file, { timeout: 10_000 });
    // A fact with its metadata is close to a kilobyte: larger pages make keeping it cheaper.
    this.db.pragma('page_size = 16384');
    this.db.pragma('journal_mode = WAL');
    this.db.pragma('synchronous = NORMAL');
    this.db.exec(META);
    this.#built = this.db.prepare<[string], Built>('SELECT name, version, generation, position FROM built WHERE name = ?');
    this.#put = this.db.prepare(
      'INSERT OR REPLACE INTO built (name, version, generation, position) VALUES (@name, @version, @generation, @position)',
    );
  }

  /** The generation in use of a table; nothing before it was first built. */
  built(name: string): Built | undefined {
    return this.#built.get(name);
  }

  put(built: Built): void {
    this.#put.run(built);
  }

  /** Runs `work` in one transaction beside which nothing is written. */
  transaction<T>(work: () => T): T {
    return this.db.transaction(work).immediate();
  }

  /** Runs `work` on one state of all tables. */
  snapshot<T>(work: () => T): T {
    return this.db.inTransaction ? work() : this.db.transaction(work).deferred();
  }

  newGeneration(): number {
    return Number(this.db.prepare('INSERT INTO generation DEFAULT VALUES').run().lastInsertRowid);
  }

  /** Removes the tables of `name` that are older than its generation in use: replaced ones and those never finished. */
  dropOlder(name: string): void {
    const { generation = 0 } = this.built(name) ?? {};
    const tables = this.db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    for (const table of tables) {
      const [, owner, number] = /^([a-z_]+?)(?:__[a-z]+)?_(\d+)$/.exec(table) ?? [];
      if (owner === name && Number(number) < generation) this.db.exec(`DROP TABLE ${table}`);
    }
  }

  close(): void {
    this.db.close();
  }
}
