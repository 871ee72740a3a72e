import type { Moment } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { nameOf, type Workstream, workstream, type WorkstreamEvent } from '#workstreams';

/** One row for each workstream: what its rules know of it. */
export const workstreamDirectory: Projection<Workstream, WorkstreamEvent> = {
  name: 'workstream_directory',
  version: 1,
  fold: workstream,
  columns: {
    kind: ({ kind }) => kind,
    cycle: (row) => ('cycle' in row ? row.cycle : null),
  },
};

export const workstreams = (tables: Tables): View<Workstream, WorkstreamEvent> => new View(tables, workstreamDirectory);

export type NamedWorkstream = Readonly<{ workstreamId: string; name: string }>;

/** A workstream by its name at a moment; by its present one where that moment is earlier than all that is sure of it. */
export function named(tables: Tables, workstreamId: string, moment: Moment): NamedWorkstream {
  const view = workstreams(tables);
  const row = view.row(workstreamId, moment) ?? view.row(workstreamId);
  return { workstreamId, name: row ? nameOf(row) : '' };
}
