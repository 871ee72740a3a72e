import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, IsText, Optional } from '#event-sourcing';
import { REGIONAL_GROUPS, type RegionalGroup } from '../groups.js';
import { assertExists } from '../workstream/kinds.js';
import { saysNothingNew } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { INITIATIVE_LEVELS, type InitiativeLevel, type Reclassified } from './classification.js';

/** The initiative is from now on of another level, place or regional group. What is left out stays. */
export class ReclassifyInitiative extends Command {
  @IsId() readonly workstreamId!: string;
  @Optional() @IsIn(INITIATIVE_LEVELS) readonly level?: InitiativeLevel;
  /** The country or region. */
  @Optional() @IsText(200) readonly place?: string;
  @Optional() @IsIn(REGIONAL_GROUPS) readonly regionalGroup?: RegionalGroup;
}

export type InitiativeReclassified = Event<'InitiativeReclassified', Claim<ReclassifyInitiative>>;

/** What became another. */
export type Reclassification = Step & Reclassified;

export const reclassifyInitiative: Decide<ReclassifyInitiative, Workstream, InitiativeReclassified> = (command, workstream) => {
  assertExists(workstream, command.effective);
  if (workstream.kind !== 'igf-initiative') throw new DomainError('This workstream is no IGF initiative.');
  if (command.level === undefined && command.place === undefined && command.regionalGroup === undefined)
    throw new DomainError('Say what becomes another: the level, the place or the regional group.');
  return saysNothingNew(command, workstream) ? [] : [{ type: 'InitiativeReclassified', data: claimOf(command) }];
};
