import type { Event, Moment } from '#event-sourcing';
import { type Tables, View } from '#event-sourcing/projections';
import type { Found } from './found/found.js';

/** What the row of a stream tells of as of a moment; nothing where there is no such row. */
export function foundIn(stream: string, tables: Tables, moment: Moment): readonly Found[] {
  const [category] = stream.split('-', 1) as [string];
  return tables.models.projections.flatMap((projection) => {
    const { fold, findables } = projection;
    if (fold.category !== category || !findables) return [];
    const row = new View<unknown, Event>(tables, projection).row(stream.slice(category.length + 1), moment);
    // Every projection of this library is searched by things with all that a hit shows.
    return row === undefined ? [] : (findables.of(row) as readonly Found[]);
  });
}
