import { DAY, DomainError, type Evolve, type Fact, firstDay, lastDay, type PartialDate, period } from '#event-sourcing';
import type { Workstream, WorkstreamKind } from '../workstream/workstream.js';
import type { MilestoneDropped } from './drop-milestone.js';
import type { MilestoneMet } from './meet-milestone.js';
import type { MilestoneMoved } from './move-milestone.js';
import { prepared } from './preparation.js';
import type { MilestoneSet } from './set-milestone.js';
import { type Step, stepOf } from '../step.js';

export type MilestoneEvent = MilestoneSet | MilestoneMoved | MilestoneMet | MilestoneDropped;

/** A change of plan. `from` is null when no earlier date is on record. */
export type MilestoneMove = Step & Readonly<{ from: PartialDate | null; to: PartialDate; reason: string | null }>;

/** A workstream was there; `effective` is when. */
export type MilestoneReached = Step & Readonly<{ metBy: string; paperId: string | null }>;

/** A date in the plan of a cycle that several workstreams work towards. Without a name until its setting is folded. */
export type Milestone = Readonly<{
  milestoneId: string;
  name: string;
  /** The kinds of workstream that it is for. */
  appliesTo: readonly WorkstreamKind[];
  /** The workstreams that it is for by themselves, whatever their kind. */
  forWorkstreams: readonly string[];
  /** The date that was planned first. */
  original: PartialDate | null;
  /** The date that is planned now. */
  current: PartialDate | null;
  set: Step | null;
  moves: readonly MilestoneMove[];
  met: readonly MilestoneReached[];
  dropped: (Step & Readonly<{ reason: string | null }>) | null;
}>;

/** A milestone whose setting is on record, with the dates that it then has. */
export type SetUp = Milestone & Readonly<{ set: Step; original: PartialDate; current: PartialDate }>;

export const isSet = (milestone: Milestone): milestone is SetUp => milestone.set !== null;

const unknown = (milestoneId: string): Milestone => ({
  milestoneId,
  name: '',
  appliesTo: [],
  forWorkstreams: [],
  original: null,
  current: null,
  set: null,
  moves: [],
  met: [],
  dropped: null,
});

/** The workstream with one milestone changed. One that is not known yet is filled in by its setting, when that is folded. */
function withMilestone(workstream: Workstream, milestoneId: string, change: (before: Milestone) => Milestone): Workstream {
  return prepared(workstream, ({ milestones }) => ({
    milestones: milestones.some((each) => each.milestoneId === milestoneId)
      ? milestones.map((each) => (each.milestoneId === milestoneId ? change(each) : each))
      : [...milestones, change(unknown(milestoneId))],
  }));
}

/** A move of which only the month is known may have been folded before the setting: it prevails. */
const setUp = (before: Milestone, fact: Fact<MilestoneSet>): Milestone => ({
  ...before,
  name: fact.data.name,
  appliesTo: fact.data.appliesTo ?? [],
  forWorkstreams: fact.data.forWorkstreams ?? [],
  original: fact.data.dueOn,
  current: before.current ?? fact.data.dueOn,
  set: stepOf(fact),
  moves: before.moves.map((move, index) => (index === 0 ? { ...move, from: fact.data.dueOn } : move)),
});

const moved = (before: Milestone, fact: Fact<MilestoneMoved>): Milestone => ({
  ...before,
  current: fact.data.to,
  // From where it stood, since facts before it may have come late or been corrected; else from what was known when it was recorded.
  moves: [
    ...before.moves,
    { ...stepOf(fact), from: before.current ?? fact.data.from, to: fact.data.to, reason: fact.metadata.reason ?? null },
  ],
});

/** Whoever was there once is not there again: of two such facts the earlier holds. */
function reached(before: Milestone, fact: Fact<MilestoneMet>): Milestone {
  const { metBy, paperId = null } = fact.data;
  if (before.met.some((each) => each.metBy === metBy)) return before;
  return { ...before, met: [...before.met, { ...stepOf(fact), metBy, paperId }] };
}

export const milestones: Evolve<Workstream, MilestoneEvent> = {
  MilestoneSet: (cycle, fact) => withMilestone(cycle, fact.data.milestoneId, (before) => setUp(before, fact)),
  MilestoneMoved: (cycle, fact) => withMilestone(cycle, fact.data.milestoneId, (before) => moved(before, fact)),
  MilestoneMet: (cycle, fact) => withMilestone(cycle, fact.data.milestoneId, (before) => reached(before, fact)),
  MilestoneDropped: (cycle, fact) =>
    withMilestone(cycle, fact.data.milestoneId, (before) => ({
      ...before,
      dropped: before.dropped ?? { ...stepOf(fact), reason: fact.metadata.reason ?? null },
    })),
};

/** Whether a milestone is for a workstream: by its kind, or by itself. */
export const appliesTo = (
  { appliesTo: kinds, forWorkstreams }: Pick<Milestone, 'appliesTo' | 'forWorkstreams'>,
  { workstreamId, kind }: Readonly<{ workstreamId: string; kind: WorkstreamKind }>,
): boolean => kinds.includes(kind) || forWorkstreams.includes(workstreamId);

/**
 * Whole days by which something came surely later than it was first planned; negative when it came surely earlier, 0 when
 * it may have come on the day. A date of which only the month is known is slipped from by no more than is sure.
 */
export function slipDays(planned: PartialDate, actual: PartialDate): number {
  const [plan, came] = [period(planned), period(actual)];
  const late = firstDay(came) - lastDay(plan);
  if (late > 0) return late;
  return Math.min(0, lastDay(came) - firstDay(plan));
}

/** Whole days by which a date has surely passed at an instant (milliseconds since 1970); 0 while it has not. */
export const overdueDays = (due: PartialDate, instant: number): number =>
  Math.max(0, Math.floor((instant - 1) / DAY) - lastDay(period(due)));

/** @throws DomainError when the plan has no such milestone by that date, or has it no more */
export function plannedMilestone(all: readonly Milestone[], milestoneId: string, effective: PartialDate): SetUp {
  const milestone = all.find((each) => each.milestoneId === milestoneId);
  if (!milestone || !isSet(milestone)) throw new DomainError(`The cycle has set no milestone ${milestoneId} by ${effective}.`);
  return milestone;
}

/** @throws DomainError when the milestone was given up */
export function assertNotDropped({ name, dropped }: Milestone): void {
  if (dropped) throw new DomainError(`The milestone "${name}" was dropped on ${dropped.effective}.`);
}

/** @throws DomainError for a plan that lies before the day on which it was made */
export function assertPlannedAhead(dueOn: PartialDate, effective: PartialDate): void {
  if (period(dueOn).end <= period(effective).first) {
    throw new DomainError(`What was planned on ${effective} cannot be due on ${dueOn}. A date of the past is met, not planned.`);
  }
}
