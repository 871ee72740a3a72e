import { type Claim, claimOf, Command, type Decide, type Event, IsId, IsSingleDate, type PartialDate } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { assertPlannedAhead, assertNotDropped, plannedMilestone } from './milestones.js';
import { assertCycle } from './preparation.js';

/** Plans another date, later or earlier. `effective` is when that was decided. */
export class MoveMilestone extends Command {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  @IsId() readonly milestoneId!: string;
  @IsSingleDate() readonly to!: PartialDate;
}

/** `from` is the date that was planned until then, as was known when this was recorded. */
export type MilestoneMoved = Event<'MilestoneMoved', Claim<MoveMilestone> & { from: PartialDate }>;

export const moveMilestone: Decide<MoveMilestone, Workstream, MilestoneMoved> = (command, workstream) => {
  assertCycle(workstream, command.effective);
  const { milestoneId, to, effective } = command;
  const milestone = plannedMilestone(workstream.milestones, milestoneId, effective);
  assertNotDropped(milestone);
  if (milestone.current === to) return [];
  assertPlannedAhead(to, effective);
  return [{ type: 'MilestoneMoved', data: { ...claimOf(command), from: milestone.current } }];
};
