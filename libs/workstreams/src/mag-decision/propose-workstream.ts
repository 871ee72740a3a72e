import { type Claim, claimOf, type Decide, DomainError, type Event, IsText, Optional } from '#event-sourcing';
import { foldedBefore, saysNoMore, surelyBefore } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { MagMatter, matterBefore } from './matter.js';

/** Puts an activity before the MAG, or puts it there again with the changes that were asked for. */
export class ProposeWorkstream extends MagMatter {
  /** The title under which it was proposed, where it got another one. */
  @Optional() @IsText(300) readonly title?: string;
  /** Who proposed it, as it was said: MAG members, a coordinator, a community. */
  @Optional() @IsText(500) readonly proposedBy?: string;
}

export type WorkstreamProposed = Event<'WorkstreamProposed', Claim<ProposeWorkstream>>;

export const proposeWorkstream: Decide<ProposeWorkstream, Workstream, WorkstreamProposed> = (command, workstream) => {
  const { effective } = command;
  const { proposals, decisions } = matterBefore(workstream, command);
  const approval = decisions.findLast((each) => each.outcome === 'approved' && surelyBefore(each, command));
  if (approval?.changes === null) {
    throw new DomainError(
      `The MAG approved it on ${approval.effective} and asked for no changes: a proposal of ${effective} comes too late.`,
    );
  }
  const last = proposals.at(-1);
  const { cycle: _, ...claim } = claimOf(command);
  const decidedSince = last && decisions.some((each) => foldedBefore(last, each) && !foldedBefore(command, each));
  return last && !decidedSince && saysNoMore(claim, last) ? [] : [{ type: 'WorkstreamProposed', data: claimOf(command) }];
};
