import type Database from 'better-sqlite3';
import { decode, effectiveOf, recordedAtOf } from '../codec.js';
import { CORRECTION_TYPES, dated, type FactAmended } from '../corrections.js';
import type { Fact } from '../event.js';
import type { Batch, Recorded } from '../event-store.js';
import type { Moment } from '../history.js';
import { lastDay, period } from '../partial-date.js';
import type { ReadFile } from './read-file.js';
import { indexed } from './search/words.js';

/** The name under which a read file notes how far its audit log has come. */
export const AUDIT_LOG = 'audit_log';
/** Raised with every change of the tables below, and of what all rows are kept with. */
export const AUDIT_LOG_VERSION = 8;

/**
 * Which kinds of fact say what their stream is about, and in which field of their data: an id, or a list of ids. So the
 * facts of several streams are found together.
 */
export type Subjects = Readonly<Record<string, string>>;

/** By what the facts of the log are found together. */
export type Relations = Readonly<{
  subjects: Subjects;
  /** Which kinds of fact name something that the rest of their stream is not about, and in which field: an id, or a list of ids. */
  mentions: Subjects;
}>;

/** What a stream is about, and the field of the fact that first said so. */
export type Subject = Readonly<{ id: string; field: string }>;

/** A fact as far as its columns tell: enough to put it in its place without reading what it says. */
export type Outline = Pick<Fact, 'id' | 'stream' | 'type' | 'position' | 'recordedAt' | 'firstDay' | 'surelyBy'> &
  Readonly<{
    /** UTC day on which it may last have happened, counted from 1970-01-01. */
    lastDay: number;
    /** Why it is among them: it says of its stream that that is about the subject, it mentions it, or it is in such a stream. */
    relation: 'says so' | 'mentions it' | 'of the stream';
  }>;

type OutlineRow = [
  position: number,
  id: string,
  stream: string,
  type: string,
  recordedAt: number,
  firstDay: number,
  lastDay: number,
  surelyBy: number,
];

const outlineOf = (
  [position, id, stream, type, recordedAt, firstDay, lastDay, surelyBy]: OutlineRow,
  relation: Outline['relation'],
): Outline => ({
  position: BigInt(position),
  id,
  stream,
  type,
  recordedAt,
  firstDay,
  lastDay,
  surelyBy,
  relation,
});

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
/** How far a stream had come, and when that was recorded. */
export type LastOf = Readonly<{ revision: number; recordedAt: number }>;

const MOST_KEYS = 100_000;
const PAGE = 4096;

const COLUMNS = 'position, id, stream, revision, type, recorded_at, first_day, last_day, surely_by, data, metadata';

/** Every text and number in what JSON holds. */
function scalarsIn(value: unknown): readonly string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(scalarsIn);
  return [String(value)];
}

