import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { csvOf, headerOf } from './csv.js';
import { dictionary } from './dictionary.js';
import { factLines } from './facts.js';
import { cleared } from './personal.js';
import type { Line, OpenTable } from './table.js';
import { calls, contributions } from './tables/calls.js';
import { counts, figures } from './tables/figures.js';
import { meetings } from './tables/meetings.js';
import { milestones } from './tables/milestones.js';
import { papers } from './tables/papers.js';
import { people, roles } from './tables/people.js';
import { workstreams } from './tables/workstreams.js';

/** The tables of the open data, each a CSV file. */
export const OPEN_TABLES: readonly OpenTable[] = [
  workstreams,
  calls,
  contributions,
  meetings,
  papers,
  milestones,
  people,
  roles,
  figures,
  counts,
];

/** A file of the open data. Its parts come one at a time, so that it need never be in memory as a whole. */
export type OpenFile = Readonly<{
  name: string;
  mediaType: string;
  about: string;
  parts: (tables: Tables, moment: Moment) => Iterable<string>;
}>;

function* csvParts({ columns, lines }: OpenTable, tables: Tables, moment: Moment): Generator<string> {
  const names = columns.map(({ name }) => name);
  yield headerOf(names);
  for (const line of lines(tables, moment)) yield csvOf(names, [cleared(line) as Line]);
}

const csvFile = (table: OpenTable): OpenFile => ({
  name: `${table.name}.csv`,
  mediaType: 'text/csv',
  about: table.about,
  parts: (tables, moment) => csvParts(table, tables, moment),
});

/** All files of the open data but the manifest, which tells of them. */
export const OPEN_FILES: readonly OpenFile[] = [
  {
    name: 'facts.ndjson',
    mediaType: 'application/x-ndjson',
    about: 'All facts, one to a line, in the order in which they were recorded: everything else is made of them.',
    parts: factLines,
  },
  ...OPEN_TABLES.map(csvFile),
  {
    name: 'csv-metadata.json',
    mediaType: 'application/csvm+json',
    about: 'What the tables and their columns mean, as CSV on the Web has it.',
    parts: () => [dictionary(OPEN_TABLES)],
  },
];
