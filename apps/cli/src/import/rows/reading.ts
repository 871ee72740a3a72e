import { type AmendFact, type Command, parse } from '#event-sourcing';
import type { RegisterWorkstream } from '#workstreams';
import type { About } from '../cells.js';
import type { Row } from '../csv-file.js';
import type { KnownWorkstream, OnRecord } from '../on-record.js';

/** What a row asks to record, in order. */
export type Reading = Readonly<{
  commands: readonly Command[];
  /** What it corrects before that: a fact which an earlier row gave, and which it adds to. */
  amendments?: readonly Readonly<{ stream: string; command: AmendFact }>[];
  /** How much of it is on record already, under other ids. */
  already?: number;
}>;

/**
 * Reads a row of one kind of file.
 * @throws Unplaced, or InvalidInput when a command does not take what the row says
 */
export type ReadRow = (row: Row, known: OnRecord) => Reading;

/** A row that says nothing new. */
export const NOTHING: Reading = { commands: [] };

/** The id that a workstream has on record, or is to be registered by. */
export const idOf = (onRecord: readonly KnownWorkstream[], id: string): string =>
  (onRecord.find(({ workstreamId }) => workstreamId === id) ?? onRecord[0])?.workstreamId ?? id;

/** Registers the workstream of a row, unless it is on record under another id because somebody has done so by another way in. */
export function registering<C extends RegisterWorkstream>(
  Class: new () => C,
  said: Omit<Partial<C>, 'sources'> & Pick<C, 'workstreamId' | 'name'> & About,
  onRecord: readonly KnownWorkstream[],
): Reading {
  const isElsewhere = onRecord.some(({ workstreamId }) => workstreamId !== said.workstreamId);
  return isElsewhere ? { commands: [], already: 1 } : { commands: [parse(Class, said)] };
}
