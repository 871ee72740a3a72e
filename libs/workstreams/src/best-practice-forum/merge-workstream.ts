import { type Claim, claimOf, Command, type Decide, DomainError, type Event, type Evolve, IsId } from '#event-sourcing';
import { assertGoesOn } from '../stage/close-workstream.js';
import { type Step, stepOf } from '../step.js';
import { assertKind } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';

export type Mergeable = Readonly<{ merged: (Step & Readonly<{ into: string }>) | null }>;

/** The topic of a forum goes into that of another one. A forum that takes up earlier ones renews them, when it is registered. */
export class MergeWorkstream extends Command {
  @IsId() readonly workstreamId!: string;
  /** The forum that goes on. */
  @IsId() readonly into!: string;
}

export type WorkstreamMerged = Event<'WorkstreamMerged', Claim<MergeWorkstream>>;

export const notMerged: Mergeable = { merged: null };

export const mergerBefore = (before: Workstream): Mergeable => ('merged' in before ? { merged: before.merged } : notMerged);

/** It ends once: a merger that was entered late may stand before another. */
export const merging: Evolve<Workstream, WorkstreamMerged> = {
  WorkstreamMerged: (workstream, fact) =>
    'merged' in workstream ? { ...workstream, merged: workstream.merged ?? { ...stepOf(fact), into: fact.data.into } } : workstream,
};

/** Only a forum that was not merged itself takes in another. */
export function notAForumToMergeInto(named: Workstream): string | undefined {
  if (named.kind !== 'best-practice-forum') return 'is no Best Practice Forum';
  return named.merged ? `was merged into another on ${named.merged.effective}` : undefined;
}

export const mergeWorkstream: Decide<MergeWorkstream, Workstream, WorkstreamMerged> = (command, workstream) => {
  const { workstreamId, into, effective } = command;
  assertKind(workstream, effective, ['best-practice-forum'], 'What is merged is');
  if (into === workstreamId) throw new DomainError('A forum is merged into another one, not into itself.');
  const { merged } = workstream;
  if (merged?.into === into) return [];
  if (merged)
    throw new DomainError(`It was merged into another on ${merged.effective} already. If that is wrong, retract fact ${merged.factId}.`);
  assertGoesOn(workstream, effective);
  return [{ type: 'WorkstreamMerged', data: claimOf(command) }];
};
