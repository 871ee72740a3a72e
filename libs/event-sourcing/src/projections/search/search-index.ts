import { isNow, type Moment } from '../../history.js';
import { period } from '../../partial-date.js';
import type { ReadFile } from '../read-file.js';
import { asLabel } from './documents.js';
import { kindOfPlace, kindOfPlaceSql, type Place, placeSql, startOfDay } from './place.js';

/** What is looked for. */
export type Sought = Readonly<{
  /** A thing has them all, each as the beginning of one of its words. There is at least one. */
  words: readonly string[];
  /** Of each list, a thing has one label at least. */
  labels: readonly (readonly string[])[];
  /** Only things of these kinds; of all when left out. */
  kinds?: readonly string[] | undefined;
}>;

/** Something that was found, as the index knows it: by what its stream tells now. */
export type FoundDocument = Readonly<{ place: Place; stream: string; kind: string; id: string; title: string }>;

type Sql = Readonly<{ sql: string; parameters: readonly unknown[] }>;

const ENDLESS = Number.MAX_SAFE_INTEGER;

/** What stands in quotes is text to the index, whatever it is. */
const quoted = (word: string): string => `"${word.replaceAll('"', '""')}"`;

const wordsMatch = (words: readonly string[], columns: string): string =>
  `{${columns}} : (${words.map((word) => `${quoted(word)} *`).join(' AND ')})`;

const labelsMatch = (labels: readonly string[]): string =>
  labels.length === 0 ? 'labels : "-"' : `labels : (${labels.map((label) => quoted(asLabel(label))).join(' OR ')})`;

const match = ({ words, labels }: Sought, columns: string): string =>
  [wordsMatch(words, columns), ...labels.map(labelsMatch)].map((part) => `(${part})`).join(' AND ');

/** Where a moment stands to the span of a stream, as `spanAt` tells it of one. */
function sqlOf({ asOf, knownAt, upTo }: Moment): Readonly<Record<'asNow' | 'inBetween', Sql>> {
  const known = knownAt === undefined ? ENDLESS : period(knownAt).end;
  const sure = asOf === undefined ? ENDLESS : period(asOf).end;
  const position = upTo ?? ENDLESS;
  const isBegun = 'first_recorded < ? AND first_position <= ?';
  const isWholly = 'last_recorded < ? AND last_position <= ?';
  return {
    asNow: { sql: `${isWholly} AND last_sure <= ?`, parameters: [known, position, sure] },
    inBetween: {
      sql: `${isBegun} AND NOT (${isWholly} AND (last_sure <= ? OR first_sure > ?))`,
      parameters: [known, position, known, position, sure, sure],
    },
  };
}

/** The index of what the rows of now tell, asked for a moment. */
export class SearchIndex {
  readonly #kinds: readonly string[];

  constructor(private readonly file: ReadFile) {
    const kinds = file.db.prepare<[], [number, string]>('SELECT code, kind FROM search_kind').raw().all();
    this.#kinds = kinds.reduce<string[]>((all, [code, kind]) => Object.assign(all, { [code]: kind }), []);
  }

