import { type Claim, claimOf, type Decide, type Event, type Evolve, IsText, Optional } from '#event-sourcing';
import { decisionsBefore, type MagDecisions } from '../mag-decision/mag-decisions.js';
import { type Closable, closingBefore } from '../stage/close-workstream.js';
import { registered } from '../workstream/names.js';
import { assertUnregistered, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';

/** A group of the MAG that it approves anew for each cycle (`DOMAIN.md`, Working groups). */
export type WorkingGroup = Registered & MagDecisions & Closable & Readonly<{ kind: 'working-group'; abbreviation: string | null }>;

export type WorkingGroupRegistered = Event<'WorkingGroupRegistered', Claim<RegisterWorkingGroup>>;

export const workingGroup: Evolve<Workstream, WorkingGroupRegistered> = {
  WorkingGroupRegistered: (before, fact) => ({
    ...registered(before, fact),
    ...decisionsBefore(before),
    ...closingBefore(before),
    kind: 'working-group',
    abbreviation: fact.data.abbreviation ?? null,
  }),
};

/** Puts a working group of the MAG on record. */
export class RegisterWorkingGroup extends RegisterWorkstream {
  @Optional() @IsText(60) readonly abbreviation?: string;
}

export const registerWorkingGroup: Decide<RegisterWorkingGroup, Workstream, WorkingGroupRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  return [{ type: 'WorkingGroupRegistered', data: claimOf(command) }];
};
