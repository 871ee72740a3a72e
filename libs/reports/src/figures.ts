import type { SourceReference } from '#event-sourcing';
import type { ComputedFigure, FigureGroup, FigureView } from '#read-models';
import { agree, MEASURES, quantityOf } from '#workstreams';
import { dateText } from '#read-models';
import type { ReportNumber, ReportPart, ReportRow } from './model.js';
import { numberAs, row, says, series } from './says.js';

const placeOf = ({ document, url }: SourceReference): string => document ?? new URL(url ?? 'about:blank').hostname;

/** Who says a published number: the one who states it, else where it stands. */
export const voiceOf = ({ statedBy, sources }: Pick<FigureView, 'statedBy' | 'sources'>): string =>
  statedBy ?? (sources.length === 0 ? 'source not named' : sources.map(placeOf).join(', '));

const titleOf = ({ measure, title, scope }: FigureGroup): string => (title ?? measure) + (scope === null ? '' : `, ${scope}`);

/** A number as it was published, with where it stands. */
export function publishedNumber(figure: FigureView, group: FigureGroup): ReportNumber {
  const { value, definition, speaksOf, said, factId, repetitions, sources } = figure;
  const about = definition === null ? '' : ` (${definition})`;
  const rule = `${titleOf(group)}${about}, speaking of ${dateText(speaksOf)}, as published by ${voiceOf(figure)} (said ${dateText(said)}).`;
  return numberAs(value, rule, {
    factIds: [factId, ...repetitions.map((each) => each.factId)],
    sources: [...sources, ...repetitions.flatMap((each) => each.sources)],
  });
}

const BESIDE = {
  'one voice': '',
  compatible: '; they are not the same, and may all hold',
  disagree: '; they cannot all hold',
} as const satisfies Readonly<Record<FigureGroup['agreement'], string>>;

/** `37 (Chair of the 11th IGF) and 43 (IGF Secretariat); they cannot all hold`. */
export function publishedText(group: FigureGroup): readonly ReportPart[] {
  const all = group.figures.map((figure) => says`${publishedNumber(figure, group)} (${voiceOf(figure)})`);
  return says`${series(all)}${BESIDE[group.agreement]}`;
}

/** The same numbers without who said them: `37 or 43, on which sources disagree,`. */
export function publishedValues(group: FigureGroup): readonly ReportPart[] {
  const values = group.figures.map((figure) => publishedNumber(figure, group));
  const doubt = { 'one voice': '', compatible: '', disagree: ', on which sources disagree,' }[group.agreement];
  return says`${series(values, 'or')}${doubt}`;
}

/** What the record itself gives. */
export const computedNumber = ({ value, rule, factIds, excluded }: ComputedFigure): ReportNumber =>
  numberAs(String(value), rule, { factIds, excluded });

/** ` Not counted: 3 (dated later).`: what was looked at and not counted, by why; nothing where there is no such thing. */
export function leftOpen({ rule, excluded }: ComputedFigure): readonly ReportPart[] {
  if (excluded.length === 0) return [];
  const reasons = [...new Set(excluded.map(({ why }) => why))].map((why) => {
    const those = excluded.filter((each) => each.why === why);
    const grounds = { factIds: those.map(({ factId }) => factId), excluded: those };
    return says`${numberAs(String(those.length), `Looked at and not counted: ${rule}`, grounds)} (${why})`;
  });
  return says` Not counted: ${series(reasons)}.`;
}

/** What the record gives beside what was published; that nothing is found is not that there was nothing. */
export function onRecord(computed: ComputedFigure | null): readonly ReportPart[] {
  if (computed === null) return ['published only'];
  const { value, excluded, caveat } = computed;
  if (value === 0 && excluded.length === 0) return [{ ...computedNumber(computed), printed: 'none' }];
  return caveat === undefined ? [computedNumber(computed)] : says`${computedNumber(computed)} (${caveat})`;
}

/** Whether the record gives the number that was published. */
export const isReproduced = ({ figures, computed }: FigureGroup): boolean =>
  computed !== null && figures.every(({ quantity }) => agree(quantity, quantityOf(String(computed.value))));

const PLACES: ReadonlyMap<string, number> = new Map(MEASURES.map(({ id }, index) => [id, index]));

/** The groups in the order of the measures; those of unknown measures last, by name. */
export const inOrder = (groups: readonly FigureGroup[]): readonly FigureGroup[] =>
  groups.toSorted(
    (a, b) =>
      (PLACES.get(a.measure) ?? PLACES.size) - (PLACES.get(b.measure) ?? PLACES.size) ||
      a.measure.localeCompare(b.measure, 'en') ||
      (a.scope ?? '').localeCompare(b.scope ?? '', 'en') ||
      a.speaksOf.localeCompare(b.speaksOf),
  );

/** What tells one group from another, from one day to the next. */
export const keyOf = ({ measure, scope, speaksOf, cycle }: FigureGroup): string =>
  [measure, ...(scope === null ? [] : [scope]), cycle ?? speaksOf].join(', ');

export const FIGURE_COLUMNS = ['What is counted', 'Speaking of', 'Published', 'On record'] as const;

/** A row of a table of figures. */
export const figureRow = (group: FigureGroup): ReportRow =>
  row(keyOf(group), [titleOf(group), dateText(group.speaksOf), publishedText(group), onRecord(group.computed)]);
