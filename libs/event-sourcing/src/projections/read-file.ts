import Database from 'better-sqlite3';

/** Where one table of the read side stands: all up to `position` is in it. */
export type Built = Readonly<{ name: string; version: number; position: number }>;

const META = 'CREATE TABLE IF NOT EXISTS built (name TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;';

/** Bytes of the file that are read in place: more than twenty years of work need. */
const MOST_MAPPED = 2 ** 30;

/** One SQLite file with tables that people look at. Everything in it can be made again from the event store. */
export class ReadFile {
  readonly db: Database.Database;
  readonly #built;
  readonly #put;

  /** @param unsafely without care for a crash: for a file that nobody else uses and that is thrown away if it is not finished */
  constructor(path: string, unsafely = false) {
    this.db = new Database(path, { timeout: 10_000 });
    // A fact with its metadata is close to a kilobyte: larger pages make keeping it cheaper.
    this.db.pragma('page_size = 16384');
    this.db.pragma(unsafely ? 'journal_mode = OFF' : 'journal_mode = WAL');
    this.db.pragma(unsafely ? 'synchronous = OFF' : 'synchronous = NORMAL');
    // What is read again and again is read in place, without a copy.
    this.db.pragma(`mmap_size = ${MOST_MAPPED}`);
    this.db.exec(META);
    this.#built = this.db.prepare<[string], Built>('SELECT name, version, position FROM built WHERE name = ?');
    this.#put = this.db.prepare('INSERT OR REPLACE INTO built (name, version, position) VALUES (@name, @version, @position)');
  }

  /** Nothing before the table was first built. */
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

  close(): void {
    this.db.close();
  }
}
