import { deciding, naming, type UseCase } from '#event-sourcing';
import { person } from '../person/person.js';
import { workstream } from '../workstream/workstream.js';
import { EndRole, endRole } from './end-role.js';
import { TakeRole, takeRole } from './take-role.js';

const on = deciding(workstream, 'workstreamId');

export const roleUseCases: readonly UseCase[] = [
  on(TakeRole, takeRole, 'RoleTaken', { creates: 'roleId', references: { personId: naming(person) } }),
  on(EndRole, endRole, 'RoleEnded'),
];
