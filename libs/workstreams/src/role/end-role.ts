import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { isTaken, type RoleName } from './role.js';

/** A person does something no more. `effective` is when that ended. */
export class EndRole extends Command {
  @IsId() readonly workstreamId!: string;
  @IsId() readonly roleId!: string;
}

/** `personId` and `role` say whose role ended and which it was, as was known when this was recorded. */
export type RoleEnded = Event<'RoleEnded', Claim<EndRole> & { personId: string; role: RoleName }>;

export const endRole: Decide<EndRole, Workstream, RoleEnded> = (command, workstream) => {
  const held = workstream.roles.find(({ roleId }) => roleId === command.roleId);
  if (!held || !isTaken(held)) throw new DomainError(`No role ${command.roleId} was taken in this workstream by ${command.effective}.`);
  if (held.ended) return [];
  return [{ type: 'RoleEnded', data: { ...claimOf(command), personId: held.personId, role: held.role } }];
};
