import { groupBy } from '../group-by.js';
import type { ComputedFigure, Excluded } from '../published-figures/computed-figures.js';
import type { NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { type CountDimension, countRow, type CountRow, type NoNumber, rowWithout } from './count.js';

/** A number of days that something took, or why there is none. */
export type Duration = Readonly<{
  by: CountDimension;
  id: string;
  name: string;
  what: string;
  days: number | null;
  none: NoNumber | null;
  why: string | null;
  factIds: readonly string[];
  workstreams: readonly NamedWorkstream[];
  cycles: readonly number[];
}>;

type Measured = Duration & Readonly<{ days: number }>;

const isMeasured = (each: Duration): each is Measured => each.days !== null;

/** What lies in the middle, and the ends, each with the facts of those that it is taken from. */
export type Spread = Readonly<{ median: number; shortest: number; longest: number; middle: readonly Measured[] }>;

/** The spread of some durations; undefined where none is measured. Of an even number the median lies between the two in the middle. */
export function spreadOf(durations: readonly Duration[]): Spread | undefined {
  const inOrder = durations.filter(isMeasured).toSorted((a, b) => a.days - b.days);
  const [shortest, longest] = [inOrder[0], inOrder.at(-1)];
  if (!shortest || !longest) return undefined;
  const middle = [...new Set([inOrder[Math.floor((inOrder.length - 1) / 2)]!, inOrder[Math.floor(inOrder.length / 2)]!])];
  const median = middle.reduce((sum, { days }) => sum + days, 0) / middle.length;
  return { median, shortest: shortest.days, longest: longest.days, middle };
}

const factsOf = (durations: readonly Duration[]): readonly string[] => [...new Set(durations.flatMap(({ factIds }) => factIds))];

type Group = Readonly<{ by: CountDimension; id: string | null; name: string }>;

/** How many of a group were measured, and their median and range. */
function summary(group: Group, what: string, durations: readonly Duration[]): readonly CountRow[] {
  const measured = durations.filter(isMeasured);
  const spread = spreadOf(measured);
  if (!spread)
    return [rowWithout('unknown', 'none of them could be measured', { ...group, what: `${what}: median`, factIds: factsOf(durations) })];
  const lasting = (days: number): readonly string[] => factsOf(measured.filter((each) => each.days === days));
  return [
    countRow({ ...group, what: `${what}: median`, value: spread.median, factIds: factsOf(measured) }),
    countRow({ ...group, what: `${what}: least`, value: spread.shortest, factIds: lasting(spread.shortest) }),
    countRow({ ...group, what: `${what}: most`, value: spread.longest, factIds: lasting(spread.longest) }),
  ];
}

function groupsOf({ workstreams, cycles }: Duration): readonly Group[] {
  return [
    { by: 'all', id: null, name: 'all' },
    ...cycles.map((cycle): Group => ({ by: 'cycle', id: null, name: String(cycle) })),
    ...workstreams.map(({ workstreamId, name }): Group => ({ by: 'workstream', id: workstreamId, name })),
  ];
}

const rowOf = ({ by, id, name, what, days, none, why, factIds }: Duration): CountRow =>
  countRow({ by, id, name, what, value: days, none, why, factIds });

/** The rows of durations: each by itself, then all of them, those of each cycle and those of each workstream with median and range. */
export function durationRows(durations: readonly Duration[]): readonly CountRow[] {
  const members = durations.flatMap((each) => groupsOf(each).map((group) => ({ group, each })));
  const groups = groupBy(members, ({ group: { by, id, name }, each: { what } }) => `${by} ${id ?? name} ${what}`);
  const summaries = [...groups.values()].flatMap((all) => {
    const [{ group, each }] = all;
    return summary(
      group,
      each.what,
      all.map((one) => one.each),
    );
  });
  return [...summaries, ...durations.map(rowOf)];
}

/** How many could be measured, and which could not. */
export function measuredOf(durations: readonly Duration[], rule: string): ComputedFigure {
  const measured = durations.filter(isMeasured);
  const without = durations.filter((each) => !isMeasured(each));
  const excluded = without.flatMap(({ factIds, why, none }): readonly Excluded[] =>
    factIds.slice(0, 1).map((factId) => ({ factId, why: why ?? none ?? 'unknown' })),
  );
  return { value: measured.length, rule, factIds: factsOf(measured), excluded };
}
