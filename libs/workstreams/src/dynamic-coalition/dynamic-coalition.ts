import { type Claim, claimOf, type Decide, type Event, type Evolve, IsText, Optional } from '#event-sourcing';
import { registered } from '../workstream/names.js';
import { assertUnregistered, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';
import { type Reporting, reportsIn } from '../yearly-report/yearly-report.js';
import { type CoalitionEvent, coalitionIn, coalitionLife, type OfCoalition } from './coalition-life.js';

/** A self-formed open group that goes on over many years and cycles (`DOMAIN.md`, Dynamic Coalitions). */
export type DynamicCoalition = Registered & OfCoalition & Reporting & Readonly<{ kind: 'dynamic-coalition'; abbreviation: string | null }>;

export type DynamicCoalitionRegistered = Event<'DynamicCoalitionRegistered', Claim<RegisterDynamicCoalition>>;

export const dynamicCoalition: Evolve<Workstream, DynamicCoalitionRegistered | CoalitionEvent> = {
  DynamicCoalitionRegistered: (before, fact) => ({
    ...registered(before, fact),
    kind: 'dynamic-coalition',
    abbreviation: fact.data.abbreviation ?? null,
    coalition: coalitionIn(before),
    reports: reportsIn(before),
  }),
  ...coalitionLife,
};

/** Puts a Dynamic Coalition on record. */
export class RegisterDynamicCoalition extends RegisterWorkstream {
  @Optional() @IsText(60) readonly abbreviation?: string;
}

export const registerDynamicCoalition: Decide<RegisterDynamicCoalition, Workstream, DynamicCoalitionRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  return [{ type: 'DynamicCoalitionRegistered', data: claimOf(command) }];
};
