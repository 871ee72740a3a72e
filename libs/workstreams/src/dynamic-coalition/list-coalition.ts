import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Dated, type Decide, DomainError, type Event, IsId, IsText } from '#event-sourcing';
import type { Step } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import { coalitionBy, type CoalitionLife } from './coalition-life.js';

/** How a list shows a coalition; `listed` where it does not tell active from inactive ones. */
export const SHOWN_AS = ['active', 'inactive', 'listed'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

/** A list of some date, which is the effective one. */
abstract class OnList extends Command {
  @IsId() readonly workstreamId!: string;
  /** What the list is called, such as coalitions page 2020. */
  @IsText(300) readonly list!: string;
}

/** A list shows the coalition. */
export class ListCoalition extends OnList {
  @IsIn(SHOWN_AS) readonly as!: ShownAs;
}

/** A list does not show the coalition, where it might be expected. */
export class OmitFromList extends OnList {}

export type CoalitionListed = Event<'CoalitionListed', Claim<ListCoalition>>;
export type CoalitionOmitted = Event<'CoalitionOmitted', Claim<OmitFromList>>;

/** What a list of some date shows of the coalition. */
export type CoalitionListing = Step & Readonly<{ list: string; as: ShownAs | 'omitted' }>;

/**
 * Whether it is on record that the list of that date shows this.
 * @throws DomainError when it is on record that it shows something else
 */
function isKnown({ listings }: CoalitionLife, { list, effective }: Dated<OnList>, as: CoalitionListing['as']): boolean {
  const known = listings.find((each) => each.effective === effective && each.list.toLowerCase() === list.toLowerCase());
  if (!known || known.as === as) return known !== undefined;
  const what = known.as === 'omitted' ? 'without the coalition' : `as showing the coalition as ${known.as}`;
  throw new DomainError(`The list ${list} of ${effective} is recorded ${what}. If that is wrong, correct the fact that says so.`);
}

export const listCoalition: Decide<ListCoalition, Workstream, CoalitionListed> = (command, workstream) =>
  isKnown(coalitionBy(command.effective, workstream), command, command.as) ? [] : [{ type: 'CoalitionListed', data: claimOf(command) }];

export const omitFromList: Decide<OmitFromList, Workstream, CoalitionOmitted> = (command, workstream) =>
  isKnown(coalitionBy(command.effective, workstream), command, 'omitted') ? [] : [{ type: 'CoalitionOmitted', data: claimOf(command) }];
