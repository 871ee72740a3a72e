import { history, type Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';

/** The facts of a stream that say a text, as they stood at a moment: for what a row keeps without the fact that said it. */
export const factsSaying = (text: string, stream: string, tables: Tables, moment: Moment): readonly string[] =>
  history(tables.auditLog().ofStream(stream), moment)
    .filter(({ data }) => Object.values(data).flat().includes(text))
    .map(({ id }) => id);
