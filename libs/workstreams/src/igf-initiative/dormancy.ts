import { type Claim, claimOf, Command, type Decide, type Event, IsId } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

/** A source says that the initiative sleeps. No rule says when it does: that is a judgement, and `reason` may give its grounds. */
export class DeclareDormant extends Command {
  @IsId() readonly workstreamId!: string;
}

/** The initiative is brought back to life. That it had gone to sleep need not be on record. */
export class Rejuvenate extends Command {
  @IsId() readonly workstreamId!: string;
}

export type InitiativeDormant = Event<'InitiativeDormant', Claim<DeclareDormant>>;
export type InitiativeRejuvenated = Event<'InitiativeRejuvenated', Claim<Rejuvenate>>;

export const declareDormant: Decide<DeclareDormant, Workstream, InitiativeDormant> = (command, workstream) => {
  const { turns } = initiativeBy(command.effective, workstream);
  return turns.at(-1)?.to === 'dormant' ? [] : [{ type: 'InitiativeDormant', data: claimOf(command) }];
};

export const rejuvenate: Decide<Rejuvenate, Workstream, InitiativeRejuvenated> = (command, workstream) => {
  const { turns } = initiativeBy(command.effective, workstream);
  return turns.at(-1)?.to === 'rejuvenated' ? [] : [{ type: 'InitiativeRejuvenated', data: claimOf(command) }];
};
