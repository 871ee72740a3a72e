import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, type Fact, IsId, IsText, Optional } from '#event-sourcing';
import type { Call } from '../call-for-input/call-for-input.js';
import { ofPaper, type OfPaper, type Paper } from './paper.js';
import { assertBegun, namedDraft } from './requirements.js';
import { type PaperStep, stepOf } from './step.js';

/** "You said, we did": what was said in answer to a call, and what that did to the paper. */
export class UseInput extends Command {
  @IsId() readonly paperId!: string;
  @IsId() readonly useId!: string;
  /** The call to which it was said. */
  @IsId() readonly callId!: string;
  /** The contributions that said so; left out where the single ones are not known. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsId({ each: true })
  readonly contributionIds?: readonly string[];
  /** The draft in which it was used. */
  @Optional() @IsId() readonly draftId?: string;
  /** What was said. */
  @IsText(2000) readonly said!: string;
  /** What was done about it: taken over, or not, and why. */
  @IsText(2000) readonly did!: string;
}

export type InputUsed = Event<'InputUsed', Claim<UseInput> & OfPaper>;

export type InputUse = PaperStep &
  Readonly<{
    useId: string;
    callId: string;
    contributionIds: readonly string[];
    draftId: string | null;
    said: string;
    did: string;
  }>;

export const useOfInput = (fact: Fact<InputUsed>): InputUse => {
  const { useId, callId, contributionIds = [], draftId = null, said, did } = fact.data;
  return { ...stepOf(fact), useId, callId, contributionIds, draftId, said, did };
};

/** Only what was received, and not taken back by who gave it, is used. */
export function lacksContribution({ contributions }: Call, { contributionIds = [] }: UseInput): string | undefined {
  for (const id of contributionIds) {
    const contribution = contributions.find(({ contributionId }) => contributionId === id);
    if (!contribution) return `has received no contribution ${id} by then`;
    if (contribution.withdrawn) return `had its contribution ${id} withdrawn on ${contribution.withdrawn.effective}`;
  }
  return undefined;
}

export const useInput: Decide<UseInput, Paper, InputUsed> = (command, paper) => {
  assertBegun(paper, command.effective);
  namedDraft(paper, command);
  const { callId, draftId = null, said, did } = command;
  const same = paper.uses.find((use) => use.callId === callId && use.draftId === draftId && use.said === said && use.did === did);
  if (same) throw new DomainError(`The same was said and done by ${same.effective} already, as use ${same.useId}.`);
  return [{ type: 'InputUsed', data: { ...ofPaper(paper), ...claimOf(command) } }];
};
