import type { Event } from '../event.js';
import type { Fold } from '../fold.js';
import type { Findables } from './search/findable.js';

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
  /** What queries select and sort by; for each row a text, a number or nothing. */
  columns: Readonly<Record<string, (row: Row) => string | number | null>>;
  /** What is found by its text in these rows; nothing when left out. */
  findables?: Findables<Row>;
}>;
