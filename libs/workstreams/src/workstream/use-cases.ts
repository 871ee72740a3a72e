import { deciding, naming, type UseCase } from '#event-sourcing';
import { notAnEarlierForum, RegisterBestPracticeForum, registerBestPracticeForum } from '../best-practice-forum/best-practice-forum.js';
import { RegisterBody, registerBody } from '../body/body.js';
import { RegisterCenbPhase, registerCenbPhase } from '../connecting-the-next-billion/cenb-phase.js';
import { RegisterCoordinationGroup, registerCoordinationGroup } from '../coordination-group/coordination-group.js';
import { RegisterDynamicCoalition, registerDynamicCoalition } from '../dynamic-coalition/dynamic-coalition.js';
import { RegisterIgfInitiative, registerIgfInitiative } from '../igf-initiative/igf-initiative.js';
import { RegisterPolicyNetwork, registerPolicyNetwork } from '../policy-network/policy-network.js';
import { RegisterWorkingGroup, registerWorkingGroup } from '../working-group/working-group.js';
import { AddAlias, addAlias, RenameWorkstream, renameWorkstream } from './names.js';
import { workstream } from './workstream.js';

const on = deciding(workstream, 'workstreamId');

export const workstreamUseCases: readonly UseCase[] = [
  on(RegisterBestPracticeForum, registerBestPracticeForum, 'BestPracticeForumRegistered', {
    creates: 'workstreamId',
    references: { renews: naming(workstream, notAnEarlierForum) },
  }),
  on(RegisterDynamicCoalition, registerDynamicCoalition, 'DynamicCoalitionRegistered', { creates: 'workstreamId' }),
  on(RegisterCenbPhase, registerCenbPhase, 'CenbPhaseRegistered', { creates: 'workstreamId' }),
  on(RegisterIgfInitiative, registerIgfInitiative, 'IgfInitiativeRegistered', { creates: 'workstreamId' }),
  on(RegisterPolicyNetwork, registerPolicyNetwork, 'PolicyNetworkRegistered', { creates: 'workstreamId' }),
  on(RegisterCoordinationGroup, registerCoordinationGroup, 'CoordinationGroupRegistered', { creates: 'workstreamId' }),
  on(RegisterWorkingGroup, registerWorkingGroup, 'WorkingGroupRegistered', { creates: 'workstreamId' }),
  on(RegisterBody, registerBody, 'BodyRegistered', { creates: 'workstreamId' }),
  on(RenameWorkstream, renameWorkstream, 'WorkstreamRenamed'),
  on(AddAlias, addAlias, 'AliasAdded'),
];
