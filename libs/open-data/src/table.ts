import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';

/** What a cell holds. Nothing is what is not known, or does not apply: it is left empty, and is not 0. */
export type Value = string | number | readonly string[] | null | undefined;

/** What all values of a column are; lists are written with spaces between. */
export type ColumnType = 'text' | 'id' | 'ids' | 'date' | 'dates' | 'whole number' | 'web address';

/** A column of a table, with what it means. */
export type Column<Row> = Readonly<{ name: string; type: ColumnType; about: string; value: (row: Row) => Value }>;

/** One line of a table: its cells, by the names of the columns. */
export type Line = Readonly<Record<string, Value>>;

/** A table of the open data. `lines` are in one order, and made one at a time. */
export type OpenTable = Readonly<{
  name: string;
  about: string;
  /** The columns that tell its lines apart; none where one of them may be empty. */
  key: readonly string[];
  columns: readonly Readonly<{ name: string; type: ColumnType; about: string }>[];
  lines: (tables: Tables, moment: Moment) => Iterable<Line>;
}>;

type Definition<Row> = Readonly<{
  name: string;
  about: string;
  key: readonly string[];
  columns: readonly Column<Row>[];
  rows: (tables: Tables, moment: Moment) => Iterable<Row>;
}>;

/** Puts together what a table is of: the same columns make its lines and its description. */
export function openTable<Row>({ name, about, key, columns, rows }: Definition<Row>): OpenTable {
  const lineOf = (row: Row): Line => Object.fromEntries(columns.map((column) => [column.name, column.value(row)]));
  return {
    name,
    about,
    key,
    columns: columns.map((column) => ({ name: column.name, type: column.type, about: column.about })),
    *lines(tables, moment) {
      for (const row of rows(tables, moment)) yield lineOf(row);
    },
  };
}
