import { firstDay, lastDay, period } from '#event-sourcing';
import { type Day, dayOf, inForce, rulesFor, statusOn, type StatusRule, type Work } from '#workstreams';
import { dayText } from './when.js';

/** A verdict with the days on which it held: a segment. `to` is null for that of the last day of the drawing. */
export type DrawnStatus = Readonly<{
  rule: string;
  /** By which version of the rule it was judged. */
  version: string;
  status: string;
  from: string;
  to: string | null;
  /** The facts on which it rests, on its first day; none where it rests on there being none. */
  factIds: readonly string[];
}>;

/** How the work stood at the end of a UTC day, counted from 1970-01-01; undefined where it was not there yet. */
export type WorkOn = (day: number) => Work | undefined;

/** Which day begins a segment, by which rule, and what it was judged by. */
type Turn = Readonly<{ day: number; work: Work; rule: StatusRule<Work>; version: string; status: string }>;

const judged = (rule: StatusRule<Work>, work: Work, day: number): Turn => {
  const on: Day = dayOf(dayText(day));
  const version = inForce(rule, on);
  return { day, work, rule, version: version.version, status: statusOn(version, work, on).status };
};

const isSame = (a: Turn | undefined, b: Turn): boolean => a?.status === b.status && a.version === b.version;

/**
 * The days between two on which nothing is recorded as having happened, and on which time alone turned the status: a
 * deadline passed, a year ended. Found by halving, since time turns it one way.
 */
function turnsBetween(first: Turn, lastDay: number): readonly Turn[] {
  const { rule, work } = first;
  if (lastDay <= first.day || isSame(first, judged(rule, work, lastDay))) return [];
  let [before, after] = [first.day, lastDay];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isSame(first, judged(rule, work, middle))) before = middle;
    else after = middle;
  }
  const turn = judged(rule, work, after);
  return [turn, ...turnsBetween(turn, lastDay)];
}

const yearOf = (day: number): number => Number(dayText(day).slice(0, 4));

/** The days on which something may turn: those of facts, those from which on a version is in force, and those on which a year begins. */
function daysOf(rule: StatusRule<Work>, days: readonly number[], { first, last }: Span): readonly number[] {
  const versions = rule.versions.map(({ from }) => firstDay(period(from)));
  const years = Array.from({ length: yearOf(last) - yearOf(first) }, (_, index) => firstDay(period(String(yearOf(first) + 1 + index))));
  return [...new Set([first, ...days, ...versions, ...years])].filter((day) => day >= first && day <= last).toSorted((a, b) => a - b);
}

/** The first and the last UTC day of a drawing, counted from 1970-01-01. */
export type Span = Readonly<{ first: number; last: number }>;

/** The days on which what a rule says turned, each with what it said from then on. */
export function turnsOf(rule: StatusRule<Work>, workOn: WorkOn, days: readonly number[], span: Span): readonly Turn[] {
  const all = daysOf(rule, days, span);
  const turns: Turn[] = [];
  for (const [index, day] of all.entries()) {
    const work = workOn(day);
    if (!work) continue;
    const turn = judged(rule, work, day);
    const next = all[index + 1];
    turns.push(turn, ...turnsBetween(turn, next === undefined ? span.last : next - 1));
  }
  return turns.filter((turn, index) => !isSame(turns[index - 1], turn));
}

const drawn = ({ day, work, rule, version, status }: Turn, next: Turn | undefined): DrawnStatus => {
  const on = dayOf(dayText(day));
  const { reasons } = statusOn(inForce(rule, on), work, on);
  return {
    rule: rule.name,
    version,
    status,
    from: dayText(day),
    to: next ? dayText(next.day - 1) : null,
    factIds: [...new Set(reasons.flatMap(({ factIds }) => factIds))],
  };
};

/**
 * What the rules of a workstream said of it over time. It is judged anew on the days of its facts and of changes of the
 * rules, and in between only where time alone turned it.
 */
export function statusLane(workOn: WorkOn, days: readonly number[], span: Span): readonly DrawnStatus[] {
  const work = workOn(span.last);
  if (!work) return [];
  return rulesFor(work).flatMap((rule) => {
    const turns = turnsOf(rule, workOn, days, span);
    return turns.map((turn, index) => drawn(turn, turns[index + 1]));
  });
}

/** The UTC day by which a fact surely counts in history. */
export const dayOfInstant = (end: number): number => lastDay({ first: end - 1, end });
