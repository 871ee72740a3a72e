import { type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { getStatusRules } from '#read-models';
import type { ReportFreeze, ReportKind, ReportLocale } from '#workstreams';
import { TEMPLATE_VERSIONS } from './templates.js';

/**
 * What fixes a report: made again from the same pin it has the same bytes, whatever was recorded since. What a status is
 * depends on the day, and so do counts: the day is part of the pin.
 */
export type ReportPin = Readonly<{
  /** The year of the annual meeting that ends the cycle. */
  cycle: number;
  kind: ReportKind;
  /** What was true by the end of this date. */
  asOf: PartialDate;
  /** What had been recorded by the end of this date; null where the position alone limits it. */
  knownAt: PartialDate | null;
  /** What stands in the log up to this position. */
  upTo: number;
  /** The versions of the rules of status that were used, as `coalition activity@2016`. */
  rules: readonly string[];
  /** The version of the shape of the report. */
  template: string;
  locale: ReportLocale;
}>;

/** What may be asked for; the rest is filled in as it is now. */
export type PinAsked = Pick<ReportPin, 'cycle' | 'kind'> &
  Partial<{ readonly [Field in Exclude<keyof ReportPin, 'cycle' | 'kind' | 'knownAt'>]: ReportPin[Field] | undefined }> &
  Readonly<{ knownAt?: PartialDate | null | undefined }>;

/** What may be known in a report. */
export type Knowledge = Readonly<{ upTo: number; knownAt?: PartialDate }>;

export const knowledgeOf = ({ knownAt, upTo }: ReportPin): Knowledge => ({ upTo, ...(knownAt !== null && { knownAt }) });

/** The moment of which a report speaks: the day and what is known. */
export type ReportMoment = Knowledge & Readonly<{ asOf: PartialDate }>;

export const momentOf = (pin: ReportPin): ReportMoment => ({ asOf: pin.asOf, ...knowledgeOf(pin) });

/** The last day of a cycle as far as rules of status look: that of its year, or the day of the report where that came first. */
export const endOfCycle = ({ cycle, asOf }: Pick<ReportPin, 'cycle' | 'asOf'>): PartialDate =>
  period(asOf).end < period(String(cycle)).end ? asOf : String(cycle);

/** The rules that reports use, and of which day each judges. */
const RULES = {
  'coalition activity': endOfCycle,
  'forum stage': ({ asOf }) => asOf,
  'phase stage': ({ asOf }) => asOf,
} as const satisfies Readonly<Record<string, (pin: Pick<ReportPin, 'cycle' | 'asOf'>) => PartialDate>>;

export type ReportRule = keyof typeof RULES;

/** The day of which a rule judges in a report. */
export const judgedOn = (rule: ReportRule, pin: ReportPin): PartialDate => RULES[rule](pin);

/** The version of a rule that a pin names; that in force where it names none. */
export const versionOf = (rule: ReportRule, { rules }: ReportPin): string | undefined =>
  rules.find((each) => each.startsWith(`${rule}@`))?.slice(rule.length + 1);

function rulesInForce(pin: Pick<ReportPin, 'cycle' | 'asOf'>, tables: Tables): readonly string[] {
  return Object.entries(RULES).map(([name, dayOf]) => {
    const { versions } = getStatusRules({ asOf: dayOf(pin) }, tables).body.rules.find((each) => each.name === name)!;
    return `${name}@${versions.find(({ inForce }) => inForce)!.version}`;
  });
}

const today = (): PartialDate => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

/**
 * The pin of what was asked for: of today, with all that is known, by the rules in force and in the latest shape, where
 * nothing else is said.
 */
export function pinOf({ cycle, kind, asOf = today(), knownAt = null, ...asked }: PinAsked, tables: Tables): ReportPin {
  const { upTo = Number(tables.position()), template = TEMPLATE_VERSIONS.at(-1)!, locale = 'en' } = asked;
  const rules = asked.rules ?? rulesInForce({ cycle, asOf }, tables);
  return { cycle, kind, asOf, knownAt, upTo, rules, template, locale };
}

/** The pin by which a report was frozen. */
export const pinOfFreeze = (of: Pick<ReportPin, 'cycle' | 'kind'>, freeze: Omit<ReportFreeze, 'effective' | 'factId'>): ReportPin => ({
  cycle: of.cycle,
  kind: of.kind,
  asOf: freeze.asOf,
  knownAt: freeze.knownAt,
  upTo: freeze.upTo,
  rules: freeze.rules,
  template: freeze.template,
  locale: freeze.locale,
});
