import { type PartialDate, period } from '#event-sourcing';
import {
  appliesTo,
  type MilestoneMove,
  type MilestoneReached,
  overdueDays,
  type SetUp,
  slipDays,
  type Workstream,
  type WorkstreamKind,
} from '#workstreams';
import type { NamedWorkstream } from '../workstream-directory/workstream-directory.js';

/** Who was there when. `slipDays` counts from the date that was planned first, negative when it came before. */
export type MilestoneMetView = Readonly<{
  workstream: NamedWorkstream;
  effective: PartialDate;
  slipDays: number;
  paperId: string | null;
  factId: string;
}>;

/** Who should have been there, and for how many whole days. */
export type MilestoneOverdue = Readonly<{ workstream: NamedWorkstream; days: number }>;

/** A milestone with its past, and how those stand for whom it is. */
export type MilestoneView = Readonly<{
  milestoneId: string;
  name: string;
  appliesTo: readonly WorkstreamKind[];
  forWorkstreams: readonly NamedWorkstream[];
  original: PartialDate;
  current: PartialDate;
  /** Whole days from the date that was planned first to the one that is planned now. */
  slipDays: number;
  moves: readonly MilestoneMove[];
  met: readonly MilestoneMetView[];
  /** By name. Empty for a milestone that was dropped: nobody is waited for. */
  overdue: readonly MilestoneOverdue[];
  dropped: Readonly<{ effective: PartialDate; factId: string; reason: string | null }> | null;
  factId: string;
}>;

export type RegisteredRow = Exclude<Workstream, { kind: 'none' }>;

/** What a view is made with, beside the milestone. */
export type Around = Readonly<{
  cycle: RegisteredRow;
  nameOf: (workstreamId: string) => NamedWorkstream;
  /** Those who may be waited for. */
  rows: readonly RegisteredRow[];
  /** Milliseconds since 1970. */
  instant: number;
}>;

/** What tells whether a milestone is for a workstream. */
export type Expectable = Readonly<{
  workstreamId: string;
  kind: WorkstreamKind;
  cycle?: number;
  registered: Readonly<{ effective: PartialDate }>;
}>;

/** Whether a milestone is for a workstream. By kind it is for those of its cycle, and for those without one that existed when it was due. */
export function isExpected(milestone: SetUp, row: Expectable, cycle: Expectable): boolean {
  if (milestone.forWorkstreams.includes(row.workstreamId)) return true;
  if (!appliesTo(milestone, row)) return false;
  if (row.kind === 'cycle') return row.workstreamId === cycle.workstreamId;
  if (row.cycle !== undefined) return row.cycle === cycle.cycle;
  return period(row.registered.effective).first < period(milestone.current).end;
}

const metView = ({ metBy, effective, paperId, factId }: MilestoneReached, { original }: SetUp, { nameOf }: Around): MilestoneMetView => ({
  workstream: nameOf(metBy),
  effective,
  slipDays: slipDays(original, effective),
  paperId,
  factId,
});

function overdueOf(milestone: SetUp, { cycle, rows, nameOf, instant }: Around): readonly MilestoneOverdue[] {
  const days = overdueDays(milestone.current, instant);
  if (milestone.dropped !== null || days === 0) return [];
  const met = new Set(milestone.met.map(({ metBy }) => metBy));
  return rows
    .filter((row) => isExpected(milestone, row, cycle) && !met.has(row.workstreamId))
    .map(({ workstreamId }) => ({ workstream: nameOf(workstreamId), days }))
    .toSorted((a, b) => a.workstream.name.localeCompare(b.workstream.name, 'en'));
}

export function milestoneView(milestone: SetUp, around: Around): MilestoneView {
  const { milestoneId, name, appliesTo, forWorkstreams, original, current, moves, met, dropped, set } = milestone;
  return {
    milestoneId,
    name,
    appliesTo,
    forWorkstreams: forWorkstreams.map(around.nameOf),
    original,
    current,
    slipDays: slipDays(original, current),
    moves,
    met: met.map((each) => metView(each, milestone, around)),
    overdue: overdueOf(milestone, around),
    dropped,
    factId: set.factId,
  };
}
