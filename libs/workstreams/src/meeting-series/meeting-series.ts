import type { Fact, Fold } from '#event-sourcing';
import type { StatedCadence } from './cadence.js';
import type { SeriesEnded } from './end-series.js';
import type { SeriesStarted } from './start-series.js';
import type { CadenceStated } from './state-cadence.js';
import type { Step } from '../step.js';

/** Every fact of a series names the workstreams that meet, copied by its rule from the beginning. */
export type OfSeries = Readonly<{ seriesId: string; workstreamIds: readonly string[] }>;

export type SeriesEvent = SeriesStarted | CadenceStated | SeriesEnded;

/** Meetings that follow each other under one heading. Its cadence is what was said of it; what is observed is worked out of its meetings. */
export type MeetingSeries = Readonly<{
  seriesId: string;
  workstreamIds: readonly string[];
  name: string;
  /** Null until the beginning is folded. */
  started: Step | null;
  ended: Step | null;
  /** All statements side by side, by date. The latest is in force. */
  cadences: readonly StatedCadence[];
}>;

const initial: MeetingSeries = {
  seriesId: '',
  workstreamIds: [],
  name: '',
  started: null,
  ended: null,
  cadences: [],
};

/** The beginning fills in what it knows: a statement of the same month may have been folded before it. */
function started(series: MeetingSeries, { data, effective, id }: Fact<SeriesStarted>): MeetingSeries {
  const { seriesId, workstreamIds, name, cadence, printed = null } = data;
  const stated = cadence === undefined ? [] : [{ cadence, printed, statedIn: null, effective, factId: id }];
  return {
    ...series,
    seriesId,
    workstreamIds,
    name,
    started: { effective, factId: id },
    cadences: [...stated, ...series.cadences],
  };
}

function stated(series: MeetingSeries, { data, effective, id }: Fact<CadenceStated>): MeetingSeries {
  const { cadence, printed = null, statedIn = null } = data;
  return { ...series, cadences: [...series.cadences, { cadence, printed, statedIn, effective, factId: id }] };
}

/** One stream holds all facts of one series of meetings. */
export const meetingSeries: Fold<MeetingSeries, SeriesEvent> = {
  category: 'series',
  initial,
  on: {
    SeriesStarted: started,
    CadenceStated: stated,
    // An end that was entered late may stand before another one: a series ends once.
    SeriesEnded: (series, { effective, id }) => ({ ...series, ended: series.ended ?? { effective, factId: id } }),
  },
};

/** The statement that is in force; undefined where nobody has said how often the series meets. */
export const cadenceInForce = ({ cadences }: MeetingSeries): StatedCadence | undefined => cadences.at(-1);

/** A fact that names the series and its workstreams as its beginning did. */
export const ofSeries = ({ seriesId, workstreamIds }: MeetingSeries): OfSeries => ({ seriesId, workstreamIds });
