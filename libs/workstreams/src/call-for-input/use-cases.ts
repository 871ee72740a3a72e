import { deciding, naming, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { callForInput } from './call-for-input.js';
import { CloseCall, closeCall } from './close-call.js';
import { CountContributions, countContributions } from './count-contributions.js';
import { ExtendDeadline, extendDeadline } from './extend-deadline.js';
import {
  AcceptLateContribution,
  acceptLateContribution,
  AcknowledgeContribution,
  acknowledgeContribution,
  PublishContribution,
  publishContribution,
  WithdrawContribution,
  withdrawContribution,
} from './handle-contribution.js';
import { OpenCall, openCall } from './open-call.js';
import { ReceiveContribution, receiveContribution } from './receive-contribution.js';
import { ReopenCall, reopenCall } from './reopen-call.js';

const on = deciding(callForInput, 'callId');

export const callUseCases: readonly UseCase[] = [
  on(OpenCall, openCall, 'CallOpened', { creates: 'callId', owners: 'workstreamIds', references: { workstreamIds: naming(workstream) } }),
  on(ExtendDeadline, extendDeadline, 'DeadlineExtended'),
  on(CloseCall, closeCall, 'CallClosed'),
  on(ReopenCall, reopenCall, 'CallReopened'),
  on(ReceiveContribution, receiveContribution, 'ContributionReceived', { creates: 'contributionId' }),
  on(AcceptLateContribution, acceptLateContribution, 'LateContributionAccepted'),
  on(AcknowledgeContribution, acknowledgeContribution, 'ContributionAcknowledged'),
  on(PublishContribution, publishContribution, 'ContributionPublished'),
  on(WithdrawContribution, withdrawContribution, 'ContributionWithdrawn'),
  on(CountContributions, countContributions, 'ContributionsCounted'),
];
