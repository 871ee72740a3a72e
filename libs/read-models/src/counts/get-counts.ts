import { IsIn } from 'class-validator';
import { InvalidInput, IsCount, IsId, IsSingleDate, NotFound, Optional, type PartialDate, pointerTo, Query } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import type { ComputedFigure } from '../published-figures/computed-figures.js';
import { COUNT_DIMENSIONS, COUNT_PARAMETERS, type CountCase, type CountDimension, type CountParameter, type CountRow } from './count.js';
import { COUNTS } from './counts.js';
import { dateAsked } from './when.js';

/** All counts that can be asked for, each with its rule. */
export class GetCounts extends Query {}

/** What the record itself gives: a number, its rule and every fact that it counts, with the rows into which it falls. */
export class GetCount extends Query {
  @IsIn(COUNTS.map(({ id }) => id)) readonly count!: string;
  /** The year of the annual meeting. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  /** Only what is of this workstream. */
  @Optional() @IsId() readonly workstreamId?: string;
  @Optional() @IsId() readonly callId?: string;
  @Optional() @IsId() readonly seriesId?: string;
  /** Only what surely was on this date or later. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only what surely was on this date or earlier. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
  /** The date, for what there is on a date; that as of which it is asked, or today, when left out. */
  @Optional() @IsSingleDate() readonly on?: PartialDate;
  /** How far apart the rows of a count over time are; a year when left out. */
  @Optional() @IsIn(['year', 'month']) readonly step?: 'year' | 'month';
  /** Only rows of this kind. */
  @Optional() @IsIn(COUNT_DIMENSIONS) readonly by?: CountDimension;
}

/** A count, and what may be fixed when it is asked for. */
export type CountDescription = Readonly<{
  id: string;
  title: string;
  unit: string;
  rule: string;
  parameters: readonly CountParameter[];
}>;

export type CountList = Readonly<{ total: number; counts: readonly CountDescription[] }>;

/** What was fixed of a count; null is what was left open. */
export type CountAsked = Readonly<{
  cycle: number | null;
  workstreamId: string | null;
  callId: string | null;
  seriesId: string | null;
  from: PartialDate | null;
  to: PartialDate | null;
  on: PartialDate | null;
  step: 'year' | 'month' | null;
}>;

/** One number with its rule and facts, and the rows into which it falls; `total` counts those. */
export type CountOfRecord = Readonly<{
  count: CountDescription;
  asked: CountAsked;
  /** The date as of which it is. */
  asOf: PartialDate;
  computed: ComputedFigure;
  total: number;
  rows: readonly CountRow[];
}>;

const describe = ({ compute: _, ...count }: CountCase): CountDescription => count;

export const getCounts: Answering<GetCounts, CountList> = () => ({ body: { total: COUNTS.length, counts: COUNTS.map(describe) } });

/** A filter that a count would pass over in silence is refused. */
function assertTakes({ id, parameters }: CountCase, query: GetCount): void {
  const stray = COUNT_PARAMETERS.filter((name) => query[name] !== undefined && !parameters.includes(name));
  if (stray.length === 0) return;
  const taken = parameters.length > 0 ? parameters.join(', ') : 'nothing of the kind';
  throw new InvalidInput(stray.map((name) => ({ pointer: pointerTo('', name), detail: `is not asked of "${id}", which takes ${taken}` })));
}

const askedOf = (query: GetCount): CountAsked => ({
  cycle: query.cycle ?? null,
  workstreamId: query.workstreamId ?? null,
  callId: query.callId ?? null,
  seriesId: query.seriesId ?? null,
  from: query.from ?? null,
  to: query.to ?? null,
  on: query.on ?? null,
  step: query.step ?? null,
});

export const getCount: Answering<GetCount, CountOfRecord> = (query, tables) => {
  const found = COUNTS.find(({ id }) => id === query.count)!;
  assertTakes(found, query);
  const counted = found.compute(query, tables);
  if (!counted) throw new NotFound(`Nothing of which to count this is on record: ${found.title}.`);
  const rows = counted.rows.filter(({ by }) => query.by === undefined || by === query.by);
  const { computed } = counted;
  return { body: { count: describe(found), asked: askedOf(query), asOf: dateAsked(query), computed, total: rows.length, rows } };
};
