import { type Claim, claimOf, Command, type Decide, type Event, IsId } from '#event-sourcing';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { coalitionBy } from './coalition-life.js';

/** Another coalition takes the place of this one, which ends. */
export class SucceedCoalition extends Command {
  @IsId() readonly workstreamId!: string;
  /** The Dynamic Coalition that goes on. */
  @IsId() readonly succeededBy!: string;
}

export type CoalitionSucceeded = Event<'CoalitionSucceeded', Claim<SucceedCoalition>>;

/** The coalition that took over. */
export type CoalitionSuccession = Step & Readonly<{ succeededBy: string }>;

/** A successor is another coalition, and not one that this one succeeded. */
export function notASuccessor(named: Workstream, { workstreamId, succeededBy }: SucceedCoalition): string | undefined {
  if (named.kind !== 'dynamic-coalition') return 'is no Dynamic Coalition';
  if (succeededBy === workstreamId) return 'is the coalition itself';
  const isEarlier = named.coalition.successions.some((succession) => succession.succeededBy === workstreamId);
  return isEarlier ? 'is a coalition that this one succeeded' : undefined;
}

export const succeedCoalition: Decide<SucceedCoalition, Workstream, CoalitionSucceeded> = (command, workstream) => {
  const { successions } = coalitionBy(command.effective, workstream);
  const isKnown = successions.some(({ succeededBy }) => succeededBy === command.succeededBy);
  return isKnown ? [] : [{ type: 'CoalitionSucceeded', data: claimOf(command) }];
};
