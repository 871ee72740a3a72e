import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, ValidateNested } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, type Event, IsId, IsText, IsWebAddress, Optional } from '#event-sourcing';
import { assertEnoughGroups } from '../enough-groups.js';
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../groups.js';
import { saysNothingNew } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { assertNotGoingOn, livingCoalitionBy } from './coalition-life.js';

/** Somebody who stands for a stakeholder group in a new coalition. */
export class CoalitionRepresentative {
  @IsText(200) readonly name!: string;
  @IsIn(STAKEHOLDER_GROUPS) readonly stakeholderGroup!: StakeholderGroup;
  @Optional() @IsText(200) readonly organisation?: string;
}

/** Files the written statement that a new coalition needs, in its five parts (`DOMAIN.md`, Exploring and proposing). */
export class ProposeCoalition extends Command {
  @IsId() readonly workstreamId!: string;
  /** Why the coalition is needed. */
  @IsText(5000) readonly need!: string;
  @IsText(5000) readonly actionPlan!: string;
  /** Address of the mailing list, or of its page. */
  @IsText(500) readonly mailingList!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsText(300, { each: true }) readonly contacts!: readonly string[];
  /** Of at least three stakeholder groups. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CoalitionRepresentative)
  readonly representatives!: readonly CoalitionRepresentative[];
  @Optional() @IsWebAddress() readonly page?: string;
}

export type CoalitionProposed = Event<'CoalitionProposed', Claim<ProposeCoalition>>;

/** A statement as it was filed. */
export type CoalitionProposal = Step &
  Readonly<{
    need: string;
    actionPlan: string;
    mailingList: string;
    contacts: readonly string[];
    representatives: readonly CoalitionRepresentative[];
    page?: string;
  }>;

export const proposeCoalition: Decide<ProposeCoalition, Workstream, CoalitionProposed> = (command, workstream) => {
  const life = livingCoalitionBy(command.effective, workstream);
  assertNotGoingOn(life, command.effective);
  assertEnoughGroups(
    command.representatives.map(({ stakeholderGroup }) => stakeholderGroup),
    'The representatives of a coalition',
  );
  const latest = life.proposals.at(-1);
  return latest && saysNothingNew(command, latest) ? [] : [{ type: 'CoalitionProposed', data: claimOf(command) }];
};
