import type Database from 'better-sqlite3';
import { decode, effectiveOf, recordedAtOf } from '../codec.js';
import { CORRECTION_TYPES, dated } from '../corrections.js';
import type { Fact } from '../event.js';
import type { Batch, Recorded } from '../event-store.js';
import { lastDay, period } from '../partial-date.js';
import type { ReadFile } from './read-file.js';
import { indexed } from './search/words.js';

/** The name under which a read file notes how far its audit log has come. */
export const AUDIT_LOG = 'audit_log';
/** Raised with every change of the tables below, and of what all rows are kept with. */
export const AUDIT_LOG_VERSION = 6;

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

const CORRECTIONS: ReadonlySet<string> = new Set(CORRECTION_TYPES);

const MOST_KEYS = 100_000;
const PAGE = 4096;

const COLUMNS = 'position, id, stream, revision, type, recorded_at, first_day, last_day, surely_by, data, metadata';

/** Every text and number in what JSON holds. */
function scalarsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(scalarsIn);
  return [String(value)];
}

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
  CREATE TABLE audit_log_about (
    subject TEXT NOT NULL,
    stream INTEGER NOT NULL,
    since INTEGER NOT NULL, -- the position of the fact that said so first
    PRIMARY KEY (subject, stream)
  ) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE audit_log_corrected USING fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
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
    putCorrected: db.prepare('INSERT INTO audit_log_corrected (rowid, text) VALUES (?, ?)'),
    corrected: db
      .prepare<[bigint, bigint], string>(
        `SELECT data FROM audit_log WHERE position = ?
        UNION ALL SELECT corrected.data FROM audit_log JOIN audit_log AS corrected ON corrected.id = audit_log.data ->> 'corrects'
          AND corrected.stream = audit_log.stream WHERE audit_log.position = ?`,
      )
      .pluck(),
    putAbout: db.prepare('INSERT OR IGNORE INTO audit_log_about (subject, stream, since) VALUES (?, ?, ?)'),
    after: facts('WHERE position > ? ORDER BY position LIMIT ?'),
    between: facts('WHERE position > ? AND position <= ? ORDER BY position LIMIT ?'),
    ofStream: facts('WHERE name = ? AND position <= ? ORDER BY position'),
    about: facts('WHERE stream IN (SELECT stream FROM audit_log_about WHERE subject = ?) ORDER BY position'),
    last: facts('WHERE position <= ? ORDER BY position DESC LIMIT 1'),
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

/** What meets each of the conditions. */
const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: ['TRUE', ...conditions.map(({ sql }) => sql)].join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters),
});

/**
 * The local copy of all facts, with what they are filtered by: the first table of the read side. All others fold from it.
 * Corrections are rows like any other; a corrected fact stays as it was recorded.
 */
export class AuditLog {
  readonly #sql: ReturnType<typeof statements>;
  #isComplete: boolean;
  readonly #keys = new Map<string, number>();
  /** Positions of corrections whose text is not indexed yet. */
  readonly #corrections: bigint[] = [];

  /** @param isComplete not while the tables are filled for the first time */
  constructor(
    private readonly file: ReadFile,
    private readonly subjects: Subjects,
    isComplete = true,
  ) {
    this.#isComplete = isComplete;
    this.#sql = statements(file.db);
  }

  /** Makes the tables. What is `complete` comes once they are filled: that is faster. */
  static create(file: ReadFile): void {
    file.db.exec(TABLES);
  }

  /** Makes the indexes, and indexes what was corrected: by these it is found. */
  complete(): void {
    this.file.db.exec(INDEXES);
    this.#isComplete = true;
    for (const position of this.#corrections.splice(0)) this.#addCorrected(position);
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
      for (const subject of this.#subjectsOf(event)) this.#sql.putAbout.run(subject, key, position);
      if (CORRECTIONS.has(type)) this.#addCorrection(position);
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

  /** The last fact up to a position. */
  last(upTo: number): Fact | undefined {
    const row = this.#sql.last.get(upTo);
    return row && factOf(row);
  }

  /** Last revision of a stream up to a position. */
  revision(stream: string, upTo: bigint): bigint | undefined {
    const revision = this.#sql.revision.get(stream, upTo);
    return typeof revision === 'number' ? BigInt(revision) : undefined;
  }

  /** Facts that meet all conditions, in order. */
  where(conditions: readonly Condition[], limit: number): readonly Fact[] {
    const { sql, parameters } = allOf(conditions);
    const statement = this.file.db.prepare<unknown[], Row>(`${FACTS} WHERE ${sql} ORDER BY position LIMIT ?`).raw();
    return statement.all(...parameters, limit).map(factOf);
  }

  /** How many facts meet all conditions; these speak of the table `audit_log` itself, in which that is quick to see. */
  count(conditions: readonly Condition[]): number {
    const { sql, parameters } = allOf(conditions);
    return this.file.db
      .prepare<unknown[], number>(`SELECT count(*) FROM audit_log WHERE ${sql}`)
      .pluck()
      .get(...parameters)!;
  }

  /** Of the facts that meet all conditions, as `count` takes them, those from one of them on, counted from 0, in order. */
  stretch(conditions: readonly Condition[], skip: number, take: number): readonly Fact[] {
    const { sql, parameters } = allOf(conditions);
    const wanted = `SELECT position FROM audit_log WHERE ${sql} ORDER BY position LIMIT ? OFFSET ?`;
    const statement = this.file.db.prepare<unknown[], Row>(`${FACTS} WHERE position IN (${wanted}) ORDER BY position`).raw();
    return statement.all(...parameters, take, skip).map(factOf);
  }

  #addCorrection(position: bigint): void {
    if (this.#isComplete) this.#addCorrected(position);
    else this.#corrections.push(position);
  }

  /**
   * Indexes what a correction says and what it corrects, under the position of the correction: the rows of now may have lost
   * some of that text, and by it those of the past are found.
   */
  #addCorrected(position: bigint): void {
    const texts = this.#sql.corrected.all(position, position).flatMap((data) => scalarsIn(JSON.parse(data)));
    this.#sql.putCorrected.run(position, indexed(texts.join('\n')));
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
