import { type Claim, claimOf, Command, type Decide, type Event, IsId, Optional } from '#event-sourcing';
import { oneOf } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';
import { appliesTo, assertNotDropped, isSet, plannedMilestone } from './milestones.js';
import { assertCycle } from './preparation.js';

/** A workstream has done what a milestone asks. `effective` is when; early, in time or late follows from the plan. */
export class MeetMilestone extends Command {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  @IsId() readonly milestoneId!: string;
  /** The workstream that was there. */
  @IsId() readonly metBy!: string;
  /** The paper with which it was, if it was with one. */
  @Optional() @IsId() readonly paperId?: string;
}

export type MilestoneMet = Event<'MilestoneMet', Claim<MeetMilestone>>;

/** A milestone is met by those for whom it is: by kind, by id; one of a cycle by that cycle alone. */
export function notForIt(named: Workstream, { milestoneId, metBy }: MeetMilestone, cycle: Workstream): string | undefined {
  if (cycle.kind !== 'cycle' || named.kind === 'none') return undefined;
  const milestone = cycle.milestones.find((each) => each.milestoneId === milestoneId);
  if (!milestone || !isSet(milestone)) return undefined;
  if (!appliesTo(milestone, { workstreamId: metBy, kind: named.kind }))
    return `is ${oneOf(named.kind)}, for which "${milestone.name}" is not`;
  return named.kind === 'cycle' && named.cycle !== cycle.cycle ? 'is another cycle' : undefined;
}

export const meetMilestone: Decide<MeetMilestone, Workstream, MilestoneMet> = (command, workstream) => {
  assertCycle(workstream, command.effective);
  const { milestoneId, metBy, effective } = command;
  const milestone = plannedMilestone(workstream.milestones, milestoneId, effective);
  if (milestone.met.some((each) => each.metBy === metBy)) return [];
  assertNotDropped(milestone);
  return [{ type: 'MilestoneMet', data: claimOf(command) }];
};
