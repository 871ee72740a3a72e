import { IsId, IsSingleDate, ListQuery, type Moment, NotFound, Optional, pageOf, type PartialDate, Query } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import {
  cadenceInForce,
  expectedGap,
  heldSittings,
  type Meeting,
  type MeetingSeries,
  observedRhythm,
  type ObservedRhythm,
  type StatedCadence,
} from '#workstreams';
import { meetings } from '../meeting-register/meeting-register.js';
import { within } from '../meeting-register/within.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { series } from './series-register.js';

/** The series of meetings there were at a moment, by name, each with what was said of its rhythm and what is observed. */
export class GetAllSeries extends ListQuery {
  /** Only those in which this workstream meets. */
  @Optional() @IsId() readonly workstreamId?: string;
  /** Only sittings that may have been held on this date or later are observed. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only sittings that may have been held on this date or earlier are observed. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
}

/** One series of meetings: its stated cadences beside the rhythm that is observed over a span of time. */
export class GetSeries extends Query {
  @IsId() readonly seriesId!: string;
  /** Only sittings that may have been held on this date or later are observed. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only sittings that may have been held on this date or earlier are observed. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
}

/** The span of which the rhythm is observed. */
type OverTime = Moment & Pick<GetSeries, 'from' | 'to'>;

/** A rhythm with the facts that make it: those that say that a sitting was held. */
export type SeriesRhythm = ObservedRhythm & Readonly<{ rule: string; factIds: readonly string[] }>;

/** The cadence that is in force, and the days from one meeting to the next that it promises. */
export type CadenceInForce = StatedCadence & Readonly<{ expectedGapDays: number | null }>;

export type SeriesView = Omit<MeetingSeries, 'workstreamIds'> &
  Readonly<{
    workstreams: readonly NamedWorkstream[];
    /** The latest statement; the others stand beside it in `cadences`. */
    inForce: CadenceInForce | null;
    observed: SeriesRhythm;
  }>;

/** By name; `total` counts all of them, `next` is the cursor to those that follow. */
export type SeriesList = Readonly<{ total: number; next: string | null; series: readonly SeriesView[] }>;

const RULE =
  'Meetings of the series that were held. Sittings of one meeting share an agenda; gaps run from the first sitting of one agenda to the first of the next.';

function rhythmOf(rows: readonly Meeting[], { from, to }: OverTime): SeriesRhythm {
  const isObserved = within(from, to);
  const held = rows.map((row) => heldSittings(row).filter((sitting) => isObserved(sitting.held!.on)));
  const rhythm = observedRhythm(held.map((sittings) => sittings.map((sitting) => sitting.held!.on)));
  return { ...rhythm, rule: RULE, factIds: [...new Set(held.flat().map((sitting) => sitting.held!.factId))] };
}

function inForce(row: MeetingSeries): CadenceInForce | null {
  const stated = cadenceInForce(row);
  return stated ? { ...stated, expectedGapDays: expectedGap(stated.cadence) } : null;
}

function viewOf(row: MeetingSeries, held: readonly Meeting[], query: OverTime, tables: Tables): SeriesView {
  const { workstreamIds, ...rest } = row;
  const workstreams = workstreamIds.map((id) => named(tables, id, query));
  return { ...rest, workstreams, inForce: inForce(row), observed: rhythmOf(held, query) };
}

const isStarted = (row: MeetingSeries | undefined): row is MeetingSeries => row !== undefined && row.started !== null;

function rowsOf({ workstreamId, ...moment }: GetAllSeries, tables: Tables): readonly MeetingSeries[] {
  if (workstreamId === undefined) return series(tables).rows({}, moment);
  return series(tables)
    .about(workstreamId, moment)
    .filter(({ workstreamIds }) => workstreamIds.includes(workstreamId));
}

/** The meetings of each series: read at once, since those of the past are folded when they are asked for. */
function meetingsBySeries(tables: Tables, moment: Moment): ReadonlyMap<string, readonly Meeting[]> {
  const all = new Map<string, Meeting[]>();
  for (const row of meetings(tables).rows({}, moment)) {
    const { seriesId } = row;
    if (seriesId !== null) all.set(seriesId, [...(all.get(seriesId) ?? []), row]);
  }
  return all;
}

export const getAllSeries: Answering<GetAllSeries, SeriesList> = (query, tables) => {
  const found = rowsOf(query, tables).filter(isStarted);
  const byName = found.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.seriesId.localeCompare(b.seriesId));
  const held = meetingsBySeries(tables, query);
  const { total, next, shown } = pageOf(byName, query, tables.position());
  return { body: { total, next, series: shown.map((row) => viewOf(row, held.get(row.seriesId) ?? [], query, tables)) } };
};

export const getSeries: Answering<GetSeries, SeriesView> = (query, tables) => {
  const { seriesId, asOf } = query;
  const row = series(tables).row(seriesId, query);
  if (!isStarted(row)) throw new NotFound(`No series has the id ${seriesId}${asOf ? ` as of ${asOf}` : ''}.`);
  const held = meetings(tables).rows({ series_id: seriesId }, query);
  return { body: viewOf(row, held, query, tables), stream: `series-${seriesId}` };
};
