import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { type MeetingSeries, meetingSeries, type SeriesEvent } from '#workstreams';

/** One row for each series of meetings: what its rules know of it. */
export const seriesRegister: Projection<MeetingSeries, SeriesEvent> = {
  name: 'series_register',
  version: 1,
  fold: meetingSeries,
  columns: {},
  told: { name: ({ name }) => name },
};

export const series = (tables: Tables): View<MeetingSeries, SeriesEvent> => new View(tables, seriesRegister);
