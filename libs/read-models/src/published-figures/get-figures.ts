import {
  IsCount,
  IsId,
  IsSingleDate,
  IsText,
  ListQuery,
  NotFound,
  Optional,
  pageOf,
  type PartialDate,
  period,
  Query,
} from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { cycleOfFigure } from '#workstreams';
import { IsFlag } from '../asked.js';
import { agreementOf, type Comparables, comparables, type FigureGroup, figureGroup, type FigureView, figureView } from './figure-group.js';
import { figures, isPublished, type Published } from './figure-register.js';

/** The published figures, those about the same side by side: a group is shown whole when one of its figures is asked for. */
export class GetFigures extends ListQuery {
  /** The id of a measure, or a measure as printed. */
  @Optional() @IsText(200) readonly measure?: string;
  @Optional() @IsCount(9999) readonly cycle?: number;
  /** Only what may speak of this date or a later one. */
  @Optional() @IsSingleDate() readonly speaksOfFrom?: PartialDate;
  /** Only what may speak of this date or an earlier one. */
  @Optional() @IsSingleDate() readonly speaksOfTo?: PartialDate;
  /** Only figures about this workstream. */
  @Optional() @IsId() readonly workstreamId?: string;
  /** Only those that others contradict, or with `false` only those that none contradicts. */
  @Optional() @IsFlag() readonly disagreeing?: boolean;
}

/** One published figure, beside those that are about the same. */
export class GetFigure extends Query {
  @IsId() readonly figureId!: string;
}

/** Those that speak of the latest first; `total` counts all groups, `next` is the cursor to those that follow. */
export type FigureList = Readonly<{ total: number; next: string | null; groups: readonly FigureGroup[] }>;

export type FigureBesideOthers = Readonly<{ figure: FigureView; group: FigureGroup }>;

type Test = (figure: Published) => boolean;

/** What makes a figure one that was asked for, by filter. */
const TESTS: {
  readonly [Filter in 'cycle' | 'speaksOfFrom' | 'speaksOfTo' | 'workstreamId']: (value: NonNullable<GetFigures[Filter]>) => Test;
} = {
  cycle: (cycle) => (figure) => cycleOfFigure(figure) === cycle,
  speaksOfFrom: (date) => (figure) => period(figure.speaksOf).end > period(date).first,
  speaksOfTo: (date) => (figure) => period(figure.speaksOf).first < period(date).end,
  workstreamId: (id) => (figure) => figure.workstreamIds.includes(id),
};

function wanted(query: GetFigures): Test {
  const tests = Object.entries(TESTS).flatMap(([filter, testOf]) => {
    const value = query[filter as keyof typeof TESTS];
    return value === undefined ? [] : [(testOf as (value: unknown) => Test)(value)];
  });
  return (figure) => tests.every((test) => test(figure));
}

const isDisagreeing = (group: Comparables): boolean => agreementOf(group.map(({ quantity }) => quantity)) === 'disagree';

const firstOf = ([{ speaksOf }]: Comparables): number => period(speaksOf).first;

const latestFirst = (a: Comparables, b: Comparables): number => firstOf(b) - firstOf(a) || a[0].measure.localeCompare(b[0].measure, 'en');

export const getFigures: Answering<GetFigures, FigureList> = (query, tables) => {
  const { measure, disagreeing } = query;
  const rows = figures(tables)
    .rows(measure === undefined ? {} : { measure }, query)
    .filter(isPublished);
  const isWanted = wanted(query);
  const found = comparables(rows)
    .filter((group) => group.some(isWanted) && (disagreeing === undefined || isDisagreeing(group) === disagreeing))
    .toSorted(latestFirst);
  const { total, next, shown } = pageOf(found, query, tables.position());
  return { body: { total, next, groups: shown.map((group) => figureGroup(group, tables, query)) } };
};

export const getFigure: Answering<GetFigure, FigureBesideOthers> = (query, tables) => {
  const { figureId, asOf } = query;
  const row = figures(tables).row(figureId, query);
  if (!isPublished(row)) throw new NotFound(`No figure has the id ${figureId}${asOf ? ` as of ${asOf}` : ''}.`);
  const others = figures(tables).rows({ measure: row.measure }, query).filter(isPublished);
  const group = comparables(others).find((each) => each.some((one) => one.figureId === figureId));
  return {
    body: { figure: figureView(row, tables, query), group: figureGroup(group ?? [row], tables, query) },
    stream: `figure-${figureId}`,
  };
};
