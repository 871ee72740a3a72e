import { type Moment, type PartialDate, period, type SourceReference } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import {
  agree,
  comparable,
  comparisonKey,
  cycleOfFigure,
  type Judgement,
  measureOf,
  type Quantity,
  quantityOf,
  type Repetition,
  saySame,
} from '#workstreams';
import { type ComputedFigure, computedFigure } from './computed-figures.js';
import { differenceOf } from './difference.js';
import { figures, isPublished, type Published } from './figure-register.js';

/** A figure that another was judged beside. Empty where it is not on record for the moment. */
export type JudgedBeside = Readonly<{
  figureId: string;
  value: string;
  /** Whether both are about the same measure, scope and time. */
  comparable: boolean;
}>;

export type JudgementView = Omit<Judgement, 'against'> & Readonly<{ against: readonly JudgedBeside[] }>;

/** One published figure. */
export type FigureView = Readonly<{
  figureId: string;
  workstreamIds: readonly string[];
  /** As printed. */
  value: string;
  /** What can be told from it. */
  quantity: Quantity;
  definition: string | null;
  speaksOf: PartialDate;
  /** When it was said. */
  said: PartialDate;
  statedBy: string | null;
  sources: readonly SourceReference[];
  factId: string;
  /** Where it was stated once more. */
  repetitions: readonly Repetition[];
  /** The latest, which holds. */
  judgement: JudgementView | null;
  /** All, oldest first. */
  judgements: readonly JudgementView[];
}>;

/** One voice: all say the same. Compatible: they do not, and one number may lie behind all. Disagree: some exclude each other. */
export type Agreement = 'one voice' | 'compatible' | 'disagree';

/** Figures about the same measure, scope and time, side by side, with what the record itself gives. */
export type FigureGroup = Readonly<{
  measure: string;
  /** In words; null for a measure that is kept as printed, and so is its unit. */
  title: string | null;
  unit: string | null;
  scope: string | null;
  /** As its first figure says. */
  speaksOf: PartialDate;
  cycle: number | null;
  /** By when they were said. */
  figures: readonly FigureView[];
  agreement: Agreement;
  computed: ComputedFigure | null;
  /** What lies between the published figures, and between them and the computed one; null where all say the same and fit it. */
  difference: string | null;
}>;

function judgementView(judgement: Judgement, judged: Published, tables: Tables, moment: Moment): JudgementView {
  const against = judgement.against.map((figureId): JudgedBeside => {
    const row = figures(tables).row(figureId, moment);
    return isPublished(row)
      ? { figureId, value: row.quantity.printed, comparable: comparable(judged, row) }
      : { figureId, value: '', comparable: false };
  });
  return { ...judgement, against };
}

export function figureView(row: Published, tables: Tables, moment: Moment): FigureView {
  const { figureId, workstreamIds, quantity, definition, speaksOf, statedBy, sources, repetitions } = row;
  const judgements = row.judgements.map((each) => judgementView(each, row, tables, moment));
  return {
    figureId,
    workstreamIds,
    value: quantity.printed,
    quantity,
    definition,
    speaksOf,
    said: row.published.effective,
    statedBy,
    sources,
    factId: row.published.factId,
    repetitions,
    judgement: judgements.at(-1) ?? null,
    judgements,
  };
}

export function agreementOf(quantities: readonly Quantity[]): Agreement {
  const pairs = quantities.flatMap((a, index) => quantities.slice(index + 1).map((b) => [a, b] as const));
  if (pairs.every(([a, b]) => saySame(a, b))) return 'one voice';
  return pairs.every(([a, b]) => agree(a, b)) ? 'compatible' : 'disagree';
}

/** Figures that are comparable, put together; never empty. */
export type Comparables = readonly [Published, ...Published[]];

/** In the order in which they were said. */
const inOrder = (rows: readonly Published[]): readonly Published[] =>
  rows.toSorted(
    (a, b) => period(a.published.effective).first - period(b.published.effective).first || a.figureId.localeCompare(b.figureId),
  );

/** Each group in the order in which its figures were said. One whose time is too uncertain to compare it stands alone. */
export function comparables(rows: readonly Published[]): readonly Comparables[] {
  const groups = new Map<string, [Published, ...Published[]]>();
  for (const row of inOrder(rows)) {
    const key = comparisonKey(row) ?? row.figureId;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

export function figureGroup(rows: Comparables, tables: Tables, moment: Moment): FigureGroup {
  const [first] = rows;
  const { measure, scope, speaksOf } = first;
  const known = measureOf(measure);
  const cycle = cycleOfFigure(first);
  const computed = computedFigure(measure, { cycle, speaksOf, scope }, tables, moment);
  const quantities = rows.map(({ quantity }) => quantity);
  const agreement = agreementOf(quantities);
  const fits = computed === null || quantities.every((each) => agree(each, quantityOf(String(computed.value))));
  return {
    measure,
    title: known?.title ?? null,
    unit: known?.unit ?? null,
    scope,
    speaksOf,
    cycle,
    figures: rows.map((row) => figureView(row, tables, moment)),
    agreement,
    computed,
    difference: fits && agreement === 'one voice' ? null : differenceOf(quantities, agreement, fits ? null : computed),
  };
}
