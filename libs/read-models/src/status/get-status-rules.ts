import { ListQuery, pageOf, type PartialDate } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { type CaseInWords, casesInWords, inForce, type ReadableRule, STATUS_RULES } from '#workstreams';
import { askedDay } from '../asked.js';

/** The rules by which status is judged, in words, in all their versions. */
export class GetStatusRules extends ListQuery {}

/** Its cases are tried in order: the first of which all is so gives the status. */
export type RuleVersionView = Readonly<{
  version: string;
  /** From when on it is in force. */
  from: PartialDate;
  /** Whether it was the one in force on the day that was asked about. */
  inForce: boolean;
  source: string;
  cases: readonly CaseInWords[];
  /** The status when no case applies. */
  otherwise: string;
}>;

export type StatusRuleView = Readonly<{
  name: string;
  /** The kind of what it judges. */
  judges: string;
  statuses: readonly string[];
  versions: readonly RuleVersionView[];
}>;

export type StatusRuleList = Readonly<{ total: number; next: string | null; rules: readonly StatusRuleView[] }>;

export const getStatusRules: Answering<GetStatusRules, StatusRuleList> = (query, tables) => {
  const day = askedDay(query);
  const versionsOf = (rule: ReadableRule): readonly RuleVersionView[] =>
    rule.versions.map((each) => ({
      version: each.version,
      from: each.from,
      inForce: inForce(rule, day) === each,
      source: each.source,
      cases: casesInWords(each),
      otherwise: each.otherwise,
    }));
  const { total, next, shown } = pageOf(STATUS_RULES, query, tables.position());
  const rules = shown.map(({ judges, rule }) => ({ name: rule.name, judges, statuses: rule.statuses, versions: versionsOf(rule) }));
  return { body: { total, next, rules } };
};
