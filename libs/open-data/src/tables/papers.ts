import { type GetPaper, getPaper, type PaperView } from '#read-models';
import { type FromStream, fromStreams } from '../streams.js';
import { openTable } from '../table.js';
import { orNothing } from './calls.js';

export const papers = openTable<FromStream<PaperView>>({
  name: 'papers',
  about: 'The papers that the workstreams wrote.',
  key: ['paper_id'],
  rows: (tables, moment) =>
    fromStreams('paper', (paperId) => orNothing(() => getPaper({ paperId, ...moment } as GetPaper, tables).body), tables, moment),
  columns: [
    { name: 'paper_id', type: 'id', about: 'Id of the paper.', value: ({ row }) => row.paperId },
    { name: 'title', type: 'text', about: 'The title in use.', value: ({ row }) => row.title },
    { name: 'kind', type: 'text', about: 'What kind of paper it is.', value: ({ row }) => row.kind },
    { name: 'workstream_ids', type: 'ids', about: 'Whose it is.', value: ({ row }) => row.workstreams.map((each) => each.workstreamId) },
    { name: 'cycle', type: 'whole number', about: 'The year of the annual meeting that ends its cycle.', value: ({ row }) => row.cycle },
    { name: 'stage', type: 'text', about: 'How far it has come.', value: ({ row }) => row.stage },
    { name: 'begun', type: 'date', about: 'When it came on record.', value: ({ row }) => row.begun?.effective },
    { name: 'drafts', type: 'whole number', about: 'How many drafts are on record.', value: ({ row }) => row.drafts.length },
    {
      name: 'final',
      type: 'date',
      about: 'When it became final; empty where that is not on record.',
      value: ({ row }) => row.final?.effective,
    },
    { name: 'superseded_by', type: 'id', about: 'The paper that took its place.', value: ({ row }) => row.supersededBy?.paperId },
    { name: 'page', type: 'web address', about: 'Its page.', value: ({ row }) => row.page },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ factIds }) => factIds },
  ],
});
