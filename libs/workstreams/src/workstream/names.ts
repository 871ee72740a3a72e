import {
  claimOf,
  Command,
  type Claim,
  type Decide,
  DomainError,
  type Event,
  type Evolve,
  IsId,
  IsText,
  type PartialDate,
} from '#event-sourcing';
import type { Registered, Workstream, WorkstreamRegistered } from './workstream.js';

export type WorkstreamRenamed = Event<'WorkstreamRenamed', Claim<RenameWorkstream>>;
export type AliasAdded = Event<'AliasAdded', Claim<AddAlias>>;

/** Names as they followed each other, oldest first, and what else the workstream is called. */
export type Named = Readonly<{
  names: readonly Readonly<{ name: string; since: PartialDate; factId: string }>[];
  aliases: readonly string[];
}>;

/** The name in use; empty for an id of which nothing is known. */
export const nameOf = ({ names }: Named): string => names.at(-1)?.name ?? '';

/** The first part of every registration. A renaming of the same day may have been folded before it: names stay in order. */
export function registered(
  before: Workstream,
  { data, effective, id }: { data: WorkstreamRegistered['data']; effective: PartialDate; id: string },
): Registered {
  return {
    workstreamId: data.workstreamId,
    registered: { effective, factId: id },
    page: data.page ?? null,
    names: [{ name: data.name, since: effective, factId: id }, ...before.names],
    aliases: [...(data.aliases ?? []), ...before.aliases],
  };
}

export const names: Evolve<Workstream, WorkstreamRenamed | AliasAdded> = {
  WorkstreamRenamed: (workstream, { data, effective, id }) => ({
    ...workstream,
    names: [...workstream.names, { name: data.name, since: effective, factId: id }],
  }),
  AliasAdded: (workstream, { data }) => ({ ...workstream, aliases: [...workstream.aliases, data.alias] }),
};

/** The workstream goes by another name from now on; the old one stays on record. */
export class RenameWorkstream extends Command {
  @IsId() readonly workstreamId!: string;
  @IsText(300) readonly name!: string;
}

export const renameWorkstream: Decide<RenameWorkstream, Workstream, WorkstreamRenamed> = (command, workstream) => {
  assertRegistered(workstream, command.effective);
  return nameOf(workstream) === command.name ? [] : [{ type: 'WorkstreamRenamed', data: claimOf(command) }];
};

/** Somebody calls the workstream something else as well: an abbreviation, a former title, a spelling. */
export class AddAlias extends Command {
  @IsId() readonly workstreamId!: string;
  @IsText(300) readonly alias!: string;
}

export const addAlias: Decide<AddAlias, Workstream, AliasAdded> = (command, workstream) => {
  assertRegistered(workstream, command.effective);
  return workstream.aliases.includes(command.alias) ? [] : [{ type: 'AliasAdded', data: claimOf(command) }];
};

/** @throws DomainError when nothing but perhaps a name is known of it by then */
export function assertRegistered(
  workstream: Workstream,
  effective: PartialDate,
): asserts workstream is Exclude<Workstream, { kind: 'none' }> {
  if (workstream.kind === 'none') throw new DomainError(`The workstream is not recorded as existing by ${effective}.`);
}
