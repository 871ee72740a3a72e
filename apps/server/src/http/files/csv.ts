import type { CastingContext, Options } from 'csv-stringify';
import { disarmed } from '#open-data';

type Cells = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

/** An entry as the cells of a line: what lies within is named with dots, `opened.effective`; lists stay whole, as JSON. */
export function cellsOf(entry: object, within = ''): Cells {
  const cells = Object.entries(entry).map(([name, value]: [string, unknown]) =>
    isObject(value) ? cellsOf(value, `${within}${name}.`) : { [within + name]: value },
  );
  return Object.assign({}, ...cells) as Cells;
}

/** The columns of a table, in the order in which entries bring them. A column is left out where all is told by those within it. */
export async function columnsOf(entries: AsyncIterable<object>): Promise<readonly string[]> {
  const filled = new Map<string, boolean>();
  for await (const entry of entries) {
    for (const [name, value] of Object.entries(cellsOf(entry))) filled.set(name, filled.get(name) === true || value !== null);
  }
  const outer = new Set([...filled.keys()].flatMap((name) => [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index))));
  return [...filled.keys()].filter((name) => filled.get(name) === true || !outer.has(name));
}

const cell = (text: string): { value: string; quoted: boolean } => ({ value: disarmed(text), quoted: text === '' || /[\r\n]/.test(text) });

/** How a table is written (RFC 4180). An empty text stands in quotes, and so differs from nothing; numbers are never changed. */
export const tableOf = (columns: readonly string[]): Options => ({
  header: true,
  columns: columns.map((key) => ({ key, header: key })),
  record_delimiter: 'windows',
  cast: {
    string: (text: string, { header }: CastingContext) => (header ? text : cell(text)),
    boolean: String,
    object: (value: object) => JSON.stringify(value),
  },
});
