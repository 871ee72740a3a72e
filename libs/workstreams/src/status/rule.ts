import { type PartialDate, type Period, period } from '#event-sourcing';

/** A day, as the date that was asked about and as a period: a rule asks nothing else of time. */
export type Day = Readonly<{ date: PartialDate; period: Period; year: number }>;

/** The day that a verdict speaks of. */
export const dayOf = (date: PartialDate): Day => {
  const when = period(date);
  return { date, period: when, year: new Date(when.end - 1).getUTCFullYear() };
};

/**
 * One thing that a rule looks at. `holds` gives the ids of the facts that make it so, or nothing when it is not so; where
 * it is the want of something that makes it so, the ids of what was looked at, which may be none.
 */
export type Condition<S> = Readonly<{
  /** The statement that holds or does not, in words. */
  says: (subject: S, day: Day) => string;
  holds: (subject: S, day: Day) => readonly string[] | undefined;
}>;

/** The status when all of these hold. */
export type Case<S> = Readonly<{ status: string; when: readonly Condition<S>[] }>;

/**
 * A version of a rule: its cases are tried in order, and the first of which all conditions hold gives the status. Verdicts
 * and what would change them are made of the same conditions.
 */
export type StatusRule<S> = Readonly<{
  /** What it judges, such as `coalition activity`: the same for all versions. */
  name: string;
  version: string;
  /** The day from which this version is in force. */
  from: PartialDate;
  /** Where it was said; `our reading` where it is ours. */
  source: string;
  cases: readonly Case<S>[];
  /** The status when no case applies. */
  otherwise: string;
}>;

export type Reason = Readonly<{ says: string; holds: boolean; factIds: readonly string[] }>;

/** What would have to become so, and what would have to be no longer so, for another status. */
export type Change = Readonly<{ to: string; needs: readonly string[]; ends: readonly string[] }>;

/** What a rule says of something on a day, why, and what would change it. */
export type Verdict = Readonly<{
  rule: string;
  version: string;
  source: string;
  status: string;
  on: PartialDate;
  reasons: readonly Reason[];
  wouldChange: readonly Change[];
}>;

/** The opposite of a condition. */
export const not = <S>({ says, holds }: Condition<S>): Condition<S> => ({
  says: (subject, day) => `it is not so that ${says(subject, day)}`,
  holds: (subject, day) => (holds(subject, day) === undefined ? [] : undefined),
});

type Judged<S> = Readonly<{ status: string; reasons: readonly Reason[]; all: boolean; of: Case<S> }>;

function judgedCase<S>(of: Case<S>, subject: S, day: Day): Judged<S> {
  const reasons = of.when.map(({ says, holds }): Reason => {
    const factIds = holds(subject, day);
    return { says: says(subject, day), holds: factIds !== undefined, factIds: factIds ?? [] };
  });
  return { status: of.status, reasons, all: reasons.every(({ holds }) => holds), of };
}

const wanting = ({ reasons }: Judged<never>): readonly Reason[] => reasons.filter(({ holds }) => !holds);

const once = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

function unique(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter(({ says }, index) => reasons.findIndex((other) => other.says === says) === index);
}

/** The verdict of one version of a rule. */
export function judge<S>(rule: StatusRule<S>, subject: S, day: Day): Verdict {
  const judged = rule.cases.map((each) => judgedCase(each, subject, day)) as unknown as readonly Judged<never>[];
  const first = judged.findIndex(({ all }) => all);
  const status = first === -1 ? rule.otherwise : judged[first]!.status;
  const before = first === -1 ? judged : judged.slice(0, first);
  const applying = judged.filter((each) => each.status === status && each.all);
  const reasons = unique([...applying.flatMap((each) => each.reasons), ...before.flatMap(wanting)]);
  return {
    rule: rule.name,
    version: rule.version,
    source: rule.source,
    status,
    on: day.date,
    reasons,
    wouldChange: changes(judged, first, status, rule.otherwise),
  };
}

/** One change for each other case; what stands before it in order must not apply any more. */
function changes(judged: readonly Judged<never>[], first: number, status: string, otherwise: string): readonly Change[] {
  const inTheWay = (upTo: number): readonly string[] =>
    once(judged.slice(0, upTo).flatMap((each) => (each.all ? each.reasons.map(({ says }) => says) : [])));
  const others = judged.flatMap((each, index) =>
    each.status === status ? [] : [{ to: each.status, needs: once(wanting(each).map(({ says }) => says)), ends: inTheWay(index) }],
  );
  const fallback = first === -1 || otherwise === status ? [] : [{ to: otherwise, needs: [], ends: inTheWay(judged.length) }];
  return [...others, ...fallback];
}

/** The version of a rule that is in force on a day; the first one before its time. Versions stand in order of their dates. */
export function inForce<S>(versions: readonly StatusRule<S>[], day: Day): StatusRule<S> {
  return versions.findLast(({ from }) => period(from).first < day.period.end) ?? versions[0]!;
}
