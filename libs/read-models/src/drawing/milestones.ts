import { isSet, type MilestoneMove, overdueDays, type SetUp, slipDays } from '#workstreams';
import { isExpected, type RegisteredRow } from '../milestones/milestone-views.js';
import { type Dating, type Extent, factIdsOf, latestOf, orNone, type When, whenOf } from './when.js';

export type DrawnMilestoneMove = Readonly<{
  from: When | null;
  to: When;
  announced: When;
  reason: string | null;
  factIds: readonly string[];
}>;

/** Somebody was there: `slipDays` counts from the date that was planned first, negative when it came before. */
export type DrawnMet = Readonly<{ workstreamId: string; when: When; slipDays: number; factIds: readonly string[] }>;

/** How a milestone stands for one workstream; `dropped` by the cycle, for all. */
export type MilestoneStanding = 'met' | 'missed' | 'ahead' | 'dropped';

/** A milestone: a diamond, with an arrow from the date that was planned first to the one that is planned now. */
export type DrawnMilestone = Extent &
  Readonly<{
    milestoneId: string;
    /** The cycle that has set it. */
    cycleId: string;
    name: string;
    original: When;
    current: When;
    /** Whole days from the first date to the one that is planned now. */
    slipDays: number;
    moves: readonly DrawnMilestoneMove[];
    /** By the workstream itself; on the track of the cycle, by all. */
    met: readonly DrawnMet[];
    /** Null on the track of the cycle where the milestone is for others. */
    standing: MilestoneStanding | null;
    /** Whole days for which it has been missed; null where it has not. */
    overdueDays: number | null;
    factIds: readonly string[];
  }>;

type Cycle = Extract<RegisteredRow, { kind: 'cycle' }>;

/** Whose milestones are drawn, and at which instant (milliseconds since 1970) they are judged. */
type Lane = Readonly<{ of: RegisteredRow; dating: Dating; instant: number }>;

function standingOf({ dropped, current }: SetUp, isMet: boolean, instant: number): MilestoneStanding {
  if (isMet) return 'met';
  if (dropped) return 'dropped';
  return overdueDays(current, instant) > 0 ? 'missed' : 'ahead';
}

const drawnMove = (move: MilestoneMove, dating: Dating): DrawnMilestoneMove => ({
  from: orNone(move.from),
  to: whenOf(move.to),
  announced: dating(move),
  reason: move.reason,
  factIds: factIdsOf(move),
});

function drawnMilestone(milestone: SetUp, cycle: Cycle, { of, dating, instant }: Lane): DrawnMilestone {
  const { original, current, moves, dropped, set } = milestone;
  const isExpectedHere = isExpected(milestone, of, cycle);
  const reached = of.workstreamId === cycle.workstreamId ? milestone.met : milestone.met.filter(({ metBy }) => metBy === of.workstreamId);
  const standing = isExpectedHere ? standingOf(milestone, reached.length > 0, instant) : null;
  const met = reached.map((each) => ({
    workstreamId: each.metBy,
    when: dating(each),
    slipDays: slipDays(original, each.effective),
    factIds: factIdsOf(each),
  }));
  return {
    milestoneId: milestone.milestoneId,
    cycleId: cycle.workstreamId,
    name: milestone.name,
    from: whenOf(original),
    to: latestOf([whenOf(current), ...met.map(({ when }) => when)])!,
    original: whenOf(original),
    current: whenOf(current),
    slipDays: slipDays(original, current),
    moves: moves.map((move) => drawnMove(move, dating)),
    met,
    standing,
    overdueDays: standing === 'missed' ? overdueDays(current, instant) : null,
    factIds: factIdsOf(set, ...moves, dropped, ...reached),
  };
}

/** Of a cycle, its whole plan; of any other workstream, what is for it in the plans of cycles, and what it met all the same. */
export const milestonesLane = (cycles: readonly Cycle[], lane: Lane): readonly DrawnMilestone[] =>
  cycles.flatMap((cycle) =>
    cycle.milestones
      .filter(isSet)
      .filter(
        (milestone) =>
          lane.of.workstreamId === cycle.workstreamId ||
          isExpected(milestone, lane.of, cycle) ||
          milestone.met.some(({ metBy }) => metBy === lane.of.workstreamId),
      )
      .map((milestone) => drawnMilestone(milestone, cycle, lane)),
  );
