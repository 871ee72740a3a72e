import type { WorkEvent } from '#workstreams';
import { answering, type Projection, type QueryCase, type ReadModels } from '#event-sourcing/projections';
import { GetFact, getFact, GetFacts, getFacts } from './audit-log/get-facts.js';
import { callRegister } from './call-register/call-register.js';
import { GetCall, getCall, GetCalls, getCalls } from './call-register/get-calls.js';
import { GetMilestones, getMilestones } from './milestones/get-milestones.js';
import { GetPeople, getPeople, GetPerson, getPerson } from './people/get-people.js';
import { people } from './people/people.js';
import { GetRoles, getRoles } from './roles/get-roles.js';
import { GetTimeline, getTimeline } from './timeline/get-timeline.js';
import { GetWorkstream, getWorkstream, GetWorkstreams, getWorkstreams } from './workstream-directory/get-workstreams.js';

import { workstreamDirectory } from './workstream-directory/workstream-directory.js';

/** Which facts say to which workstreams their stream belongs, or of which persons and milestones it tells. */
const subjects = {
  BestPracticeForumRegistered: 'workstreamId',
  DynamicCoalitionRegistered: 'workstreamId',
  CenbPhaseRegistered: 'workstreamId',
  IgfInitiativeRegistered: 'workstreamId',
  PolicyNetworkRegistered: 'workstreamId',
  CallOpened: 'workstreamIds',
  CycleRegistered: 'workstreamId',
  MilestoneSet: 'milestoneId',
  RoleTaken: 'personId',
} satisfies Partial<Record<WorkEvent['type'], string>>;

const projections = [workstreamDirectory, callRegister, people] as unknown as readonly Projection[];

/** All that is kept ready to be read. */
export const readModels: ReadModels = { projections, subjects };

/** All that can be asked. */
export const queryCases: readonly QueryCase[] = [
  answering(GetWorkstreams, getWorkstreams, 'WorkstreamList'),
  answering(GetWorkstream, getWorkstream, 'WorkstreamView'),
  answering(GetTimeline, getTimeline, 'Timeline'),
  answering(GetCalls, getCalls, 'CallList'),
  answering(GetCall, getCall, 'CallView'),
  answering(GetMilestones, getMilestones, 'MilestoneList'),
  answering(GetRoles, getRoles, 'RoleList'),
  answering(GetPeople, getPeople, 'PersonList'),
  answering(GetPerson, getPerson, 'PersonView'),
  answering(GetFacts, getFacts, 'FactPage'),
  answering(GetFact, getFact, 'FactHistory'),
];

export * from './audit-log/get-facts.js';
export * from './call-register/counts.js';
export * from './call-register/get-calls.js';
export * from './milestones/get-milestones.js';
export * from './names.js';
export * from './people/get-people.js';
export * from './people/people.js';
export * from './roles/get-roles.js';
export * from './roles/role-views.js';
export * from './timeline/get-timeline.js';
export * from './timeline/timeline.js';
export * from './workstream-directory/get-workstreams.js';
export * from './workstream-directory/workstream-directory.js';
