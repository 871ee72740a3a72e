import { type PartialDate, period } from '#event-sourcing';
import { type Asked, ANY_DAY, conditionOf, inWords, wanted } from './condition.js';
import type { Day } from './day.js';

/** The status when all that is asked is so. */
export type StatusCase<S, Status extends string = string> = Readonly<{ status: Status; when: readonly Asked<S>[] }>;

/** A version of a rule: its cases are tried in order, and the first of which all is so gives the status. */
export type RuleVersion<S, Status extends string = string> = Readonly<{
  version: string;
  /** From when on it is in force. */
  from: PartialDate;
  /** Where it was said; what of it is our reading. */
  source: string;
  cases: readonly StatusCase<S, Status>[];
  /** The status when no case applies. */
  otherwise: Status;
}>;

/** What judges a status, in all its versions, in order of the dates from which they are in force. Old ones stay: old days are judged by them. */
export type StatusRule<S, Status extends string = string> = Readonly<{
  /** What it judges, such as `coalition activity`. */
  name: string;
  statuses: readonly Status[];
  versions: readonly RuleVersion<S, Status>[];
}>;

/** The version that is in force on a day; the first one before its time. */
export const inForce = <S>({ versions }: StatusRule<S>, day: Day): RuleVersion<S> =>
  versions.findLast(({ from }) => period(from).first < day.period.end) ?? versions[0]!;

/** What a version asks for a status, in the words of which its verdicts are made. */
export type CaseInWords = Readonly<{ status: string; when: readonly string[] }>;

export const casesInWords = <S>({ cases }: RuleVersion<S>): readonly CaseInWords[] =>
  cases.map(({ status, when }) => ({ status, when: when.map((asked) => inWords(conditionOf(asked), wanted(asked), ANY_DAY)) }));
