import { IsIn } from 'class-validator';
import { type Claim, claimOf, type Decide, type Event, type Evolve, IsText, Optional } from '#event-sourcing';
import { registered } from '../workstream/names.js';
import { assertUnregistered, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';

/** The kinds of workstream whose coordinators meet in a group of their own. */
export const COORDINATED_KINDS = ['dynamic-coalition', 'igf-initiative'] as const;

/** Those who coordinate workstreams of one kind, and what they do together (`DOMAIN.md`, Coordination groups). */
export type CoordinationGroup = Registered &
  Readonly<{ kind: 'coordination-group'; abbreviation: string | null; coordinates: (typeof COORDINATED_KINDS)[number] }>;

export type CoordinationGroupRegistered = Event<'CoordinationGroupRegistered', Claim<RegisterCoordinationGroup>>;

export const coordinationGroup: Evolve<Workstream, CoordinationGroupRegistered> = {
  CoordinationGroupRegistered: (before, fact) => {
    const { abbreviation = null, coordinates } = fact.data;
    return { ...registered(before, fact), kind: 'coordination-group', abbreviation, coordinates };
  },
};

/** Puts a coordination group on record: that of the Dynamic Coalitions, or the network of the IGF initiatives' coordinators. */
export class RegisterCoordinationGroup extends RegisterWorkstream {
  @Optional() @IsText(60) readonly abbreviation?: string;
  @IsIn(COORDINATED_KINDS) readonly coordinates!: (typeof COORDINATED_KINDS)[number];
}

export const registerCoordinationGroup: Decide<RegisterCoordinationGroup, Workstream, CoordinationGroupRegistered> = (
  command,
  workstream,
) => {
  assertUnregistered(workstream);
  return [{ type: 'CoordinationGroupRegistered', data: claimOf(command) }];
};
