import { type Claim, claimOf, Command, type Decide, type Event, IsId, Optional } from '#event-sourcing';
import { saysNothingNew } from '../workstream/occasion.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream } from '../workstream/workstream.js';
import { coalitionBy, livingCoalitionBy } from './coalition-life.js';

/** A source says that the coalition has been moved under "inactive", or is inactive. Recordable also where no recognition is on record. */
export class DeclareInactive extends Command {
  @IsId() readonly workstreamId!: string;
}

export type CoalitionDeclaredInactive = Event<'CoalitionDeclaredInactive', Claim<DeclareInactive>>;

export const declareInactive: Decide<DeclareInactive, Workstream, CoalitionDeclaredInactive> = (command, workstream) => {
  const { turns } = coalitionBy(command.effective, workstream);
  return turns.at(-1)?.to === 'inactive' ? [] : [{ type: 'CoalitionDeclaredInactive', data: claimOf(command) }];
};

/** The coalition takes its work up again. It may have been quiet without anybody having called it inactive. */
export class Recommit extends Command {
  @IsId() readonly workstreamId!: string;
  /** The cycle for which it does so. */
  @Optional() @IsCycle() readonly cycle?: number;
}

export type CoalitionRecommitted = Event<'CoalitionRecommitted', Claim<Recommit>>;

export const recommit: Decide<Recommit, Workstream, CoalitionRecommitted> = (command, workstream) => {
  const last = livingCoalitionBy(command.effective, workstream).turns.at(-1);
  const isKnown = last?.to === 'recommitted' && saysNothingNew(command, last);
  return isKnown ? [] : [{ type: 'CoalitionRecommitted', data: claimOf(command) }];
};
