import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type RegisteredWorkstream, workstreams as directory } from '#read-models';
import { nameOf } from '#workstreams';
import { type FromStream, fromStreams } from '../streams.js';
import { openTable } from '../table.js';

type Row = FromStream<RegisteredWorkstream>;

/** The workstreams of which the registration stands, one at a time. */
export function registered(tables: Tables, moment: Moment): Iterable<Row> {
  const rowOf = (id: string): RegisteredWorkstream | undefined => {
    const row = directory(tables).row(id, moment);
    return row === undefined || row.kind === 'none' ? undefined : row;
  };
  return fromStreams('workstream', rowOf, tables, moment);
}

export const workstreams = openTable<Row>({
  name: 'workstreams',
  about: 'The strands of intersessional work, the preparatory cycles, and the bodies around them.',
  key: ['workstream_id'],
  rows: registered,
  columns: [
    { name: 'workstream_id', type: 'id', about: 'Id of the workstream.', value: ({ row }) => row.workstreamId },
    { name: 'kind', type: 'text', about: 'What kind of workstream it is.', value: ({ row }) => row.kind },
    { name: 'name', type: 'text', about: 'The name in use.', value: ({ row }) => nameOf(row) },
    {
      name: 'cycle',
      type: 'whole number',
      about: 'The year of the annual meeting that it works towards; empty for what goes on from year to year.',
      value: ({ row }) => ('cycle' in row ? row.cycle : null),
    },
    {
      name: 'since',
      type: 'date',
      about: 'When it came into being, as exactly as that is known.',
      value: ({ row }) => row.registered.effective,
    },
    { name: 'page', type: 'web address', about: 'Its page.', value: ({ row }) => row.page },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ factIds }) => factIds },
  ],
});
