import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, Optional } from '#event-sourcing';
import { assertEnoughGroups } from '../enough-groups.js';
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from '../groups.js';
import { saysNothingNew } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

/** How many members of a team come from a stakeholder group. */
export class TeamGroup {
  @IsIn(STAKEHOLDER_GROUPS) readonly stakeholderGroup!: StakeholderGroup;
  /** Left out where only the group is named. */
  @Optional() @IsInt() @Min(1) @Max(1000) readonly count?: number;
}

/** Who organises the initiative, by stakeholder group. Titles differ: steering committee, national MAG, organising team. */
export class NameOrganisingTeam extends Command {
  @IsId() readonly workstreamId!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @ValidateNested({ each: true })
  @Type(() => TeamGroup)
  readonly members!: readonly TeamGroup[];
  /** `false` where the source names only a part of the team. */
  @Optional() @IsBoolean() readonly complete?: boolean;
}

export type OrganisingTeamNamed = Event<'OrganisingTeamNamed', Claim<NameOrganisingTeam>>;

/** A team as it was named. */
export type OrganisingTeam = Step & Readonly<{ members: readonly TeamGroup[]; complete?: boolean }>;

const isWhole = ({ complete }: Readonly<{ complete?: boolean }>): boolean => complete !== false;

/** The first team must have three groups; of a later one it is recorded what a source says, also when that is less. */
export const nameOrganisingTeam: Decide<NameOrganisingTeam, Workstream, OrganisingTeamNamed> = (command, workstream) => {
  const { organisingTeams } = initiativeBy(command.effective, workstream);
  const groups = command.members.map(({ stakeholderGroup }) => stakeholderGroup);
  const twice = groups.find((group, index) => groups.indexOf(group) < index);
  if (twice) throw new DomainError(`${twice} is named twice: give each stakeholder group once.`);
  if (isWhole(command) && !organisingTeams.some(isWhole)) assertEnoughGroups(groups, 'The first organising team of an initiative');
  const last = organisingTeams.at(-1);
  return last && saysNothingNew(command, last) ? [] : [{ type: 'OrganisingTeamNamed', data: claimOf(command) }];
};
