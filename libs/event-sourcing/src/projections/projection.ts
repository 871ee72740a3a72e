import type { Event } from '../event.js';
import type { Fold } from '../fold.js';
import type { Findables } from './search/findable.js';

/** What is kept of a row beside it, by name. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null>>;

/**
 * A read model: one row for each stream of its fold's category, which is the fold of that stream's facts. Rows are
 * disposable; raising `version` has them made anew, beside the old ones.
 */
export type Projection<Row = unknown, E extends Event = Event> = Readonly<{
  /** Name of its table: `[a-z_]+`. */
  name: string;
  /** Raised with every change of the fold, of the columns or of what is found. */
  version: number;
  /** Its states are the rows: plain data that survives JSON. */
  fold: Fold<Row, E>;
  /** What queries select by; for each row a text, a number or nothing. */
  columns: Columns<Row>;
  /** What queries read without the rest of the row, such as its name. */
  told?: Columns<Row>;
  /** What is found by its text in these rows; nothing when left out. */
  findables?: Findables<Row>;
}>;

/** All that is kept of a row beside it. */
export const columnsOf = <Row, E extends Event>({ columns, told }: Pick<Projection<Row, E>, 'columns' | 'told'>): Columns<Row> => ({
  ...columns,
  ...told,
});
