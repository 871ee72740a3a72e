import { type Claim, claimOf, type Decide, type Event, IsText, Optional } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { isRepeated, MagDecision, matterBefore } from './matter.js';

/** The MAG approves an activity for a cycle, as proposed or with changes. */
export class ApproveWorkstream extends MagDecision {
  /** What was to be changed, when it was approved with changes. */
  @Optional() @IsText(2000) readonly changes?: string;
}

export type WorkstreamApproved = Event<'WorkstreamApproved', Claim<ApproveWorkstream>>;

export const approveWorkstream: Decide<ApproveWorkstream, Workstream, WorkstreamApproved> = (command, workstream) => {
  const matter = matterBefore(workstream, command);
  const { cycle: _, ...claim } = claimOf(command);
  // Approved with changes and approved without are not the same decision.
  const decided = { ...claim, changes: command.changes ?? null };
  return isRepeated('approved', decided, matter, command.effective) ? [] : [{ type: 'WorkstreamApproved', data: claimOf(command) }];
};
