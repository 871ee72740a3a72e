import type { Event, Fact } from '../event.js';
import { foldAll } from '../fold.js';
import { history, isNow, type Moment } from '../history.js';
import type { Projection } from './projection.js';
import type { Where } from './projection-table.js';
import type { Tables } from './tables.js';

/**
 * The rows of a projection as of a moment. Those of now stand ready; those of the past are folded from the audit log when
 * they are asked for, by the same fold.
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
    if (isNow(moment)) return this.tables.projection(this.#projection).row(stream) as Row | undefined;
    return this.#past(this.tables.auditLog().ofStream(stream), moment);
  }

  /** The rows of which the columns have the given values. */
  rows(where: Where = {}, moment: Moment = {}): readonly Row[] {
    if (isNow(moment)) return this.tables.projection(this.#projection).rows(where) as readonly Row[];
    const log = this.tables.auditLog();
    const rows = log.streamNames(this.of.fold.category).flatMap((stream) => this.#past(log.ofStream(stream), moment) ?? []);
    return rows.filter((row) => Object.entries(where).every(([name, value]) => this.of.columns[name]!(row) === value));
  }

  /** The rows of the streams that are, or once were, about a subject. */
  about(subject: string, moment: Moment = {}): readonly Row[] {
    const prefix = `${this.of.fold.category}-`;
    const streams = this.tables.auditLog().streamsAbout(subject);
    return streams.filter((stream) => stream.startsWith(prefix)).flatMap((stream) => this.row(stream.slice(prefix.length), moment) ?? []);
  }

  #past(recorded: readonly Fact[], moment: Moment): Row | undefined {
    const facts = history(recorded, moment);
    return facts.length === 0 ? undefined : foldAll(this.of.fold, facts);
  }
}
