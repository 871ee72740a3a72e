import type Database from 'better-sqlite3';
import { decode, effectiveOf, recordedAtOf } from '../codec.js';
import { CORRECTION_TYPES, dated } from '../corrections.js';
import type { Fact } from '../event.js';
import type { Batch, Recorded } from '../event-store.js';
import { lastDay, period } from '../partial-date.js';
import type { ReadFile } from './read-file.js';

/** The name under which a read file notes how far its audit log has come. */
export const AUDIT_LOG = 'audit_log';
/** Raised with every change of the tables below, and of what all rows are kept with. */
export const AUDIT_LOG_VERSION = 4;

/**
 * Which kinds of fact say what their stream is about, and in which field of their data: an id, or a list of ids. So the
 * facts of several streams are found together.
 */
export type Subjects = Readonly<Record<string, string>>;

/** A test on the columns of `audit_log_fact` below. */
export type Condition = Readonly<{ sql: string; parameters: readonly unknown[] }>;

type Row = [
  position: number,
  id: string,
  stream: string,
  revision: number,
  type: string,
  recordedAt: number,
  data: string,
  metadata: string,
];

const recordedOf = ([position, id, stream, revision, type, recordedAt, data, metadata]: Row): Recorded => ({
  position: BigInt(position),
  id,
  stream,
  revision: BigInt(revision),
  type,
  recordedAt,
  data,
  metadata,
});

const factOf = (row: Row): Fact => decode(recordedOf(row));

const MOST_KEYS = 100_000;
const PAGE = 4096;

const COLUMNS = 'position, id, stream, revision, type, recorded_at, first_day, last_day, surely_by, data, metadata';

/** What JSON holds is picked out by the view, when it is asked for: generated columns are worked out with every insert, too. */
const TABLES = `
  CREATE TABLE audit_log_stream (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE audit_log (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    surely_by INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE TABLE audit_log_about (subject TEXT NOT NULL, stream INTEGER NOT NULL, PRIMARY KEY (subject, stream)) STRICT, WITHOUT ROWID;
  CREATE VIEW audit_log_fact AS
    SELECT
      position, id, name, stream, revision, type, recorded_at, first_day, last_day, surely_by, data, metadata,
      metadata ->> 'effective' AS effective,
      metadata ->> 'actor' AS actor,
      metadata ->> 'via' AS via,
      metadata ->> 'sources' AS sources,
      CASE WHEN type IN (${CORRECTION_TYPES.map((type) => `'${type}'`).join(', ')}) THEN data ->> 'corrects' END AS corrects
    FROM audit_log JOIN audit_log_stream ON key = stream;
`;

const INDEXES = `
  CREATE INDEX IF NOT EXISTS audit_log_by_stream ON audit_log (stream);
  CREATE INDEX IF NOT EXISTS audit_log_by_id ON audit_log (id);
  CREATE INDEX IF NOT EXISTS audit_log_about_by_stream ON audit_log_about (stream);
`;

const FACTS = 'SELECT position, id, name, revision, type, recorded_at, data, metadata FROM audit_log_fact';

const statements = (db: Database.Database) => {
  const facts = (tail: string) => db.prepare<unknown[], Row>(`${FACTS} ${tail}`).raw();
  return {
    key: db.prepare<[string], number>('SELECT key FROM audit_log_stream WHERE name = ?').pluck(),
    putStream: db.prepare('INSERT INTO audit_log_stream (name) VALUES (?)'),
    putFact: db.prepare(`INSERT INTO audit_log (${COLUMNS}) VALUES (${COLUMNS.replaceAll(/\w+/g, '?')})`),
    putAbout: db.prepare('INSERT OR IGNORE INTO audit_log_about (subject, stream) VALUES (?, ?)'),
    after: facts('WHERE position > ? ORDER BY position LIMIT ?'),
    between: facts('WHERE position > ? AND position <= ? ORDER BY position LIMIT ?'),
    ofStream: facts('WHERE name = ? AND position <= ? ORDER BY position'),
    about: facts('WHERE stream IN (SELECT stream FROM audit_log_about WHERE subject = ?) ORDER BY position'),
    byId: facts('WHERE id = ? ORDER BY position LIMIT 1'),
    revision: db
      .prepare<[string, bigint], number | null>(
        'SELECT max(revision) FROM audit_log JOIN audit_log_stream ON key = stream WHERE name = ? AND position <= ?',
      )
      .pluck(),
    streamNames: db
      .prepare<[string, string], string>("SELECT name FROM audit_log_stream WHERE name >= ? || '-' AND name < ? || '.' ORDER BY name")
      .pluck(),
    subjects: db
      .prepare<[string], string>(
        'SELECT subject FROM audit_log_about JOIN audit_log_stream ON key = stream WHERE name = ? ORDER BY subject',
      )
      .pluck(),
    streamsAbout: db
      .prepare<[string], string>('SELECT name FROM audit_log_about JOIN audit_log_stream ON key = stream WHERE subject = ? ORDER BY name')
      .pluck(),
  };
};

