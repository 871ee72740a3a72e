import { deciding, naming, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { EndSeries, endSeries } from './end-series.js';
import { meetingSeries } from './meeting-series.js';
import { StartSeries, startSeries } from './start-series.js';
import { StateCadence, stateCadence } from './state-cadence.js';

const on = deciding(meetingSeries, 'seriesId');

export const seriesUseCases: readonly UseCase[] = [
  on(StartSeries, startSeries, 'SeriesStarted', {
    creates: 'seriesId',
    owners: 'workstreamIds',
    references: { workstreamIds: naming(workstream) },
  }),
  on(StateCadence, stateCadence, 'CadenceStated'),
  on(EndSeries, endSeries, 'SeriesEnded'),
];
