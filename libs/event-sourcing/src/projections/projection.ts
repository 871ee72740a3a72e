import type { Event } from '../event.js';
import type { Fold } from '../fold.js';

/**
 * A read model: one row for each stream of its fold's category, which is the fold of that stream's facts. Rows are
 * disposable; raising `version` has them made anew, beside the old ones.
 */
export type Projection<Row = unknown, E extends Event = Event> = Readonly<{
  /** Name of its table: `[a-z_]+`. */
  name: string;
  /** Raised with every change of the fold or of the columns. */
  version: number;
  /** Its states are the rows: plain data that survives JSON. */
  fold: Fold<Row, E>;
  /** What queries select and sort by; for each row a text, a number or nothing. */
  columns: Readonly<Record<string, (row: Row) => string | number | null>>;
}>;
