/** What a figure should be: `ratio` is ours to the counterpart's. */
export type Target = Readonly<{ of: 'ours' | 'ratio'; atLeast: number } | { of: 'ours' | 'ratio'; atMost: number }>;

/** What was measured, by round. The counterpart did the same work beside it, or is left out for a reason. */
export type Measured = Readonly<{
  name: string;
  unit: 'events/s' | 'requests/s' | 'ms' | 'µs' | 'kB';
  ours: readonly number[];
  counterpart?: Readonly<{ name: string; rounds: readonly number[] }> | Readonly<{ name: string; leftOut: string }>;
  targets?: readonly Target[];
}>;

/** A figure as it is told: medians, and for each target whether it was met; null where there is nothing to judge. */
export type Figure = Readonly<{
  name: string;
  unit: string;
  ours: number;
  counterpart: Readonly<{ name: string; value: number | null; leftOut?: string }> | null;
  ratio: number | null;
  targets: readonly (Target & Readonly<{ met: boolean | null }>)[];
  rounds: Readonly<{ ours: readonly number[]; counterpart: readonly number[] }>;
}>;

/** The value that a share of all lie at or below: 0.5 for the median. Between two values, the mean of both. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  return (sorted[Math.floor(at)]! + sorted[Math.ceil(at)]!) / 2;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

const isMet = (target: Target, value: number | null): boolean | null => {
  if (value === null) return null;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
};

/** Medians of what was measured. The ratio is the median of the ratios of each round: what slows a machine down slows both. */
export function figureOf({ name, unit, ours, counterpart, targets = [] }: Measured): Figure {
  const others = counterpart && 'rounds' in counterpart ? counterpart.rounds : [];
  const ratio = others.length > 0 ? median(ours.map((value, round) => value / others[round]!)) : null;
  const value = { ours: median(ours), ratio };
  return {
    name,
    unit,
    ours: value.ours,
    counterpart: counterpart
      ? {
          name: counterpart.name,
          value: others.length > 0 ? median(others) : null,
          ...('leftOut' in counterpart && { leftOut: counterpart.leftOut }),
        }
      : null,
    ratio,
    targets: targets.map((target) => ({ ...target, met: isMet(target, value[target.of]) })),
    rounds: { ours, counterpart: others },
  };
}
