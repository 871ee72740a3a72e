import { type Claim, claimOf, type Decide, type Event, type Evolve, IsText, Optional } from '#event-sourcing';
import { registered } from '../workstream/names.js';
import { assertUnregistered, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';

/** A body or gathering on whose meetings and decisions the work depends (`DOMAIN.md`, Bodies): the MAG, an open consultation, a retreat. */
export type Body = Registered & Readonly<{ kind: 'body'; abbreviation: string | null }>;

export type BodyRegistered = Event<'BodyRegistered', Claim<RegisterBody>>;

export const body: Evolve<Workstream, BodyRegistered> = {
  BodyRegistered: (before, fact) => ({ ...registered(before, fact), kind: 'body', abbreviation: fact.data.abbreviation ?? null }),
};

/** Puts a body on record that meets and decides around the work, without being a strand of it. */
export class RegisterBody extends RegisterWorkstream {
  @Optional() @IsText(60) readonly abbreviation?: string;
}

export const registerBody: Decide<RegisterBody, Workstream, BodyRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  return [{ type: 'BodyRegistered', data: claimOf(command) }];
};
