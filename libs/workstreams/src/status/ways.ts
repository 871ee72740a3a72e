import { type Asked, type Condition, conditionOf, wanted } from './condition.js';
import type { RuleVersion } from './rule.js';

/** Which conditions hold. */
export type Truth<S> = ReadonlyMap<Condition<S>, boolean>;

type Way<S> = Readonly<{ to: string; change: Truth<S> }>;
type Cases<S> = readonly (readonly Asked<S>[])[];

/** The conditions that all of a case is so with; nothing where it contradicts itself. */
function allSo<S>(when: readonly Asked<S>[]): Truth<S> | undefined {
  const asked = new Map(when.map((each) => [conditionOf(each), wanted(each)]));
  return when.every((each) => asked.get(conditionOf(each)) === wanted(each)) ? asked : undefined;
}

/** All ways to have none of the cases apply, beside what is settled. */
function without<S>(cases: Cases<S>, settled: Truth<S>, truth: Truth<S>): readonly Truth<S>[] {
  const isSo = (asked: Asked<S>): boolean => (settled.get(conditionOf(asked)) ?? truth.get(conditionOf(asked))) === wanted(asked);
  const inTheWay = cases.find((when) => when.every(isSo));
  if (!inTheWay) return [settled];
  const open = inTheWay.filter((each) => !settled.has(conditionOf(each)));
  return open.flatMap((each) => without(cases, new Map([...settled, [conditionOf(each), !wanted(each)]]), truth));
}

const changed = <S>(settled: Truth<S>, truth: Truth<S>): Truth<S> =>
  new Map([...settled].filter(([condition, holds]) => truth.get(condition) !== holds));

/** What lasts ends by a correction only. */
const isPossible = <S>(change: Truth<S>): boolean => [...change].every(([{ lasting }, holds]) => holds || !lasting);

const isWithin = <S>(small: Truth<S>, large: Truth<S>): boolean => [...small].every(([condition, holds]) => large.get(condition) === holds);

/** Those of which no part leads to the same. */
function shortest<S>(ways: readonly Way<S>[]): readonly Way<S>[] {
  const isLonger = (way: Way<S>, index: number): boolean =>
    ways.some(
      (other, at) =>
        other.to === way.to &&
        isWithin(other.change, way.change) &&
        (other.change.size < way.change.size || (other.change.size === way.change.size && at < index)),
    );
  return ways.filter((way, index) => !isLonger(way, index));
}

/** What would have to change for each other status, the least first. */
export function waysTo<S>({ cases, otherwise }: RuleVersion<S>, status: string, truth: Truth<S>): readonly Way<S>[] {
  const targets = [...cases.map((each, index) => ({ ...each, index })), { status: otherwise, when: [], index: cases.length }];
  const ways = targets.flatMap(({ status: to, when, index }): readonly Way<S>[] => {
    const settled = to === status ? undefined : allSo(when);
    const before = cases.slice(0, index).map((each) => each.when);
    return settled ? without(before, settled, truth).map((all) => ({ to, change: changed(all, truth) })) : [];
  });
  return shortest(ways.filter(({ change }) => isPossible(change))).toSorted((a, b) => a.change.size - b.change.size);
}
