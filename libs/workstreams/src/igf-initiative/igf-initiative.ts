import { IsIn } from 'class-validator';
import { type Claim, claimOf, type Decide, type Event, type Evolve, IsText, Optional } from '#event-sourcing';
import { REGIONAL_GROUPS, type RegionalGroup } from '../groups.js';
import { registered } from '../workstream/names.js';
import { assertUnregistered, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';
import { type Reporting, reportsIn } from '../yearly-report/yearly-report.js';
import { type Classification, INITIATIVE_LEVELS, type InitiativeLevel, reclassified } from './classification.js';
import { type InitiativeEvent, initiativeIn, initiativeLife, type OfInitiative } from './initiative-life.js';

/** A national, sub-regional, regional or youth IGF: independent, years without end. */
export type IgfInitiative = Registered &
  Classification &
  OfInitiative &
  Reporting &
  Readonly<{ kind: 'igf-initiative'; beganAs: string | null }>;

export type IgfInitiativeRegistered = Event<'IgfInitiativeRegistered', Claim<RegisterIgfInitiative>>;

export const igfInitiative: Evolve<Workstream, IgfInitiativeRegistered | InitiativeEvent> = {
  IgfInitiativeRegistered: (before, fact) => {
    const { level, place = null, regionalGroup = null, beganAs = null } = fact.data;
    const initiative = initiativeIn(before);
    const classification = initiative.reclassifications.reduce(reclassified<Classification>, { level, place, regionalGroup });
    return { ...registered(before, fact), ...classification, kind: 'igf-initiative', beganAs, initiative, reports: reportsIn(before) };
  },
  ...initiativeLife,
};

/** Puts a national, sub-regional, regional or youth IGF initiative on record. */
export class RegisterIgfInitiative extends RegisterWorkstream {
  @IsIn(INITIATIVE_LEVELS) readonly level!: InitiativeLevel;
  /** The country or region. */
  @Optional() @IsText(200) readonly place?: string;
  @Optional() @IsIn(REGIONAL_GROUPS) readonly regionalGroup?: RegionalGroup;
  /** What the source says happened on the effective date: established, first held, recognised. These are different dates. */
  @Optional() @IsText(100) readonly beganAs?: string;
}

export const registerIgfInitiative: Decide<RegisterIgfInitiative, Workstream, IgfInitiativeRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  return [{ type: 'IgfInitiativeRegistered', data: claimOf(command) }];
};
