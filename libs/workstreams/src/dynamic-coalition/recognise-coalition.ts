import { type Claim, claimOf, Command, type Decide, type Event, IsId } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { assertNotGoingOn, livingCoalitionBy } from './coalition-life.js';

/**
 * The Secretariat recognises a coalition; the MAG has no part in it. Of most coalitions no proposal is on record, so none
 * is asked for. One that is inactive may be recognised anew.
 */
export class RecogniseCoalition extends Command {
  @IsId() readonly workstreamId!: string;
}

export type CoalitionRecognised = Event<'CoalitionRecognised', Claim<RecogniseCoalition>>;

export const recogniseCoalition: Decide<RecogniseCoalition, Workstream, CoalitionRecognised> = (command, workstream) => {
  const life = livingCoalitionBy(command.effective, workstream);
  assertNotGoingOn(life, command.effective);
  return life.turns.at(-1)?.to === 'recognised' ? [] : [{ type: 'CoalitionRecognised', data: claimOf(command) }];
};
