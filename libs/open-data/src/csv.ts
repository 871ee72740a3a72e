import { stringify } from 'csv-stringify/sync';
import type { Line, Value } from './table.js';

/** What a spreadsheet takes for a formula, whatever stands behind it; and what has been disarmed, so that taking one apostrophe away gives every text back. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** Text that no spreadsheet runs: what it would take for a formula gets an apostrophe before it. Take that away when you read it. */
export const disarmed = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function cell(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  return disarmed(typeof value === 'string' ? value : value.join(' '));
}

/** A line end of any kind within a cell is quoted. */
const AS_RFC_4180 = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

/** Lines of CSV as RFC 4180 has it, in UTF-8 without a byte order mark: of the columns with these names, in this order. */
export const csvOf = (names: readonly string[], lines: readonly Line[]): string =>
  stringify(
    lines.map((line) => names.map((name) => cell(line[name]))),
    AS_RFC_4180,
  );

/** The first line, which names the columns. */
export const headerOf = (names: readonly string[]): string => stringify([[...names]], AS_RFC_4180);
