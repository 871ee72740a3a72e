import { type Claim, claimOf, type Decide, DomainError, type Event } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { holding, isRepeated, MagDecision, matterBefore } from './matter.js';

/** The MAG does not approve an activity for a cycle; an updated proposal may still be. */
export class DeclineWorkstream extends MagDecision {}

export type WorkstreamNotApproved = Event<'WorkstreamNotApproved', Claim<DeclineWorkstream>>;

export const declineWorkstream: Decide<DeclineWorkstream, Workstream, WorkstreamNotApproved> = (command, workstream) => {
  const { effective } = command;
  const matter = matterBefore(workstream, command);
  const decision = holding(matter, effective);
  if (decision?.outcome === 'approved') {
    throw new DomainError(
      `The MAG approved it on ${decision.effective}. If that was recorded wrongly, amend or retract fact ${decision.factId}.`,
    );
  }
  const { cycle: _, ...claim } = claimOf(command);
  return isRepeated('not approved', claim, matter, effective) ? [] : [{ type: 'WorkstreamNotApproved', data: claimOf(command) }];
};
