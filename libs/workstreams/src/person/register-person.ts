import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, IsText, Optional } from '#event-sourcing';
import { REGIONAL_GROUPS, type RegionalGroup, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../groups.js';
import type { Person } from './person.js';

/** Puts a person on record. `effective` is since when what is said of them holds: no role can be taken before. */
export class RegisterPerson extends Command {
  @IsId() readonly personId!: string;
  @IsText(200) readonly name!: string;
  @Optional() @IsText(300) readonly organisation?: string;
  @Optional() @IsIn(STAKEHOLDER_GROUPS) readonly stakeholderGroup?: StakeholderGroup;
  @Optional() @IsIn(REGIONAL_GROUPS) readonly regionalGroup?: RegionalGroup;
}

export type PersonRegistered = Event<'PersonRegistered', Claim<RegisterPerson>>;

export const registerPerson: Decide<RegisterPerson, Person, PersonRegistered> = (command, person) => {
  if (person.registered) throw new DomainError('This person is registered already.');
  return [{ type: 'PersonRegistered', data: claimOf(command) }];
};
