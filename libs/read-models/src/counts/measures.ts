import { MEASURES, type MeasureId } from '#workstreams';
import { computedFigure, ruleOfMeasure } from '../published-figures/computed-figures.js';
import type { CountCase } from './count.js';
import { momentOf } from './scope.js';
import { cycleAndDate } from './when.js';

type OfYearlyPapers = (typeof MEASURES)[number] & Readonly<{ id: MeasureId }>;

/** What a measure of the yearly papers is counted from, as a count like any other. Measures that are published only have none. */
function countOf({ id, title, unit, counted }: OfYearlyPapers): readonly CountCase[] {
  const rule = ruleOfMeasure(id);
  if (rule === undefined) return [];
  const compute: CountCase['compute'] = (asked, tables) => {
    const { cycle, on } = cycleAndDate(asked, counted === 'in a cycle');
    const computed = computedFigure(id, { cycle, speaksOf: on, scope: null }, tables, momentOf(asked));
    return computed && { computed, rows: [] };
  };
  return [{ id, title, unit, rule, parameters: counted === 'in a cycle' ? ['cycle', 'on'] : ['on'], compute }];
}

/** The measures of the yearly papers that the record itself gives. */
export const measureCounts: readonly CountCase[] = MEASURES.flatMap(countOf);
