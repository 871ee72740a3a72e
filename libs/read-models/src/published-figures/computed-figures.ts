import type { Moment, PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { MeasureId } from '#workstreams';
import { cenbContributions } from './computed/cenb-contributions.js';
import { activeCoalitions, exploredCoalitions, recommittedCoalitions } from './computed/coalitions.js';
import { coalitionsInMainSession, initiativesInMainSession } from './computed/sessions.js';
import { existingInitiatives, forumsOfCycle, newCoalitions } from './computed/registrations.js';

/** What was looked at and does not count, and why. */
export type Excluded = Readonly<{ factId: string; why: string }>;

/** What the record itself gives for a measure: a number with its rule and the facts that it counts. */
export type ComputedFigure = Readonly<{
  value: number;
  /** What is counted, in a sentence. */
  rule: string;
  /** How what is counted differs from what the measure names, where it does: `recognised or not`. */
  caveat?: string;
  factIds: readonly string[];
  excluded: readonly Excluded[];
}>;

/** What figures speak of that are compared: of which time, and of what part. */
export type Occasion = Readonly<{ cycle: number | null; speaksOf: PartialDate; scope: string | null }>;

/** Computes a measure for an occasion from what is on record as of a moment; nothing where its rule does not fit the occasion. */
export type Computing = (occasion: Occasion, tables: Tables, moment: Moment) => ComputedFigure | null;

/** How a measure is computed, with its rule as it is of any cycle or date. That of an answer is made of the same words. */
export type MeasureRule = Readonly<{ rule: string; compute: Computing }>;

/** The measures that can be computed. Those left out are published only. */
const COMPUTED: Readonly<Partial<Record<MeasureId, MeasureRule>>> = {
  BPFs: forumsOfCycle,
  'new DCs': newCoalitions,
  'active DCs': activeCoalitions,
  'exploratory DCs': exploredCoalitions,
  'recommitted DCs': recommittedCoalitions,
  'DCs in the joint main session': coalitionsInMainSession,
  'NRIs in the main session': initiativesInMainSession,
  'recognised NRIs': existingInitiatives,
  'CENB contributions': cenbContributions,
};

/** The ids of the measures that can be computed. */
export const COMPUTED_MEASURES: readonly string[] = Object.keys(COMPUTED);

/** What the record gives for a measure; nothing where no rule is known. */
export function computedFigure(measure: string, occasion: Occasion, tables: Tables, moment: Moment): ComputedFigure | null {
  return Object.hasOwn(COMPUTED, measure) ? COMPUTED[measure as MeasureId]!.compute(occasion, tables, moment) : null;
}

/** The rule by which a measure is computed, of any cycle or date; undefined for one that is published only. */
export const ruleOfMeasure = (measure: MeasureId): string | undefined => COMPUTED[measure]?.rule;
