import { type Claim, Command, type Decide, DomainError, IsId, IsWebAddress, Optional, type PartialDate } from '#event-sourcing';
import { type Call, ofCall } from './call-for-input.js';
import {
  type Contribution,
  type ContributionAcknowledged,
  type ContributionPublished,
  type ContributionWithdrawn,
  isLate,
  type LateContributionAccepted,
} from './contributions.js';

/** What is done with a contribution that was received. */
abstract class HandleContribution extends Command {
  @IsId() readonly callId!: string;
  @IsId() readonly contributionId!: string;
}

/** Takes a contribution that came after the deadline: `reason` says why, `onBehalfOf` who decided. */
export class AcceptLateContribution extends HandleContribution {}

/** Tells the contributor that it has arrived. */
export class AcknowledgeContribution extends HandleContribution {}

/** Makes a contribution public. */
export class PublishContribution extends HandleContribution {
  @Optional() @IsWebAddress() readonly page?: string;
}

/** Takes a contribution back, at its contributor's wish. */
export class WithdrawContribution extends HandleContribution {}

function contributionOf(call: Call, contributionId: string, effective: PartialDate): Contribution {
  const contribution = call.contributions.find((each) => each.contributionId === contributionId);
  if (!contribution) throw new DomainError(`The call has received no contribution ${contributionId} by ${effective}.`);
  return contribution;
}

function assertNotWithdrawn({ withdrawn }: Contribution): void {
  if (withdrawn) throw new DomainError(`The contribution was withdrawn on ${withdrawn.effective}.`);
}

const ofContribution = (call: Call, { contributionId }: Claim<HandleContribution>) => ({ ...ofCall(call), contributionId });

export const acceptLateContribution: Decide<AcceptLateContribution, Call, LateContributionAccepted> = (command, call) => {
  const contribution = contributionOf(call, command.contributionId, command.effective);
  assertNotWithdrawn(contribution);
  if (contribution.acceptedLate) return [];
  if (!isLate(call, contribution)) throw new DomainError('The contribution is not late: it counts already.');
  return [{ type: 'LateContributionAccepted', data: ofContribution(call, command) }];
};

export const acknowledgeContribution: Decide<AcknowledgeContribution, Call, ContributionAcknowledged> = (command, call) => {
  const contribution = contributionOf(call, command.contributionId, command.effective);
  return contribution.acknowledged ? [] : [{ type: 'ContributionAcknowledged', data: ofContribution(call, command) }];
};

export const publishContribution: Decide<PublishContribution, Call, ContributionPublished> = (command, call) => {
  const contribution = contributionOf(call, command.contributionId, command.effective);
  assertNotWithdrawn(contribution);
  if (contribution.consentToPublish === false) throw new DomainError('The contributor did not consent to publication.');
  if (contribution.published) return [];
  return [{ type: 'ContributionPublished', data: { ...ofContribution(call, command), ...(command.page && { page: command.page }) } }];
};

export const withdrawContribution: Decide<WithdrawContribution, Call, ContributionWithdrawn> = (command, call) => {
  const contribution = contributionOf(call, command.contributionId, command.effective);
  return contribution.withdrawn ? [] : [{ type: 'ContributionWithdrawn', data: ofContribution(call, command) }];
};
