import { atAnyTime, type Moment } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { nameOf, plannedInWorkstream, type Workstream, workstream, type WorkstreamEvent, type WorkstreamKind } from '#workstreams';
import { calendarColumns } from '../calendar/calendar-columns.js';
import { foundWorkstreams } from '../search/found/workstreams.js';

const cycleOf = (row: Workstream): number | null => ('cycle' in row ? row.cycle : null);

/** One row for each workstream: what its rules know of it. */
export const workstreamDirectory: Projection<Workstream, WorkstreamEvent> = {
  name: 'workstream_directory',
  version: 5,
  fold: workstream,
  columns: {
    kind: ({ kind }) => kind,
    cycle: cycleOf,
    ...calendarColumns((row) => plannedInWorkstream(row)),
  },
  told: { name: nameOf, registered: (row) => (row.kind === 'none' ? null : row.registered.effective) },
  findables: foundWorkstreams,
};

export const workstreams = (tables: Tables): View<Workstream, WorkstreamEvent> => new View(tables, workstreamDirectory);

/** What a workstream is called. A topic alone does not tell which year's forum it is: kind and cycle do. */
export type NamedWorkstream = Readonly<{ workstreamId: string; name: string; kind: WorkstreamKind | null; cycle: number | null }>;

/** What a workstream is called, as of a date as `named` tells it. */
export function nameAt(tables: Tables, workstreamId: string, moment: Moment): string {
  const view = workstreams(tables);
  return String(view.value(workstreamId, 'name', moment) ?? view.value(workstreamId, 'name', atAnyTime(moment)) ?? '');
}

/** A workstream by its name as of a date; by its latest where that date is earlier than all that is sure of it. Nothing is told that was not known. */
export function named(tables: Tables, workstreamId: string, moment: Moment): NamedWorkstream {
  const view = workstreams(tables);
  const row = view.row(workstreamId, moment) ?? view.row(workstreamId, atAnyTime(moment));
  if (!row || row.kind === 'none') return { workstreamId, name: row ? nameOf(row) : '', kind: null, cycle: null };
  return { workstreamId, name: nameOf(row), kind: row.kind, cycle: cycleOf(row) };
}
