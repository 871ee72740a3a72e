import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, IsText, Optional } from '#event-sourcing';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

abstract class OnInitiativeList extends Command {
  @IsId() readonly workstreamId!: string;
  /** What the list is called; the list of the Secretariat when left out. */
  @Optional() @IsText(300) readonly list?: string;
}

/** The initiative is put on a list, or a list of that date shows it. The Secretariat asks for a yearly report to list it. */
export class ListInitiative extends OnInitiativeList {}

/** The initiative is taken off a list, or a list of that date does not show it any more. */
export class DelistInitiative extends OnInitiativeList {}

export type InitiativeListed = Event<'InitiativeListed', Claim<ListInitiative>>;
export type InitiativeDelisted = Event<'InitiativeDelisted', Claim<DelistInitiative>>;

/** A list shows an initiative, or does not any more; without a name it is the list of the Secretariat. */
export type InitiativeListing = Step & Readonly<{ to: 'listed' | 'delisted'; list?: string }>;

const lastOn = (listings: readonly InitiativeListing[], list: string | undefined): InitiativeListing['to'] | undefined =>
  listings.findLast((listing) => listing.list?.toLowerCase() === list?.toLowerCase())?.to;

export const listInitiative: Decide<ListInitiative, Workstream, InitiativeListed> = (command, workstream) => {
  const { listings } = initiativeBy(command.effective, workstream);
  return lastOn(listings, command.list) === 'listed' ? [] : [{ type: 'InitiativeListed', data: claimOf(command) }];
};

export const delistInitiative: Decide<DelistInitiative, Workstream, InitiativeDelisted> = (command, workstream) => {
  const { effective, list } = command;
  const { listings } = initiativeBy(effective, workstream);
  const last = lastOn(listings, list);
  if (!last) throw new DomainError(`The initiative is not recorded as listed by ${effective}${list ? ` on ${list}` : ''}.`);
  return last === 'delisted' ? [] : [{ type: 'InitiativeDelisted', data: claimOf(command) }];
};