/**
 * The local copy of all facts, with what they are filtered by: the first table of the read side. All others fold from it.
 * Corrections are rows like any other; a corrected fact stays as it was recorded.
 */
export class AuditLog {
  readonly #sql: ReturnType<typeof statements>;
  readonly #keys = new Map<string, number>();

  constructor(
    private readonly file: ReadFile,
    private readonly subjects: Subjects,
  ) {
    this.#sql = statements(file.db);
  }

  /** Makes the tables. Their indexes come once they are filled: that is faster. */
  static create(file: ReadFile): void {
    file.db.exec(TABLES);
  }

  static createIndexes(file: ReadFile): void {
    file.db.exec(INDEXES);
  }

  /** Keeps events that follow all that are in it. */
  add(events: readonly Recorded[]): void {
    for (const event of events) {
      const key = this.#keyOf(event.stream);
      const { position, id, revision, type, data, metadata } = event;
      const recordedAt = recordedAtOf(event);
      const effective = effectiveOf(metadata);
      const { firstDay, surelyBy } = dated(effective, recordedAt);
      this.#sql.putFact.run(position, id, key, revision, type, recordedAt, firstDay, lastDay(period(effective)), surelyBy, data, metadata);
      for (const subject of this.#subjectsOf(event)) this.#sql.putAbout.run(subject, key);
    }
  }

  /** The next facts after a position, in order. */
  after(position: number, limit: number): readonly Fact[] {
    return this.#sql.after.all(position, limit).map(factOf);
  }

  /** All events from the first on, up to a position, as a store gives them. */
  async *events(upTo: number): AsyncGenerator<Batch> {
    for (let position = -1, caughtUp = false; !caughtUp;) {
      const rows = this.#sql.between.all(position, upTo, PAGE);
      position = rows.at(-1)?.[0] ?? position;
      caughtUp = rows.length < PAGE;
      yield { events: rows.map(recordedOf), caughtUp };
    }
  }

  /** The facts of a stream up to a position. */
  ofStream(stream: string, upTo: number | bigint = Number.MAX_SAFE_INTEGER): readonly Fact[] {
    return this.#sql.ofStream.all(stream, upTo).map(factOf);
  }

  /** The names of all streams of a category. */
  streamNames(category: string): readonly string[] {
    return this.#sql.streamNames.all(category, category);
  }

  /** The facts of all streams that are about a subject, corrections among them. */
  about(subject: string): readonly Fact[] {
    return this.#sql.about.all(subject).map(factOf);
  }

  streamsAbout(subject: string): readonly string[] {
    return this.#sql.streamsAbout.all(subject);
  }

  /** Those that a stream is, or once was, about. */
  subjectsOf(stream: string): readonly string[] {
    return this.#sql.subjects.all(stream);
  }

  byId(id: string): Fact | undefined {
    const row = this.#sql.byId.get(id);
    return row && factOf(row);
  }

  /** Last revision of a stream up to a position. */
  revision(stream: string, upTo: bigint): bigint | undefined {
    const revision = this.#sql.revision.get(stream, upTo);
    return typeof revision === 'number' ? BigInt(revision) : undefined;
  }

  /** Facts that meet all conditions, in order. */
  where(conditions: readonly Condition[], limit: number): readonly Fact[] {
    const tests = ['TRUE', ...conditions.map(({ sql }) => sql)];
    const statement = this.file.db.prepare<unknown[], Row>(`${FACTS} WHERE ${tests.join(' AND ')} ORDER BY position LIMIT ?`).raw();
    return statement.all(...conditions.flatMap(({ parameters }) => parameters), limit).map(factOf);
  }

  #subjectsOf({ type, data }: Recorded): readonly string[] {
    if (!Object.hasOwn(this.subjects, type)) return [];
    const named = (JSON.parse(data) as Readonly<Record<string, string | readonly string[]>>)[this.subjects[type]!] ?? [];
    return typeof named === 'string' ? [named] : named;
  }

  #keyOf(stream: string): number {
    const remembered = this.#keys.get(stream);
    if (remembered !== undefined) return remembered;
    const key = this.#sql.key.get(stream) ?? Number(this.#sql.putStream.run(stream).lastInsertRowid);
    if (this.#keys.size >= MOST_KEYS) this.#keys.clear();
    this.#keys.set(stream, key);
    return key;
  }
}
