import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, Optional } from '#event-sourcing';
import { type Workstream, WORKSTREAM_KINDS, type WorkstreamKind } from '../workstream/workstream.js';
import { appliesTo, assertNotDropped, plannedMilestone } from './milestones.js';
import { assertCycle } from './preparation.js';

/** A workstream has done what a milestone asks. `effective` is when; early, in time or late follows from the plan. */
export class MeetMilestone extends Command {
  /** The cycle. */
  @IsId() readonly workstreamId!: string;
  @IsId() readonly milestoneId!: string;
  /** The workstream that was there. */
  @IsId() readonly metBy!: string;
  /** Its kind: the milestone must be for it. */
  @IsIn(WORKSTREAM_KINDS) readonly metByKind!: WorkstreamKind;
  /** The paper with which it was, if it was with one. */
  @Optional() @IsId() readonly paperId?: string;
}

export type MilestoneMet = Event<'MilestoneMet', Claim<MeetMilestone>>;

/** The kind that a command states is what its rule judges by: it has to be the right one. */
export const ofAnotherKind = ({ kind }: Workstream, { metByKind }: MeetMilestone): string | undefined =>
  kind === metByKind ? undefined : `is a ${kind}, not a ${metByKind}`;

export const meetMilestone: Decide<MeetMilestone, Workstream, MilestoneMet> = (command, workstream) => {
  assertCycle(workstream, command.effective);
  const { milestoneId, metBy, metByKind, effective } = command;
  const milestone = plannedMilestone(workstream.milestones, milestoneId, effective);
  if (milestone.met.some((each) => each.metBy === metBy)) return [];
  assertNotDropped(milestone);
  if (!appliesTo(milestone, { workstreamId: metBy, kind: metByKind })) {
    throw new DomainError(`The milestone "${milestone.name}" is not for a ${metByKind}, nor for this one by itself.`);
  }
  if (metByKind === 'cycle' && metBy !== workstream.workstreamId)
    throw new DomainError('A milestone of one cycle is not met by another one.');
  return [{ type: 'MilestoneMet', data: claimOf(command) }];
};
