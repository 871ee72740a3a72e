import { type Claim, claimOf, Command, type Decide, DomainError, type Event, type Evolve, IsId, type PartialDate } from '#event-sourcing';
import { type Step, stepOf, surelyBefore } from '../step.js';
import { assertKind } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';

/** What may come to an end. */
export type Closable = Readonly<{ closed: Step | null }>;

/** Ends an activity that the MAG had approved (`DOMAIN.md`, Closing). */
export class CloseWorkstream extends Command {
  @IsId() readonly workstreamId!: string;
}

export type WorkstreamClosed = Event<'WorkstreamClosed', Claim<CloseWorkstream>>;

export const notClosed: Closable = { closed: null };

export const closingBefore = (before: Workstream): Closable => ('closed' in before ? { closed: before.closed } : notClosed);

/** The first closing ends it: one that was entered late may stand before another. */
export const closing: Evolve<Workstream, WorkstreamClosed> = {
  WorkstreamClosed: (workstream, fact) =>
    'closed' in workstream ? { ...workstream, closed: workstream.closed ?? stepOf(fact) } : workstream,
};

/** @throws DomainError when it had surely been closed, or merged into another, by then */
export function assertGoesOn(workstream: Workstream, effective: PartialDate): void {
  const closed = 'closed' in workstream ? workstream.closed : null;
  if (closed && surelyBefore(closed, { effective })) throw new DomainError(`It was closed on ${closed.effective}, before ${effective}.`);
  const merged = 'merged' in workstream ? workstream.merged : null;
  if (merged && surelyBefore(merged, { effective }))
    throw new DomainError(`It was merged into another on ${merged.effective}, before ${effective}.`);
}

export const closeWorkstream: Decide<CloseWorkstream, Workstream, WorkstreamClosed> = (command, workstream) => {
  const { effective } = command;
  assertKind(workstream, effective, ['best-practice-forum', 'cenb-phase', 'policy-network', 'working-group'], 'What is closed is');
  if (workstream.closed) return [];
  assertGoesOn(workstream, effective);
  return [{ type: 'WorkstreamClosed', data: claimOf(command) }];
};
