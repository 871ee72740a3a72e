import { type Claim, claimOf, Command, type Decide, type Event, IsId } from '#event-sourcing';
import { surelyBefore } from '../workstream/occasion.js';
import type { Workstream } from '../workstream/workstream.js';
import { assertNotGoingOn, livingCoalitionBy } from './coalition-life.js';

/** People meet and say that a coalition is needed. This can last longer than a year. */
export class BeginExploring extends Command {
  @IsId() readonly workstreamId!: string;
}

export type CoalitionExploring = Event<'CoalitionExploring', Claim<BeginExploring>>;

export const beginExploring: Decide<BeginExploring, Workstream, CoalitionExploring> = (command, workstream) => {
  const life = livingCoalitionBy(command.effective, workstream);
  assertNotGoingOn(life, command.effective);
  const [begun, turn] = [life.exploring.at(-1), life.turns.at(-1)];
  const goesOn = begun && !(turn && surelyBefore(begun.effective, turn.effective));
  return goesOn ? [] : [{ type: 'CoalitionExploring', data: claimOf(command) }];
};
