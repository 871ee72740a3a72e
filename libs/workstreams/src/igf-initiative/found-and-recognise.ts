import { type Claim, claimOf, Command, type Decide, type Event, IsId } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { assertNotBefore, initiativeBy } from './initiative-life.js';

/** People announce an initiative, or introduce it as in formation. */
export class BeginForming extends Command {
  @IsId() readonly workstreamId!: string;
}

/** The initiative comes into being: established, launched or initiated, as sources put it. A first meeting is a fact of its own. */
export class FoundInitiative extends Command {
  @IsId() readonly workstreamId!: string;
}

/** The Secretariat recognises an initiative, which may have met for years before. */
export class RecogniseInitiative extends Command {
  @IsId() readonly workstreamId!: string;
}

export type InitiativeForming = Event<'InitiativeForming', Claim<BeginForming>>;
export type InitiativeFounded = Event<'InitiativeFounded', Claim<FoundInitiative>>;
export type InitiativeRecognised = Event<'InitiativeRecognised', Claim<RecogniseInitiative>>;

export const beginForming: Decide<BeginForming, Workstream, InitiativeForming> = (command, workstream) => {
  const { forming, founded, recognised } = initiativeBy(command.effective, workstream);
  assertNotBefore(founded, command.effective, 'founded');
  assertNotBefore(recognised, command.effective, 'recognised');
  return forming.length > 0 ? [] : [{ type: 'InitiativeForming', data: claimOf(command) }];
};

export const foundInitiative: Decide<FoundInitiative, Workstream, InitiativeFounded> = (command, workstream) => {
  const { founded } = initiativeBy(command.effective, workstream);
  assertNotBefore(founded, command.effective, 'founded');
  return founded.length > 0 ? [] : [{ type: 'InitiativeFounded', data: claimOf(command) }];
};

export const recogniseInitiative: Decide<RecogniseInitiative, Workstream, InitiativeRecognised> = (command, workstream) => {
  const { recognised } = initiativeBy(command.effective, workstream);
  assertNotBefore(recognised, command.effective, 'recognised');
  return recognised.length > 0 ? [] : [{ type: 'InitiativeRecognised', data: claimOf(command) }];
};
