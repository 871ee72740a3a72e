import type { Moment } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { cycleOfFigure, type FigureEvent, publishedFigure, type PublishedFigure } from '#workstreams';
import { foundFigures } from '../search/found/figures.js';

/** One row for each published figure: what its rules know of it. */
export const figureRegister: Projection<PublishedFigure, FigureEvent> = {
  name: 'figure_register',
  version: 2,
  fold: publishedFigure,
  columns: { measure: ({ measure }) => measure, cycle: cycleOfFigure },
  findables: foundFigures,
};

export const figures = (tables: Tables): View<PublishedFigure, FigureEvent> => new View(tables, figureRegister);

/** A figure that has been published, and not only repeated or judged. */
export type Published = PublishedFigure & Readonly<{ published: NonNullable<PublishedFigure['published']> }>;

export const isPublished = (row: PublishedFigure | undefined): row is Published => row !== undefined && row.published !== null;

/** What a figure is called where a fact names it. */
export function figureName(tables: Tables, figureId: string, moment: Moment): string | undefined {
  const row = figures(tables).row(figureId, moment);
  return isPublished(row) ? `${row.measure}: ${row.quantity.printed}` : undefined;
}
