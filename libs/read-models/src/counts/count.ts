import type { Moment, PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { ComputedFigure } from '../published-figures/computed-figures.js';

/** What may be fixed when a count is asked for. Each count takes some of these. */
export const COUNT_PARAMETERS = ['cycle', 'workstreamId', 'callId', 'seriesId', 'from', 'to', 'on', 'step'] as const;
export type CountParameter = (typeof COUNT_PARAMETERS)[number];

/** What rows are numbers of: the whole of what was asked about, or one call, one stakeholder group, one year of it. */
export const COUNT_DIMENSIONS = [
  'all',
  'cycle',
  'workstream',
  'call',
  'deadline',
  'series',
  'cadence',
  'gap',
  'meeting',
  'stakeholder group',
  'regional group',
  'year',
  'month',
] as const;
export type CountDimension = (typeof COUNT_DIMENSIONS)[number];

/** Why there is no number. A number that is 0 is known; each of these is something else. */
export type NoNumber = 'unknown' | 'not applicable' | 'owed' | 'missing';

/** A number that somebody stated of the same, as printed. It stands beside what is counted and is never added in. */
export type StatedNumber = Readonly<{ printed: string; speaksOf: PartialDate; says: string | null; factId: string }>;

/** One number of a count with the facts that make it. */
export type CountRow = Readonly<{
  by: CountDimension;
  /** Id of that of which it is a number; null for a group, a year, or all. */
  id: string | null;
  name: string;
  /** What is counted or measured, such as `contributions` or `days to the first date`. */
  what: string;
  /** Null where there is no number: `none` says why. */
  value: number | null;
  none: NoNumber | null;
  /** In words, where `none` alone does not tell. */
  why: string | null;
  /** The dates between which it lies, where it is about a span. */
  from: PartialDate | null;
  to: PartialDate | null;
  factIds: readonly string[];
  stated: readonly StatedNumber[];
}>;

/** What is asked of a count: of what, and as of which moment. */
export type CountQuestion = Moment &
  Readonly<{
    cycle?: number | undefined;
    workstreamId?: string | undefined;
    callId?: string | undefined;
    seriesId?: string | undefined;
    from?: PartialDate | undefined;
    to?: PartialDate | undefined;
    on?: PartialDate | undefined;
    step?: 'year' | 'month' | undefined;
  }>;

/** What a count gives: one number with its rule, its facts and what it leaves out, and the rows into which it falls. */
export type Counted = Readonly<{ computed: ComputedFigure; rows: readonly CountRow[] }>;

/** A count as data: what it is called, what it tests, and how it is computed. */
export type CountCase = Readonly<{
  id: string;
  title: string;
  /** What `computed` is a number of. */
  unit: string;
  /** What is counted, in a sentence, of anything that may be asked. An answer has it of what was asked. */
  rule: string;
  parameters: readonly CountParameter[];
  /** Nothing where there is nothing on record of which to count. */
  compute: (asked: CountQuestion, tables: Tables) => Counted | null;
}>;

type RowFields = Pick<CountRow, 'by' | 'name' | 'what' | 'value' | 'factIds'> & Partial<CountRow>;

/** A row of which only what it has is said. */
export const countRow = (fields: RowFields): CountRow => ({
  id: null,
  none: null,
  why: null,
  from: null,
  to: null,
  stated: [],
  ...fields,
});

/** A row without a number, and why. */
export const rowWithout = (none: NoNumber, why: string, fields: Omit<RowFields, 'value'>): CountRow =>
  countRow({ ...fields, value: null, none, why });
