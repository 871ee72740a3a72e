import { type Claim, claimOf, Command, type Decide, type Event, IsId } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { plannedMilestone } from './milestones.js';
import { assertCycle } from './preparation.js';

/** Gives a milestone up: nobody is waited for any more. Who had met it has met it. */
export class DropMilestone extends Command {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  @IsId() readonly milestoneId!: string;
}

export type MilestoneDropped = Event<'MilestoneDropped', Claim<DropMilestone>>;

export const dropMilestone: Decide<DropMilestone, Workstream, MilestoneDropped> = (command, workstream) => {
  assertCycle(workstream, command.effective);
  const milestone = plannedMilestone(workstream.milestones, command.milestoneId, command.effective);
  return milestone.dropped ? [] : [{ type: 'MilestoneDropped', data: claimOf(command) }];
};
