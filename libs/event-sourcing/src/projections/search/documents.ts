import type { ReadFile } from '../read-file.js';
import type { Span } from '../span.js';
import type { Findable, Findables } from './findable.js';
import { placeDay, placeSql } from './place.js';
import { indexed } from './words.js';

const TABLES = `
  DROP TABLE IF EXISTS search_text;
  DROP TABLE IF EXISTS search_document;
  DROP TABLE IF EXISTS search_span;
  DROP TABLE IF EXISTS search_kind;
  CREATE TABLE search_kind (code INTEGER PRIMARY KEY, kind TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE search_span (
    stream INTEGER PRIMARY KEY,
    first_sure INTEGER NOT NULL,
    last_sure INTEGER NOT NULL,
    first_recorded INTEGER NOT NULL,
    last_recorded INTEGER NOT NULL,
    first_position INTEGER NOT NULL,
    last_position INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE search_document (
    number INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    day INTEGER NOT NULL,
    title TEXT NOT NULL,
    names TEXT NOT NULL,
    texts TEXT NOT NULL,
    labels TEXT NOT NULL
  ) STRICT;
  CREATE INDEX search_document_by_stream ON search_document (stream);
`;

/**
 * The index takes words apart at all that is no ASCII letter or digit and leaves other scripts as they are: what goes in
 * is folded already. It keeps no text of its own, and no places within a text: that makes it small and quick to fill.
 */
const INDEX = `
  CREATE VIRTUAL TABLE search_text USING fts5(
    names, texts, labels, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii', prefix = '1 2'
  );
  INSERT INTO search_text (rowid, names, texts, labels)
    SELECT ${placeSql()} AS place, names, texts, labels FROM search_document ORDER BY place;
  CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
    INSERT INTO search_text (rowid, names, texts, labels) VALUES (${placeSql('new.')}, new.names, new.texts, new.labels);
  END;
  CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
    DELETE FROM search_text WHERE rowid = ${placeSql('old.')};
  END;
`;

const STREAM = '(SELECT key FROM audit_log_stream WHERE name = ?)';

/** The statements that put the span of a stream and a document into an index. */
export const SEARCH_SQL = [
  `INSERT OR REPLACE INTO search_span VALUES (${STREAM}, ?, ?, ?, ?, ?, ?)`,
  `INSERT INTO search_document (stream, kind, id, day, title, names, texts, labels)
    VALUES (${STREAM}, (SELECT code FROM search_kind WHERE kind = ?), ?, ?, ?, ?, ?, ?)`,
] as const;

/** A span as the first of them takes it. */
export const spanValues = (stream: string, span: Span): readonly unknown[] => [
  stream,
  span.firstSure,
  span.lastSure,
  span.firstRecorded,
  span.lastRecorded,
  span.firstPosition,
  span.lastPosition,
];

const textOf = ({ said }: Findable, isName: boolean): string =>
  indexed(
    said
      .filter((each) => each.isName === isName)
      .map(({ text }) => text)
      .join('\n'),
  );

/** A label as one word. */
export const asLabel = (label: string): string =>
  // Ids and years, as nearly all labels are.
  /^[a-z0-9-]*$/.test(label)
    ? label.replaceAll('-', '')
    : indexed(label)
        .replaceAll(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();

type DocumentValues = readonly [
  stream: string,
  kind: string,
  id: string,
  day: number,
  title: string,
  names: string,
  texts: string,
  labels: string,
];

/** Something that can be found as the second of them takes it. */
export const documentValues = (stream: string, found: Findable): DocumentValues => [
  stream,
  found.kind,
  found.id,
  placeDay(found.day),
  found.title,
  textOf(found, true),
  textOf(found, false),
  found.labels.map(asLabel).join(' '),
];

type Kept = Readonly<{ number: number; values: DocumentValues }>;
type KeptColumns = [number: number, ...values: DocumentValues];

/** What a stream tells of now: nothing when it has no row. */
export type Telling = Readonly<{ stream: string; findables: readonly Findable[]; span: Span | undefined }>;

const NAMES = ['stream', 'kind', 'id', 'day', 'title', 'names', 'texts', 'labels'] as const;

const isSame = (a: DocumentValues, b: DocumentValues): boolean => NAMES.every((_, index) => a[index] === b[index]);

/** In the order of their places: the index takes them in fastest so. */
const byPlace = (a: DocumentValues, b: DocumentValues): number => a[3] - b[3];

/** The documents that are searched: what the rows of now tell, each thing a document of its own. */
export class SearchDocuments {
  readonly #sql;

  constructor(private readonly file: ReadFile) {
    const [putSpan, putDocument] = SEARCH_SQL;
    this.#sql = {
      putSpan: file.db.prepare(putSpan),
      removeSpan: file.db.prepare(`DELETE FROM search_span WHERE stream = ${STREAM}`),
      putDocument: file.db.prepare(putDocument),
      removeDocument: file.db.prepare('DELETE FROM search_document WHERE number = ?'),
      kept: file.db
        .prepare<[string, string], KeptColumns>(
          `SELECT number, ?, search_kind.kind, id, day, title, names, texts, labels
          FROM search_document JOIN search_kind ON code = search_document.kind
          WHERE stream = ${STREAM} ORDER BY number`,
        )
        .raw(),
    };
  }

  /** Makes the tables, in the place of older ones if there are. They are not searched before `fill`. */
  static create(file: ReadFile, all: readonly (Findables | undefined)[]): void {
    file.db.exec(TABLES);
    const put = file.db.prepare('INSERT INTO search_kind (kind) VALUES (?)');
    for (const kind of all.flatMap((each) => each?.kinds ?? [])) put.run(kind);
  }

  /** Makes the index of all documents there are at once, which is far quicker; from then on it follows them. */
  static fill(file: ReadFile): void {
    file.db.exec(INDEX);
  }

  /** Brings the documents of streams up to what these tell now. Of what has not changed nothing is written. */
  write(all: readonly Telling[]): void {
    const removed: Kept[] = [];
    const added: DocumentValues[] = [];
    for (const { stream, findables, span } of all) {
      if (span) this.#sql.putSpan.run(...spanValues(stream, span));
      else this.#sql.removeSpan.run(stream);
      const kept = this.#sql.kept.all(stream, stream).map(([number, ...values]): Kept => ({ number, values }));
      const told = findables.map((found) => documentValues(stream, found));
      removed.push(...kept.filter(({ values }) => !told.some((each) => isSame(each, values))));
      added.push(...told.filter((each) => !kept.some(({ values }) => isSame(values, each))));
    }
    for (const { number } of removed.toSorted((a, b) => byPlace(a.values, b.values))) this.#sql.removeDocument.run(number);
    for (const values of added.toSorted(byPlace)) this.#sql.putDocument.run(...values);
  }

  /** Takes out all that a kind has, as when its projection has failed. */
  clear({ kinds }: Findables): void {
    const clear = this.file.db.prepare('DELETE FROM search_document WHERE kind = (SELECT code FROM search_kind WHERE kind = ?)');
    for (const kind of kinds) clear.run(kind);
  }
}
