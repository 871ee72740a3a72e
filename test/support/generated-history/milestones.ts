import { DropMilestone, MeetMilestone, MoveMilestone, SetMilestone, type WorkstreamKind } from '#workstreams';
import type { Thread } from './agenda.js';
import { annualMeetingOf, dateOf, type Day } from './days.js';
import type { Desk } from './desk.js';
import type { Plan, Strand } from './world.js';

/** The milestones that a cycle sets: how many days before the annual meeting they are due, and for whom. */
const USUAL: readonly (readonly [name: string, before: number, appliesTo: readonly WorkstreamKind[]])[] = [
  ['proposals due', 230, ['best-practice-forum', 'policy-network', 'cycle']],
  ['kick-off', 190, ['best-practice-forum', 'policy-network']],
  ['first draft', 95, ['best-practice-forum', 'cenb-phase', 'dynamic-coalition', 'policy-network']],
  ['second draft', 42, ['best-practice-forum', 'cenb-phase', 'dynamic-coalition', 'policy-network']],
  ['freeze', 21, ['best-practice-forum', 'cenb-phase', 'cycle']],
  ['final output', -60, ['best-practice-forum', 'cenb-phase', 'policy-network']],
];

/** Sets the plan of a cycle on the desk's day; some of its dates move, few are given up. */
export function planned(desk: Desk, cycle: number, cycleId: string): Plan {
  const { luck, world } = desk;
  const milestones = new Map<string, { id: string; dueOn: Day }>();
  for (const [name, before, appliesTo] of USUAL) {
    const id = desk.id();
    const dueOn = annualMeetingOf(cycle) - before + luck.between(-4, 4);
    if (dueOn <= desk.day) continue;
    if (!desk.do(SetMilestone, { workstreamId: cycleId, milestoneId: id, name, dueOn: dateOf(dueOn), appliesTo })) continue;
    milestones.set(name, { id, dueOn });
    if (luck.some(0.35)) world.begin(dueOn - 20, moved(desk.besides(), cycleId, id, dueOn));
  }
  return { cycleId, milestones };
}

function* moved(desk: Desk, workstreamId: string, milestoneId: string, dueOn: Day): Thread {
  const { luck } = desk;
  yield* desk.on(dueOn - luck.between(2, 15));
  if (luck.some(0.12)) {
    desk.do(DropMilestone, { workstreamId, milestoneId, reason: 'There is not enough time.' });
    return;
  }
  desk.do(MoveMilestone, { workstreamId, milestoneId, to: dateOf(dueOn + luck.between(3, 30)), reason: 'The drafts need longer.' });
}

/** A workstream is where the plan of its cycle wanted it, early or late, on the desk's day. */
export function meet(desk: Desk, { id, kind }: Strand, cycle: number, name: string, paperId?: string): void {
  const plan = desk.world.plans.get(cycle);
  const milestone = plan?.milestones.get(name);
  if (!plan || !milestone) return;
  const { cycleId } = plan;
  if (!USUAL.some(([usual, , appliesTo]) => usual === name && appliesTo.includes(kind))) return;
  desk.do(MeetMilestone, {
    workstreamId: cycleId,
    milestoneId: milestone.id,
    metBy: id,
    metByKind: kind,
    ...(paperId !== undefined && { paperId }),
  });
}
