import type { Findables } from '#event-sourcing/projections';
import { cycleOfFigure, measureOf, type PublishedFigure } from '#workstreams';
import { dayOf, type Found, name, text } from './found.js';

function found(row: PublishedFigure, published: NonNullable<PublishedFigure['published']>): Found {
  const { figureId, workstreamIds, measure, quantity, scope, statedBy, definition, repetitions } = row;
  const cycle = cycleOfFigure(row);
  const title = measureOf(measure)?.title;
  const { factId } = published;
  return {
    kind: 'figure',
    id: figureId,
    title: `${title ?? measure}: ${quantity.printed}`,
    day: dayOf(published),
    labels: [figureId, ...workstreamIds, ...(cycle === null ? [] : [String(cycle)])],
    said: [
      ...name('measure', measure, factId),
      ...name('measure', title === measure ? null : title, factId),
      ...text('value', quantity.printed, factId),
      ...text('scope', scope, factId),
      ...text('definition', definition, factId),
      ...text('stated by', statedBy, factId),
      ...repetitions.flatMap((each) => text('repeated by', each.statedBy, each.factId)),
    ],
    workstreamIds,
    address: `/v1/figures/${figureId}`,
  };
}

/** Published figures by what they measure, and by who says so. */
export const foundFigures: Findables<PublishedFigure> = {
  kinds: ['figure'],
  of: (row) => (row.published ? [found(row, row.published)] : []),
};
