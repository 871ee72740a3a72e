import { readFileSync } from 'node:fs';
import { CsvError, type Info, parse } from 'csv-parse/sync';
import { utf8Of } from '#event-sourcing';

/** One row of a file: its cells by column, without the empty ones, and the line on which it begins. */
export type Row = Readonly<{ file: string; line: number; cells: Readonly<Record<string, string>> }>;

/** A file with its name as it was given. */
export type CsvFile = Readonly<{ file: string; columns: readonly string[]; rows: readonly Row[] }>;

/** A file that cannot be read as a whole: nothing of the import is recorded. The message begins with file and line. */
export class BrokenFile extends Error {
  constructor(file: string, line: number | undefined, fault: string) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${fault}`);
  }
}

/** The text of a file in strict UTF-8, with one kind of line end: what cannot be read is named, and never replaced by question marks. */
export function textOf(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new BrokenFile(file, undefined, `cannot be read (${(error as Error).message}).`);
  }
  const text = utf8Of(bytes);
  if (text !== undefined) return text.replaceAll('\r\n', '\n');
  const lines = bytes.toString('latin1').split('\n');
  const before = lines.findIndex((line) => utf8Of(Buffer.from(line, 'latin1')) === undefined);
  throw new BrokenFile(file, before + 1, 'this line is not UTF-8. Save the file as UTF-8, then import it again.');
}

const FAULTS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened in this row and never closed.',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that does not begin with one.',
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'this row has more or fewer cells than the first line has columns.',
  CSV_INVALID_CLOSING_QUOTE: 'something follows a closing quote. A quote inside a quoted cell is written twice.',
};

type Parsed = Readonly<{ values: readonly string[]; line: number }>;

/** The rows, the header among them, each with the line on which it begins. */
function parsed(file: string, text: string): readonly Parsed[] {
  const rows: Parsed[] = [];
  let done = 0;
  // The parser tells the line on which a row ends.
  const onRecord = (values: string[], { lines }: Info): null => {
    rows.push({ values, line: lines - values.join('').split('\n').length + 1 });
    done = lines;
    return null;
  };
  try {
    parse(text, { bom: true, skip_empty_lines: true, onRecord });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? done + 1 : (error.lines as number);
    throw new BrokenFile(file, line, FAULTS[error.code] ?? `${error.message}.`);
  }
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, names of the columns in the first line).
 * @throws BrokenFile
 */
export function readCsvFile(file: string): CsvFile {
  const [header, ...rest] = parsed(file, textOf(file));
  if (!header) throw new BrokenFile(file, 1, 'the file is empty. Its first line names the columns.');
  const columns = header.values.map((name) => name.trim());
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new BrokenFile(file, header.line, `column '${twice}' stands there twice.`);
  const rows = rest.map(({ values, line }): Row => {
    const cells = columns.map((column, index) => [column, values[index]!.trim()] as const);
    return { file, line, cells: Object.fromEntries(cells.filter(([, value]) => value !== '')) };
  });
  return { file, columns, rows };
}
