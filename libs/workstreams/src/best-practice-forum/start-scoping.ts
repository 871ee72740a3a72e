import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  type Evolve,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
} from '#event-sourcing';
import { assertNotDeclined } from '../mag-decision/matter.js';
import { assertGoesOn } from '../stage/close-workstream.js';
import { type Step, saysNoMore, stepOf } from '../step.js';
import { assertKind } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';

export type Scoping = Step & Readonly<{ scope: string | null; page: string | null }>;

export type Scoped = Readonly<{ scoping: Scoping | null }>;

/** A forum begins to agree on its scope and goals: kick-off calls, a list, a scope paper. */
export class StartScoping extends Command {
  @IsId() readonly workstreamId!: string;
  /** The question that it means to treat. */
  @Optional() @IsText(5000) readonly scope?: string;
  /** Where scope and goals stand. */
  @Optional() @IsWebAddress() readonly page?: string;
}

export type ScopingStarted = Event<'ScopingStarted', Claim<StartScoping>>;

export const notScoped: Scoped = { scoping: null };

export const scopingBefore = (before: Workstream): Scoped => ('scoping' in before ? { scoping: before.scoping } : notScoped);

/** It starts once: a start that was entered late may stand before another. */
export const scoping: Evolve<Workstream, ScopingStarted> = {
  ScopingStarted: (workstream, fact) => {
    const { scope = null, page = null } = fact.data;
    return 'scoping' in workstream ? { ...workstream, scoping: workstream.scoping ?? { ...stepOf(fact), scope, page } } : workstream;
  },
};

export const startScoping: Decide<StartScoping, Workstream, ScopingStarted> = (command, workstream) => {
  const { effective } = command;
  assertKind(workstream, effective, ['best-practice-forum'], 'Scoping is a stage of');
  assertGoesOn(workstream, effective);
  assertNotDeclined(workstream, workstream.cycle, effective);
  const started = workstream.scoping;
  if (!started) return [{ type: 'ScopingStarted', data: claimOf(command) }];
  if (saysNoMore(claimOf(command), started)) return [];
  throw new DomainError(`Scoping started on ${started.effective} already. To say more of it, amend fact ${started.factId}.`);
};
