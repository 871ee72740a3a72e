import { IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsSingleDate,
  IsText,
  Optional,
  type PartialDate,
  period,
} from '#event-sourcing';
import { assertExists } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';
import { isHeld, type Role, type RoleName, ROLES } from './role.js';

/** A person begins to do something in a workstream. Names are not said here: they stand with the person. */
export class TakeRole extends Command {
  @IsId() readonly workstreamId!: string;
  @IsId() readonly roleId!: string;
  @IsId() readonly personId!: string;
  @IsIn(ROLES) readonly role!: RoleName;
  /** The title as it was printed, where it says more than the role. */
  @Optional() @IsText(200) readonly title?: string;
  /** The organisation or stakeholder group that the person stands for in it: not who told us, which is `onBehalfOf`. */
  @Optional() @IsText(300) readonly forBody?: string;
  /** The day with which it ends, if it was limited from the beginning. */
  @Optional() @IsSingleDate() readonly until?: PartialDate;
}

export type RoleTaken = Event<'RoleTaken', Claim<TakeRole>>;

/** Whether a command says of a role that is held nothing but what is known of it. */
const saysNothingNew = ({ title, forBody, until }: TakeRole, held: Role): boolean =>
  [
    [title, held.title],
    [forBody, held.forBody],
    [until, held.until],
  ].every(([said, known]) => said === undefined || said === known);

const heldAlready = (all: readonly Role[], { personId, role, effective }: Dated<TakeRole>): Role | undefined =>
  all.find((each) => each.personId === personId && each.role === role && isHeld(each, period(effective).end));

export const takeRole: Decide<TakeRole, Workstream, RoleTaken> = (command, workstream) => {
  const { effective, until, role } = command;
  assertExists(workstream, effective);
  if (until !== undefined && period(until).end <= period(effective).first) {
    throw new DomainError(`A role that was taken on ${effective} cannot have ended with ${until}.`);
  }
  const held = heldAlready(workstream.roles, command);
  if (held && saysNothingNew(command, held)) return [];
  if (held) throw new DomainError(`This person is ${role} already, since ${held.taken!.effective}: end role ${held.roleId} first.`);
  return [{ type: 'RoleTaken', data: claimOf(command) }];
};
