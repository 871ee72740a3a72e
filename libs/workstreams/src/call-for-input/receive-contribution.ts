import { IsBoolean, IsIn, Matches } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, type Event, IsId, IsText, IsWebAddress, Optional } from '#event-sourcing';
import { REGIONAL_GROUPS, type RegionalGroup, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../groups.js';
import { type Call, ofCall, type OfCall } from './call-for-input.js';
import { assertOpened } from './close-call.js';

/** Kinds of contribution that were seen (`DOMAIN.md`, Kinds of contribution). */
export const CONTRIBUTION_KINDS = [
  'written',
  'background paper',
  'case study',
  'survey answer',
  'list posting',
  'comment on a draft',
  'spoken',
  'social media campaign',
  'mobile message',
] as const;

/** Something has arrived in answer to a call. `effective` is when it arrived; late or not follows from the deadlines. */
export class ReceiveContribution extends Command {
  @IsId() readonly callId!: string;
  @IsId() readonly contributionId!: string;
  @IsIn(CONTRIBUTION_KINDS) readonly kind!: (typeof CONTRIBUTION_KINDS)[number];
  @Optional() @IsText(500) readonly title?: string;
  @Optional() @IsText(200) readonly contributor?: string;
  @Optional() @IsText(200) readonly organisation?: string;
  @Optional() @IsIn(STAKEHOLDER_GROUPS) readonly stakeholderGroup?: StakeholderGroup;
  @Optional() @IsIn(REGIONAL_GROUPS) readonly regionalGroup?: RegionalGroup;
  /** The category of contributors that it belongs to, where the call has deadlines by category. */
  @Optional() @IsText(100) readonly category?: string;
  @Optional()
  @Matches(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,6}$/, { message: 'language must be a language tag such as en, fr or pt-BR' })
  readonly language?: string;
  @Optional() @IsBoolean() readonly consentToPublish?: boolean;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type ContributionReceived = Event<'ContributionReceived', Claim<ReceiveContribution> & OfCall>;

export const receiveContribution: Decide<ReceiveContribution, Call, ContributionReceived> = (command, call) => {
  assertOpened(call, command.effective);
  return [{ type: 'ContributionReceived', data: { ...ofCall(call), ...claimOf(command) } }];
};