  /** How many places there are of each kind. */
  counted(places: readonly Place[]): ReadonlyMap<string, number> {
    const counts = this.#kinds.map(() => 0);
    for (const place of places) counts[kindOfPlace(place)]! += 1;
    return new Map(Object.entries(counts).map(([code, count]) => [this.#kinds[Number(code)]!, count]));
  }

  /** Whether a place is of one of some kinds. */
  isOf(kinds: readonly string[]): (place: Place) => boolean {
    const codes = new Set(kinds.map((kind) => this.#kinds.indexOf(kind)));
    return (place) => codes.has(kindOfPlace(place));
  }

  /** All that has the words and was at the moment as it is now; the earliest first. */
  places(sought: Sought, moment: Moment): readonly Place[] {
    const { sql, parameters } = this.#search(sought, moment, 'names texts');
    // As one text, since there may be tens of thousands: that is faster than to fetch as many rows.
    const all = this.file.db.prepare<unknown[], string>(`SELECT json_group_array(place) FROM (${sql})`).pluck();
    return JSON.parse(all.get(...parameters)!) as Place[];
  }

  /**
   * The same of what has the words in its names alone: the latest first, at least `most` of them if there are as many, and
   * all of the day of the last one, so that it is no matter of chance which these are.
   */
  latestNamed(sought: Sought, moment: Moment, most: number): readonly Place[] {
    const { sql, parameters } = this.#search(sought, moment, 'names');
    const latest = this.file.db.prepare<unknown[], Place>(`${sql} ORDER BY place DESC LIMIT ?`).pluck();
    const found = latest.all(...parameters, 2 * most);
    const last = found[most - 1];
    if (last === undefined) return found;
    // Where an earlier day has begun among them, all of that of the last one are there.
    if (found.length < 2 * most || found.at(-1)! < startOfDay(last)) return found.filter((place) => place >= startOfDay(last));
    const since = this.file.db.prepare<unknown[], Place>(`${sql} AND search_text.rowid >= ? ORDER BY place DESC`).pluck();
    return since.all(...parameters, startOfDay(last));
  }

  /**
   * The streams that were neither as they are now nor not yet there, and that may have told then of something with the words:
   * by what they tell now, or by what was corrected in them. What they told must be seen by their rows of then.
   */
  inBetween(sought: Sought, moment: Moment, columns: 'names texts' | 'names' = 'names texts'): readonly string[] {
    if (isNow(moment)) return [];
    const { inBetween } = sqlOf(moment);
    const told = `SELECT stream FROM search_text JOIN search_document ON number = search_text.rowid & 0xffffffff WHERE search_text MATCH ?`;
    const corrected = `SELECT stream FROM audit_log_corrected JOIN audit_log ON position = audit_log_corrected.rowid WHERE audit_log_corrected MATCH ?`;
    const statement = this.file.db.prepare<unknown[], string>(
      `SELECT name FROM audit_log_stream LEFT JOIN search_span ON stream = key
      WHERE key IN (${told} UNION ${corrected}) AND (stream IS NULL OR ${inBetween.sql}) ORDER BY name`,
    );
    const anyWord = sought.words.map((word) => `${quoted(word)} *`).join(' OR ');
    return statement.pluck().all(wordsMatch(sought.words, columns), anyWord, ...inBetween.parameters);
  }

  documents(places: readonly Place[]): readonly FoundDocument[] {
    const statement = this.file.db.prepare<[string], FoundDocument>(
      `SELECT ${placeSql('search_document.')} AS place, name AS stream, search_kind.kind, search_document.id, title
      FROM json_each(?) JOIN search_document ON number = value & 0xffffffff
      JOIN search_kind ON code = search_document.kind JOIN audit_log_stream ON audit_log_stream.key = stream`,
    );
    return statement.all(JSON.stringify(places));
  }

  #search(sought: Sought, moment: Moment, columns: string): Sql {
    const text = { sql: 'search_text MATCH ?', parameters: [match(sought, columns)] };
    const all = isNow(moment) ? [text] : [text, sqlOf(moment).asNow];
    const kinds = sought.kinds?.map((kind) => this.#kinds.indexOf(kind));
    const ofKind = kinds ? `AND ${kindOfPlaceSql('search_text.rowid')} IN (${kinds.join(', ')})` : '';
    const spans = isNow(moment)
      ? ''
      : 'JOIN search_document ON number = search_text.rowid & 0xffffffff JOIN search_span ON search_span.stream = search_document.stream';
    return {
      sql: `SELECT search_text.rowid AS place FROM search_text ${spans} WHERE ${all.map(({ sql }) => sql).join(' AND ')} ${ofKind}`,
      parameters: all.flatMap(({ parameters }) => parameters),
    };
  }
}
