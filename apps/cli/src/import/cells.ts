import { isSingleDate, type PartialDate, period } from '#event-sourcing';
import type { Row } from './csv-file.js';

/** A row that the tracker cannot keep, and why. It is listed; the others go in. */
export class Unplaced extends Error {}

/** The text of a cell that must not be empty. */
export function text({ cells }: Row, column: string): string {
  const value = cells[column];
  if (value === undefined) throw new Unplaced(`${column} is empty`);
  return value;
}

/** A date as exactly as the cell gives it; none where the cell is empty. */
export function date({ cells }: Row, column: string): PartialDate | undefined {
  const value = cells[column];
  if (value === undefined || isSingleDate(value)) return value;
  throw new Unplaced(`${column}: '${value}' is not a date: give YYYY, YYYY-MM or YYYY-MM-DD`);
}

/** The year in a cell that must not be empty. */
export function year(row: Row, column: string): number {
  const value = text(row, column);
  if (/^\d{4}$/.test(value)) return Number(value);
  throw new Unplaced(`${column}: '${value}' is not a year: give YYYY`);
}

/**
 * `25 September 2018` as a date.
 * @throws Unplaced, naming the column in which it stands, when there is no such day
 */
export function dayOf(words: string, column: string): PartialDate {
  const day = new Date(`${words} UTC`);
  if (Number.isNaN(day.getTime()) || day.getUTCDate() !== Number.parseInt(words)) throw new Unplaced(`${column}: '${words}' is not a date`);
  return day.toISOString().slice(0, 10);
}

/** The year of a date. */
export const yearOf = (when: PartialDate | undefined): number | undefined => (when === undefined ? undefined : Number(when.slice(0, 4)));

/** Some day from one date to another, either of which may not be known. */
export function between(from: PartialDate | undefined, to: PartialDate | number | undefined): PartialDate {
  if (from === undefined && to === undefined) return 'XXXX';
  if (from !== undefined && to !== undefined && period(from).first >= period(String(to)).end) {
    throw new Unplaced(`${to} lies before ${from}`);
  }
  return `[${from ?? ''}..${to ?? ''}]`;
}

/** What a row says about itself: where its facts come from, and what else was noted. */
export type About = Readonly<{ sources?: readonly Readonly<{ document?: string; url?: string }>[]; note?: string }>;

/** Sources stand in one cell, each a web address or the name of a document, with `; ` between them. */
export function about({ cells }: Row, ...notes: readonly (string | undefined)[]): About {
  const sources = (cells.source ?? '')
    .split(/;\s+/)
    .filter((source) => source !== '')
    .map((source) => (/^https?:\/\//.test(source) ? { url: source } : { document: source.replace(/^document /, '') }));
  const note = notes.filter(Boolean).join('\n');
  return { ...(sources.length > 0 && { sources }), ...(note && { note }) };
}

/** Those of the fields that have a value. */
export const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
