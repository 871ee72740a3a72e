import type { Event, Fact } from '../event.js';
import { foldAll } from '../fold.js';
import { history, isNow, type Moment } from '../history.js';
import type { Projection } from './projection.js';
import type { Where } from './projection-table.js';
import type { Tables } from './tables.js';

type Pinned = Readonly<{ upTo: number }>;

/** Whether a question is about now, as the log stood at a position: most rows are still what they were. */
const isOnlyPinned = (moment: Moment): moment is Moment & Pinned => moment.upTo !== undefined && isNow({ ...moment, upTo: undefined });

type StreamWith<Row> = readonly [stream: string, row: Row];

const byStream = ([a]: StreamWith<unknown>, [b]: StreamWith<unknown>): number => (a < b ? -1 : 1);

/**
 * The rows of a projection as of a moment. Those of now stand ready, and so do those pinned to a position behind which
 * their stream has no facts; those of the past are folded from the audit log when they are asked for, by the same fold.
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
    const log = this.tables.auditLog();
    if (isNow(moment) || (isOnlyPinned(moment) && !log.isTouchedAfter(stream, moment.upTo))) {
      return this.tables.projection(this.#projection).row(stream) as Row | undefined;
    }
    return this.#past(log.ofStream(stream), moment);
  }

  /** The rows of which the columns have the given values, in the order of their streams. */
  rows(where: Where = {}, moment: Moment = {}): readonly Row[] {
    const found = isNow(moment) ? this.#present(where) : isOnlyPinned(moment) ? this.#pinned(where, moment) : this.#pastRows(where, moment);
    return found.map(([, row]) => row);
  }

  /** The rows of the streams that are, or once were, about a subject. */
  about(subject: string, moment: Moment = {}): readonly Row[] {
    const prefix = `${this.of.fold.category}-`;
    const streams = this.tables.auditLog().streamsAbout(subject);
    return streams.filter((stream) => stream.startsWith(prefix)).flatMap((stream) => this.row(stream.slice(prefix.length), moment) ?? []);
  }

  #present(where: Where): readonly StreamWith<Row>[] {
    return this.tables.projection(this.#projection).rows(where) as readonly StreamWith<Row>[];
  }

  #pinned(where: Where, moment: Moment & Pinned): readonly StreamWith<Row>[] {
    const prefix = `${this.of.fold.category}-`;
    const touched = this.tables
      .auditLog()
      .streamsAfter(moment.upTo)
      .filter((stream) => stream.startsWith(prefix));
    if (touched.length === 0) return this.#present(where);
    const other = new Set(touched);
    const untouched = this.#present(where).filter(([stream]) => !other.has(stream));
    return [...untouched, ...this.#pastRows(where, moment, touched)].toSorted(byStream);
  }

  #pastRows(where: Where, moment: Moment, streams = this.tables.auditLog().streamNames(this.of.fold.category)): readonly StreamWith<Row>[] {
    const log = this.tables.auditLog();
    const tests = Object.entries(where);
    return streams.flatMap((stream): StreamWith<Row>[] => {
      const row = this.#past(log.ofStream(stream), moment);
      return row !== undefined && tests.every(([name, value]) => this.of.columns[name]!(row) === value) ? [[stream, row]] : [];
    });
  }

  #past(recorded: readonly Fact[], moment: Moment): Row | undefined {
    const facts = history(recorded, moment);
    return facts.length === 0 ? undefined : foldAll(this.of.fold, facts);
  }
}
