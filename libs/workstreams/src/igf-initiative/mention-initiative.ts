import { type Claim, claimOf, Command, type Decide, type Event, IsId, IsText } from '#event-sourcing';
import { saysNothingNew } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

/** A source of the effective date speaks of the initiative: evidence that it existed by then, and of no more. */
export class MentionInitiative extends Command {
  @IsId() readonly workstreamId!: string;
  /** How it speaks of it, as printed, such as present at the 2010 roundtable. */
  @IsText(500) readonly as!: string;
}

export type InitiativeAttested = Event<'InitiativeAttested', Claim<MentionInitiative>>;

/** How a source of some date speaks of an initiative. */
export type Attestation = Step & Readonly<{ as: string }>;

export const mentionInitiative: Decide<MentionInitiative, Workstream, InitiativeAttested> = (command, workstream) => {
  const { attestations } = initiativeBy(command.effective, workstream);
  // The same words on another day are further evidence.
  const isKnown = attestations.some((each) => each.effective === command.effective && saysNothingNew(command, each));
  return isKnown ? [] : [{ type: 'InitiativeAttested', data: claimOf(command) }];
};
