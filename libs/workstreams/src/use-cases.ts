import { deciding, naming, type UseCase } from '#event-sourcing';
import { notAnEarlierForum, RegisterBestPracticeForum, registerBestPracticeForum } from './best-practice-forum/best-practice-forum.js';
import { callForInput } from './call-for-input/call-for-input.js';
import { CloseCall, closeCall } from './call-for-input/close-call.js';
import { CountContributions, countContributions } from './call-for-input/count-contributions.js';
import { ExtendDeadline, extendDeadline } from './call-for-input/extend-deadline.js';
import {
  AcceptLateContribution,
  acceptLateContribution,
  AcknowledgeContribution,
  acknowledgeContribution,
  PublishContribution,
  publishContribution,
  WithdrawContribution,
  withdrawContribution,
} from './call-for-input/handle-contribution.js';
import { OpenCall, openCall } from './call-for-input/open-call.js';
import { ReceiveContribution, receiveContribution } from './call-for-input/receive-contribution.js';
import { ReopenCall, reopenCall } from './call-for-input/reopen-call.js';
import { RegisterCenbPhase, registerCenbPhase } from './connecting-the-next-billion/cenb-phase.js';
import { RegisterDynamicCoalition, registerDynamicCoalition } from './dynamic-coalition/dynamic-coalition.js';
import { RegisterIgfInitiative, registerIgfInitiative } from './igf-initiative/igf-initiative.js';
import { RegisterPolicyNetwork, registerPolicyNetwork } from './policy-network/policy-network.js';
import { AddAlias, addAlias, RenameWorkstream, renameWorkstream } from './workstream/names.js';
import { workstream } from './workstream/workstream.js';

const ofWorkstream = deciding(workstream, 'workstreamId');
const ofCall = deciding(callForInput, 'callId');

/** All that can be recorded. Interfaces, imports and corrections are made from this list. */
export const useCases: readonly UseCase[] = [
  ofWorkstream(RegisterBestPracticeForum, registerBestPracticeForum, 'BestPracticeForumRegistered', {
    creates: 'workstreamId',
    references: { renews: naming(workstream, notAnEarlierForum) },
  }),
  ofWorkstream(RegisterDynamicCoalition, registerDynamicCoalition, 'DynamicCoalitionRegistered', { creates: 'workstreamId' }),
  ofWorkstream(RegisterCenbPhase, registerCenbPhase, 'CenbPhaseRegistered', { creates: 'workstreamId' }),
  ofWorkstream(RegisterIgfInitiative, registerIgfInitiative, 'IgfInitiativeRegistered', { creates: 'workstreamId' }),
  ofWorkstream(RegisterPolicyNetwork, registerPolicyNetwork, 'PolicyNetworkRegistered', { creates: 'workstreamId' }),
  ofWorkstream(RenameWorkstream, renameWorkstream, 'WorkstreamRenamed'),
  ofWorkstream(AddAlias, addAlias, 'AliasAdded'),
  ofCall(OpenCall, openCall, 'CallOpened', { creates: 'callId', references: { workstreamIds: naming(workstream) } }),
  ofCall(ExtendDeadline, extendDeadline, 'DeadlineExtended'),
  ofCall(CloseCall, closeCall, 'CallClosed'),
  ofCall(ReopenCall, reopenCall, 'CallReopened'),
  ofCall(ReceiveContribution, receiveContribution, 'ContributionReceived', { creates: 'contributionId' }),
  ofCall(AcceptLateContribution, acceptLateContribution, 'LateContributionAccepted'),
  ofCall(AcknowledgeContribution, acknowledgeContribution, 'ContributionAcknowledged'),
  ofCall(PublishContribution, publishContribution, 'ContributionPublished'),
  ofCall(WithdrawContribution, withdrawContribution, 'ContributionWithdrawn'),
  ofCall(CountContributions, countContributions, 'ContributionsCounted'),
];
