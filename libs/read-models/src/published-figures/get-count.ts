import { IsIn } from 'class-validator';
import { IsCount, IsSingleDate, NotFound, Optional, type PartialDate, Query } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { type Measure, measureOf } from '#workstreams';
import { COMPUTED_MEASURES, type ComputedFigure, computedFigure } from './computed-figures.js';

/** What the record itself gives for a measure, with every fact that it counts. */
export class GetCount extends Query {
  @IsIn(COMPUTED_MEASURES) readonly measure!: string;
  /** The cycle, for what is counted in a cycle; that of the year of the date when left out. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  /** The date, for what there is on a date; that as of which it is asked, or today, when left out. */
  @Optional() @IsSingleDate() readonly on?: PartialDate;
}

export type CountOfRecord = Readonly<{ measure: Measure; cycle: number | null; on: PartialDate | null; computed: ComputedFigure }>;

const today = (): PartialDate => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

export const getCount: Answering<GetCount, CountOfRecord> = ({ measure: id, cycle, on, ...moment }, tables) => {
  const measure = measureOf(id)!;
  const date = on ?? moment.asOf ?? today();
  const counted =
    measure.counted === 'in a cycle' ? { cycle: cycle ?? Number(date.slice(0, 4)), on: null } : { cycle: cycle ?? null, on: date };
  const computed = computedFigure(id, { cycle: counted.cycle, speaksOf: date, scope: null }, tables, moment);
  if (!computed) throw new NotFound(`Nothing of which to count this is on record: ${measure.title}, ${counted.cycle ?? counted.on ?? ''}.`);
  return { body: { measure, ...counted, computed } };
};
