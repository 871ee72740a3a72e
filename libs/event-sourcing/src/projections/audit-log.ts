import { decode } from '../codec.js';
import type { Fact } from '../event.js';
import type { Recorded } from '../event-store.js';
import type { ReadDatabase } from './read-database.js';

export const AUDIT_LOG = 'audit_log';
/** Raised with every change of the tables below. */
export const AUDIT_LOG_VERSION = 1;

/** What a fact is about, beside its stream: how the facts of several streams are found together. */
export type SubjectsOf = (fact: Fact) => readonly string[];

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

const factOf = ([position, id, stream, revision, type, recordedAt, data, metadata]: Row): Fact =>
  decode({ position: BigInt(position), id, stream, revision: BigInt(revision), type, recordedAt, data, metadata });

const tables = (n: number): string => `
  CREATE TABLE audit_log__stream_${n} (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE audit_log__fact_${n} (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    first_day INTEGER NOT NULL,
    surely_by INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    effective TEXT AS (metadata ->> 'effective'),
    actor TEXT AS (metadata ->> 'actor'),
    via TEXT AS (metadata ->> 'via'),
    sources TEXT AS (metadata ->> 'sources'),
    corrects TEXT AS (CASE WHEN type IN ('FactAmended', 'FactRetracted') THEN data ->> 'corrects' END)
  ) STRICT;
  CREATE TABLE audit_log__about_${n} (subject TEXT NOT NULL, stream INTEGER NOT NULL, PRIMARY KEY (subject, stream)) STRICT, WITHOUT ROWID;
`;

const indexes = (n: number): string => `
  CREATE INDEX audit_log__fact_${n}_by_stream ON audit_log__fact_${n} (stream);
  CREATE INDEX audit_log__fact_${n}_by_id ON audit_log__fact_${n} (id);
`;

/**
 * The local copy of all facts, with what they are filtered by: the first table of the read side. All others fold from it.
 * Corrections are rows like any other; a corrected fact stays as it was recorded.
 */
export class AuditLog {
  readonly #sql;
  readonly #keys = new Map<string, number>();
  readonly #about = new Set<string>();
  readonly #select: string;

  constructor(
    private readonly database: ReadDatabase,
    readonly generation: number,
    private readonly subjectsOf: SubjectsOf,
  ) {
    const { db } = database;
    const [fact, stream, about] = ['fact', 'stream', 'about'].map((table) => `audit_log__${table}_${generation}`);
    this.#select = `SELECT position, id, name, revision, type, recorded_at, data, metadata FROM ${fact} JOIN ${stream} ON key = stream`;
    const facts = (tail: string) => db.prepare<unknown[], Row>(`${this.#select} ${tail}`).raw();
    this.#sql = {
      key: db.prepare<[string], number>(`SELECT key FROM ${stream} WHERE name = ?`).pluck(),
      addStream: db.prepare<[string]>(`INSERT INTO ${stream} (name) VALUES (?)`),
      addFact: db.prepare(
        `INSERT INTO ${fact} (position, id, stream, revision, type, recorded_at, first_day, surely_by, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      addAbout: db.prepare(`INSERT OR IGNORE INTO ${about} (subject, stream) VALUES (?, ?)`),
      after: facts('WHERE position > ? ORDER BY position LIMIT ?'),
      ofStream: facts('WHERE name = ? ORDER BY position'),
      ofCategory: facts("WHERE name >= ? || '-' AND name < ? || '.' ORDER BY name, position"),
      about: facts(`WHERE stream IN (SELECT stream FROM ${about} WHERE subject = ?) ORDER BY position`),
      byId: facts('WHERE id = ? ORDER BY position LIMIT 1'),
      streamsAbout: db
        .prepare<[string], string>(`SELECT name FROM ${about} JOIN ${stream} ON key = stream WHERE subject = ? ORDER BY key`)
        .pluck(),
    };
  }

  /** Makes the tables of a new generation. Their indexes come once they are filled: that is faster. */
  static create(database: ReadDatabase, generation: number, subjectsOf: SubjectsOf): AuditLog {
    database.db.exec(tables(generation));
    return new AuditLog(database, generation, subjectsOf);
  }

  createIndexes(): void {
    this.database.db.exec(indexes(this.generation));
  }

  /** Keeps events that follow all that are in it, each beside the fact that was decoded from it. */
  add(events: readonly Recorded[], facts: readonly Fact[]): void {
    for (const [index, { position, id, stream, revision, type, recordedAt, data, metadata }] of events.entries()) {
      const fact = facts[index]!;
      const key = this.#keyOf(stream);
      this.#sql.addFact.run(position, id, key, revision, type, recordedAt, fact.firstDay, fact.surelyBy, data, metadata);
      for (const subject of this.subjectsOf(fact)) this.#addAbout(subject, key);
    }
  }

  /** The next facts after a position, in order. */
  after(position: number, limit: number): readonly Fact[] {
    return this.#sql.after.all(position, limit).map(factOf);
  }

  ofStream(stream: string): readonly Fact[] {
    return this.#sql.ofStream.all(stream).map(factOf);
  }

  /** The facts of all streams that are about a subject, corrections among them. */
  about(subject: string): readonly Fact[] {
    return this.#sql.about.all(subject).map(factOf);
  }

  streamsAbout(subject: string): readonly string[] {
    return this.#sql.streamsAbout.all(subject);
  }

  byId(id: string): Fact | undefined {
    const row = this.#sql.byId.get(id);
    return row && factOf(row);
  }

  /** The facts of each stream of a category, stream by stream. */
  *streamsOf(category: string): Generator<readonly Fact[]> {
    let facts: Fact[] = [];
    for (const row of this.#sql.ofCategory.iterate(category, category)) {
      const fact = factOf(row);
      if (facts.length > 0 && facts[0]!.stream !== fact.stream) {
        yield facts;
        facts = [];
      }
      facts.push(fact);
    }
    if (facts.length > 0) yield facts;
  }

  /** Facts by a condition on the columns above; `tail` goes on behind `WHERE`. */
  where(tail: string, parameters: readonly unknown[]): readonly Fact[] {
    return this.database.db
      .prepare<unknown[], Row>(`${this.#select} WHERE ${tail}`)
      .raw()
      .all(...parameters)
      .map(factOf);
  }

  #keyOf(stream: string): number {
    const remembered = this.#keys.get(stream);
    if (remembered !== undefined) return remembered;
    const key = this.#sql.key.get(stream) ?? Number(this.#sql.addStream.run(stream).lastInsertRowid);
    if (this.#keys.size >= 100_000) this.#keys.clear();
    this.#keys.set(stream, key);
    return key;
  }

  #addAbout(subject: string, key: number): void {
    const pair = `${subject} ${key}`;
    if (this.#about.has(pair)) return;
    if (this.#about.size >= 100_000) this.#about.clear();
    this.#about.add(pair);
    this.#sql.addAbout.run(subject, key);
  }
}
