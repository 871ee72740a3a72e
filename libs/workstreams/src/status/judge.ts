import type { PartialDate } from '#event-sourcing';
import { type Asked, type Condition, conditionOf, inWords, onDay, wanted } from './condition.js';
import type { Day } from './day.js';
import type { RuleVersion, StatusRule } from './rule.js';
import { type Truth, waysTo } from './ways.js';

/** What is so, in words, and the facts that make it so; none where there is nothing on record. */
export type VerdictReason = Readonly<{ says: string; factIds: readonly string[] }>;

/** What would have to be so, each in words, for another status. */
export type VerdictChange = Readonly<{ to: string; needs: readonly string[] }>;

/** What a rule says of something on a day, why, and what would change it. */
export type StatusVerdict = Readonly<{
  rule: string;
  version: string;
  source: string;
  status: string;
  /** The day that it speaks of. */
  on: PartialDate;
  reasons: readonly VerdictReason[];
  /** The shortest ways to each other status. That facts on record are found to be wrong may change any verdict, and is left out. */
  wouldChange: readonly VerdictChange[];
}>;

type Looked<S> = ReadonlyMap<Condition<S>, readonly string[] | undefined>;

/** What each condition of a version finds. */
function lookAt<S>({ cases }: RuleVersion<S>, subject: S, day: Day): Looked<S> {
  const conditions = new Set(cases.flatMap(({ when }) => when.map(conditionOf)));
  return new Map([...conditions].map((condition) => [condition, condition.holds(subject, day)]));
}

/** Those of the cases that give the status; where none does, what each case misses. */
function reasonsAsked<S>({ cases }: RuleVersion<S>, status: string, isSo: (asked: Asked<S>) => boolean): readonly Condition<S>[] {
  const applying = cases.filter((each) => each.status === status && each.when.every(isSo));
  const asked =
    applying.length > 0 ? applying.flatMap(({ when }) => when) : cases.flatMap(({ when }) => when.filter((each) => !isSo(each)));
  return [...new Set(asked.map(conditionOf))];
}

/** What a version finds of something on a day. */
function found<S>(version: RuleVersion<S>, subject: S, day: Day) {
  const looked = lookAt(version, subject, day);
  const truth: Truth<S> = new Map([...looked].map(([condition, factIds]) => [condition, factIds !== undefined]));
  const isSo = (asked: Asked<S>): boolean => truth.get(conditionOf(asked)) === wanted(asked);
  const status = version.cases.find(({ when }) => when.every(isSo))?.status ?? version.otherwise;
  const say = (condition: Condition<S>, holds: boolean): string =>
    inWords(condition, holds, onDay(day), condition.matters?.(subject) ?? true);
  const reasons = reasonsAsked(version, status, isSo).map((condition) => ({
    says: say(condition, truth.get(condition)!),
    factIds: looked.get(condition) ?? [],
  }));
  return { status, reasons, truth, say };
}

/** The status by one version of a rule with its reasons, without what would change it: enough where many are judged. */
export function statusOn<S>(version: RuleVersion<S>, subject: S, day: Day): Pick<StatusVerdict, 'status' | 'reasons'> {
  const { status, reasons } = found(version, subject, day);
  return { status, reasons };
}

/** The verdict of one version of a rule. */
export function judge<S>({ name }: Pick<StatusRule<S>, 'name'>, version: RuleVersion<S>, subject: S, day: Day): StatusVerdict {
  const { status, reasons, truth, say } = found(version, subject, day);
  return {
    rule: name,
    version: version.version,
    source: version.source,
    status,
    on: day.date,
    reasons,
    wouldChange: waysTo(version, status, truth).map(({ to, change }) => ({
      to,
      needs: [...change].map(([condition, holds]) => say(condition, holds)),
    })),
  };
}