const CORRECTION_LIST = CORRECTION_TYPES.map((type) => `'${type}'`).join(', ');

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
    field TEXT NOT NULL,
    position INTEGER NOT NULL, -- of a fact that says so
    PRIMARY KEY (subject, stream, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE audit_log_mention (subject TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (subject, position)) STRICT, WITHOUT ROWID;
  CREATE VIRTUAL TABLE audit_log_corrected USING fts5(text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
  CREATE VIEW audit_log_fact AS
    SELECT
      position, id, name, stream, revision, type, recorded_at, first_day, last_day, surely_by, data, metadata,
      metadata ->> 'effective' AS effective,
      metadata ->> 'actor' AS actor,
      metadata ->> 'via' AS via,
      metadata ->> 'sources' AS sources,
      metadata ->> '$."$correlationId"' AS correlation_id,
      CASE WHEN type IN (${CORRECTION_LIST}) THEN data ->> 'corrects' END AS corrects
    FROM audit_log JOIN audit_log_stream ON key = stream;
`;

const INDEXES = `
  CREATE INDEX IF NOT EXISTS audit_log_by_stream ON audit_log (stream);
  CREATE INDEX IF NOT EXISTS audit_log_by_id ON audit_log (id);
  CREATE INDEX IF NOT EXISTS audit_log_by_correlation ON audit_log (metadata ->> '$."$correlationId"');
  CREATE INDEX IF NOT EXISTS audit_log_about_by_stream ON audit_log_about (stream);
`;

const OUTLINE =
  'SELECT position, id, name, type, recorded_at, first_day, last_day, surely_by FROM audit_log JOIN audit_log_stream ON key = stream';

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
    putAbout: db.prepare('INSERT OR IGNORE INTO audit_log_about (subject, stream, field, position) VALUES (?, ?, ?, ?)'),
    putMention: db.prepare('INSERT OR IGNORE INTO audit_log_mention (subject, position) VALUES (?, ?)'),
    outlinesAbout: db
      .prepare<[string], OutlineRow>(`${OUTLINE} WHERE stream IN (SELECT stream FROM audit_log_about WHERE subject = ?)`)
      .raw(),
    outlinesMentioning: db
      .prepare<[string], OutlineRow>(`${OUTLINE} WHERE position IN (SELECT position FROM audit_log_mention WHERE subject = ?)`)
      .raw(),
    positionsAbout: db.prepare<[string], number>('SELECT position FROM audit_log_about WHERE subject = ?').pluck(),
    at: facts('WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position'),
    correctionsIn: facts(`WHERE name = ? AND type IN (${CORRECTION_LIST}) ORDER BY position`),
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
    lastOf: db.prepare<[string, number, number], LastOf>(
      `SELECT revision, recorded_at AS recordedAt FROM audit_log
        WHERE stream = (SELECT key FROM audit_log_stream WHERE name = ?) AND position <= ? AND recorded_at < ?
        ORDER BY position DESC LIMIT 1`,
    ),
    streamNames: db
      .prepare<[string, string], string>("SELECT name FROM audit_log_stream WHERE name >= ? || '-' AND name < ? || '.' ORDER BY name")
      .pluck(),
    subjectsBy: db.prepare<[string, bigint], Subject>(
      `SELECT subject AS id, field FROM audit_log_about JOIN audit_log_stream ON key = stream
       WHERE name = ? AND position <= ? GROUP BY subject ORDER BY min(position), subject`,
    ),
    subjects: db
      .prepare<[string], string>(
        'SELECT DISTINCT subject FROM audit_log_about JOIN audit_log_stream ON key = stream WHERE name = ? ORDER BY subject',
      )
      .pluck(),
    streamsAbout: db
      .prepare<[string], string>(
        'SELECT DISTINCT name FROM audit_log_about JOIN audit_log_stream ON key = stream WHERE subject = ? ORDER BY name',
      )
      .pluck(),
  };
};

/** What meets all of the given conditions. */
export const together = (conditions: readonly Condition[]): { tests: string; parameters: readonly unknown[] } => ({
  tests: ['TRUE', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND '),
  parameters: conditions.flatMap(({ parameters }) => parameters),
});

/** The ids that a field names. */
export function namedIn(data: object, field: string): readonly string[] {
  const named = (data as Readonly<Record<string, unknown>>)[field];
  return [named].flat().filter((id) => typeof id === 'string');
}

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
    private readonly relations: Relations,
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
      for (const { id: subject, field } of this.#subjectsOf(event)) this.#sql.putAbout.run(subject, key, field, position);
      for (const subject of this.#mentionedIn(event)) this.#sql.putMention.run(subject, position);
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

  /** In outline, the facts of all streams that are about a subject, and those of other streams that mention it. */
  outlines(subject: string): readonly Outline[] {
    const says = new Set(this.#sql.positionsAbout.all(subject));
    const about = this.#sql.outlinesAbout.all(subject).map((row) => outlineOf(row, says.has(row[0]) ? 'says so' : 'of the stream'));
    return [...about, ...this.#sql.outlinesMentioning.all(subject).map((row) => outlineOf(row, 'mentions it'))];
  }

  /** The facts at the given positions, in order. */
  at(positions: readonly bigint[]): readonly Fact[] {
    return this.#sql.at.all(`[${positions.join(',')}]`).map(factOf);
  }

  /** The corrections of the facts of a stream, in order. */
  correctionsIn(stream: string): readonly Fact[] {
    return this.#sql.correctionsIn.all(stream).map(factOf);
  }

  streamsAbout(subject: string): readonly string[] {
    return this.#sql.streamsAbout.all(subject);
  }

  /** What a stream was about by a position: the same whenever it is asked. */
  subjectsBy(stream: string, upTo: bigint): readonly Subject[] {
    return this.#sql.subjectsBy.all(stream, upTo);
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

  /** How far a stream had come by what was known at a moment; undefined when nothing of it was. */
  lastOf(stream: string, { knownAt, upTo = Number.MAX_SAFE_INTEGER }: Moment): LastOf | undefined {
    const known = knownAt === undefined ? Number.MAX_SAFE_INTEGER : period(knownAt).end;
    return this.#sql.lastOf.get(stream, upTo, known);
  }

  /** Facts that meet all conditions, in order. */
  where(conditions: readonly Condition[], limit: number): readonly Fact[] {
    const { tests, parameters } = together(conditions);
    const statement = this.file.db.prepare<unknown[], Row>(`${FACTS} WHERE ${tests} ORDER BY position LIMIT ?`).raw();
    return statement.all(...parameters, limit).map(factOf);
  }

  /** The ids of all facts that meet all conditions, in order. */
  idsWhere(conditions: readonly Condition[]): readonly string[] {
    const { tests, parameters } = together(conditions);
    return this.file.db
      .prepare<unknown[], string>(`SELECT id FROM audit_log_fact WHERE ${tests} ORDER BY position`)
      .pluck()
      .all(...parameters);
  }

  /** How many facts meet all conditions. Those that speak of the table `audit_log` itself are quick to count in it. */
  count(conditions: readonly Condition[], within: 'audit_log' | 'audit_log_fact' = 'audit_log_fact'): number {
    const { tests, parameters } = together(conditions);
    return this.file.db
      .prepare<unknown[], number>(`SELECT count(*) FROM ${within} WHERE ${tests}`)
      .pluck()
      .get(...parameters)!;
  }

  /** Of the facts that meet all conditions, as `count` within `audit_log` takes them, those from one of them on, counted from 0, in order. */
  stretch(conditions: readonly Condition[], skip: number, take: number): readonly Fact[] {
    const { tests, parameters } = together(conditions);
    const wanted = `SELECT position FROM audit_log WHERE ${tests} ORDER BY position LIMIT ? OFFSET ?`;
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

  #subjectsOf({ type, data }: Recorded): readonly Subject[] {
    const { subjects } = this.relations;
    if (!Object.hasOwn(subjects, type)) return [];
    const field = subjects[type]!;
    return namedIn(JSON.parse(data) as object, field).map((id) => ({ id, field }));
  }

  /** What a fact mentions itself, or by what it makes of the fact that it amends. */
  #mentionedIn({ type, data }: Recorded): readonly string[] {
    const { mentions } = this.relations;
    if (Object.hasOwn(mentions, type)) return namedIn(JSON.parse(data) as object, mentions[type]!);
    if (type !== 'FactAmended') return [];
    const { changes } = JSON.parse(data) as FactAmended['data'];
    return Object.values(mentions).flatMap((field) => namedIn(changes, field));
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
