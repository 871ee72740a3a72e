import type { Event } from '../event.js';
import { foldAll } from '../fold.js';
import { atAnyTime, history, isNow, type Moment } from '../history.js';
import { columnsOf, type Projection } from './projection.js';
import type { ProjectionTable, Where } from './projection-table.js';
import type { Tables } from './tables.js';

/**
 * The rows of a projection as of a moment. Those of now stand ready, and so do those of the past to which nothing has
 * happened since; the others are folded from the audit log when they are asked for, by the same fold.
 */
export class View<Row, E extends Event> {
  readonly #projection: Projection;

  constructor(
    private readonly tables: Tables,
    private readonly of: Projection<Row, E>,
  ) {
    this.#projection = of as unknown as Projection;
  }

  /** The row of one stream. */
  row(id: string, moment: Moment = {}): Row | undefined {
    const stream = `${this.of.fold.category}-${id}`;
    const table = this.tables.projection(this.#projection);
    if (isNow(moment)) return table.row(stream) as Row | undefined;
    const row = table.rowAt(stream, moment);
    return row === 'in between' ? this.#folded(stream, moment) : (row?.state as Row | undefined);
  }

  /** One column of the row of a stream; undefined where there is no row. */
  value(id: string, column: string, moment: Moment = {}): string | number | null | undefined {
    if (isNow(moment)) return this.tables.projection(this.#projection).value(`${this.of.fold.category}-${id}`, column);
    const row = this.row(id, moment);
    return row === undefined ? undefined : columnsOf(this.of)[column]!(row);
  }

  /** The rows of which the columns have the given values. */
  rows(where: Where = {}, moment: Moment = {}): readonly Row[] {
    const table = this.tables.projection(this.#projection);
    if (isNow(moment)) return table.rows(where) as readonly Row[];
    return this.#pastRows(table, moment).filter((row) =>
      Object.entries(where).every(([name, value]) => this.of.columns[name]!(row) === value),
    );
  }

  /** The rows of the streams that are, or once were, about a subject. */
  about(subject: string, moment: Moment = {}): readonly Row[] {
    const prefix = `${this.of.fold.category}-`;
    const streams = this.tables.auditLog().streamsAbout(subject);
    return streams.filter((stream) => stream.startsWith(prefix)).flatMap((stream) => this.row(stream.slice(prefix.length), moment) ?? []);
  }

  /** In the order of their streams, as the rows of now are. */
  #pastRows(table: ProjectionTable, moment: Moment): readonly Row[] {
    const { asNow, inBetween } = table.rowsAt(moment);
    const rows = new Map(asNow as ReadonlyMap<string, Row>);
    for (const stream of [...inBetween, ...(isNow(atAnyTime(moment)) ? [] : table.withoutRow())]) {
      const row = this.#folded(stream, moment);
      if (row !== undefined) rows.set(stream, row);
    }
    return [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  }

  #folded(stream: string, moment: Moment): Row | undefined {
    const facts = history(this.tables.auditLog().ofStream(stream), moment);
    return facts.length === 0 ? undefined : foldAll(this.of.fold, facts);
  }
}
