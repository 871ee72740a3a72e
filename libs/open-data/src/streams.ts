import { history, type Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';

/** What is made of one stream, with the ids of the facts that it is made of. */
export type FromStream<Row> = Readonly<{ row: Row; factIds: readonly string[] }>;

/** What is made of the streams of a category, one at a time: those of which there is something at the moment. */
export function* fromStreams<Row>(
  category: string,
  rowOf: (id: string) => Row | undefined,
  tables: Tables,
  moment: Moment,
): Generator<FromStream<Row>> {
  const log = tables.auditLog();
  for (const stream of log.streamNames(category)) {
    const row = rowOf(stream.slice(category.length + 1));
    if (row !== undefined) yield { row, factIds: history(log.ofStream(stream), moment).map(({ id }) => id) };
  }
}
