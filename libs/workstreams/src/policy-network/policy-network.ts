import { type Claim, claimOf, type Decide, type Event, type Evolve, IsText, Optional } from '#event-sourcing';
import { decisionsBefore, type MagDecisions } from '../mag-decision/mag-decisions.js';
import { type Closable, closingBefore } from '../stage/close-workstream.js';
import { type Presentable, presentationsBefore } from '../stage/present-workstream.js';
import { registered } from '../workstream/names.js';
import { assertUnregistered, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';

/** An expert-led strand that is renewed over several cycles (`DOMAIN.md`, Policy Networks). */
export type PolicyNetwork = Registered &
  MagDecisions &
  Presentable &
  Closable &
  Readonly<{ kind: 'policy-network'; abbreviation: string | null }>;

export type PolicyNetworkRegistered = Event<'PolicyNetworkRegistered', Claim<RegisterPolicyNetwork>>;

export const policyNetwork: Evolve<Workstream, PolicyNetworkRegistered> = {
  PolicyNetworkRegistered: (before, fact) => ({
    ...registered(before, fact),
    ...decisionsBefore(before),
    ...presentationsBefore(before),
    ...closingBefore(before),
    kind: 'policy-network',
    abbreviation: fact.data.abbreviation ?? null,
  }),
};

/** Puts a Policy Network on record. */
export class RegisterPolicyNetwork extends RegisterWorkstream {
  @Optional() @IsText(60) readonly abbreviation?: string;
}

export const registerPolicyNetwork: Decide<RegisterPolicyNetwork, Workstream, PolicyNetworkRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  return [{ type: 'PolicyNetworkRegistered', data: claimOf(command) }];
};
