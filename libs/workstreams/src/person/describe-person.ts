import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, IsText, Optional } from '#event-sourcing';
import { REGIONAL_GROUPS, type RegionalGroup, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../groups.js';
import type { Person, PersonDetails } from './person.js';

/** From the effective date on, a person has another name, works elsewhere or belongs to another group. What was stays on record. */
export class DescribePerson extends Command {
  @IsId() readonly personId!: string;
  @Optional() @IsText(200) readonly name?: string;
  @Optional() @IsText(300) readonly organisation?: string;
  @Optional() @IsIn(STAKEHOLDER_GROUPS) readonly stakeholderGroup?: StakeholderGroup;
  @Optional() @IsIn(REGIONAL_GROUPS) readonly regionalGroup?: RegionalGroup;
}

export type PersonDescribed = Event<'PersonDescribed', Claim<DescribePerson>>;

export const describePerson: Decide<DescribePerson, Person, PersonDescribed> = (command, person) => {
  if (!person.registered) throw new DomainError(`The person is not recorded as known by ${command.effective}.`);
  const data = claimOf(command);
  const { personId: _, ...said } = data;
  const isKnown = Object.entries(said).every(([field, value]) => person[field as keyof PersonDetails] === value);
  return isKnown ? [] : [{ type: 'PersonDescribed', data }];
};
