import { DAY, firstDay, lastDay, period } from '#event-sourcing';
import { type Call, type Contribution, type Quantity, whyNotCounted } from '#workstreams';
import { dayText, type Dating, factIdsOf, type When } from './when.js';

export const BIN_UNITS = ['day', 'week', 'month'] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

/** What arrived within some days. What is known less exactly than the bins is wide stands in a bin of its own, as wide as that. */
export type ContributionBin = Readonly<{
  /** The first day; null where none is known. */
  from: string | null;
  /** The last day; null where none is known. */
  to: string | null;
  /** Of those that count. */
  count: number;
  factIds: readonly string[];
  /** Withdrawn, or late without having been accepted. */
  notCounted: Readonly<{ count: number; factIds: readonly string[] }>;
  callIds: readonly string[];
}>;

/** A number that somebody stated. */
export type DrawnCount = Readonly<{ callId: string; when: When; quantity: Quantity; covers: string | null; factIds: readonly string[] }>;

/** Ticks: the finest bins of which there are not too many to be told apart. */
export type DrawnContributions = Readonly<{ unit: BinUnit; bins: readonly ContributionBin[]; stated: readonly DrawnCount[] }>;

/** More ticks than this run into each other, on a page as wide as a screen. */
const MOST_BINS = 60;

type Arrived = Readonly<{ call: Call; contribution: Contribution; when: When }>;

const MONDAY = 4;
const weekOf = (day: number): number => Math.floor((day - MONDAY) / 7) * 7 + MONDAY;

const monthOf = (day: number, add: number): number => {
  const date = new Date(day * DAY);
  return Math.floor(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + add, 1) / DAY);
};

/** The first day of the unit in which a day lies, and that of the next one. */
const UNITS: Readonly<Record<BinUnit, (day: number) => readonly [first: number, next: number]>> = {
  day: (day) => [day, day + 1],
  week: (day) => [weekOf(day), weekOf(day) + 7],
  month: (day) => [monthOf(day, 0), monthOf(day, 1)],
};

/** The days of a bin: whole units, from the first on which something may have arrived to the last. */
function binOf({ when: { date, from, to } }: Arrived, unit: BinUnit): Pick<ContributionBin, 'from' | 'to'> {
  const known = period(date);
  return {
    from: from && dayText(UNITS[unit](firstDay(known))[0]),
    to: to && dayText(UNITS[unit](lastDay(known))[1] - 1),
  };
}

function binned(arrived: readonly Arrived[], unit: BinUnit): readonly ContributionBin[] {
  const bins = new Map<string, Arrived[]>();
  for (const each of arrived) {
    const { from, to } = binOf(each, unit);
    const key = `${from} ${to}`;
    bins.set(key, [...(bins.get(key) ?? []), each]);
  }
  return [...bins.values()].map((all) => bin(all, unit)).toSorted((a, b) => String(a.from).localeCompare(String(b.from)));
}

function bin(arrived: readonly Arrived[], unit: BinUnit): ContributionBin {
  const counts = ({ call, contribution }: Arrived): boolean => whyNotCounted(call, contribution) === undefined;
  const idsOf = (all: readonly Arrived[]): readonly string[] => factIdsOf(...all.map(({ contribution }) => contribution.received));
  const counted = arrived.filter(counts);
  const others = arrived.filter((each) => !counts(each));
  return {
    ...binOf(arrived[0]!, unit),
    count: counted.length,
    factIds: idsOf(counted),
    notCounted: { count: others.length, factIds: idsOf(others) },
    callIds: [...new Set(arrived.map(({ call }) => call.callId))],
  };
}

/** What arrived on the calls of a workstream, and the numbers that were stated of it. */
export function contributionsLane(calls: readonly Call[], dating: Dating, isShown: (when: When) => boolean): DrawnContributions {
  const arrived = calls
    .flatMap((call) => call.contributions.map((contribution) => ({ call, contribution, when: dating(contribution.received) })))
    .filter(({ when }) => isShown(when));
  const stated = calls.flatMap(({ callId, counted }) =>
    counted.map((each) => ({
      callId,
      when: dating(each),
      quantity: each.quantity,
      covers: each.covers,
      factIds: factIdsOf(each),
    })),
  );
  const unit = BIN_UNITS.find((each) => binned(arrived, each).length <= MOST_BINS) ?? 'month';
  return { unit, bins: binned(arrived, unit), stated: stated.filter(({ when }) => isShown(when)) };
}
