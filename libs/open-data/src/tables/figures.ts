import {
  COMPUTED_MEASURES,
  type CountOfRecord,
  figures as register,
  getCount,
  type GetCount,
  isPublished,
  type Published,
} from '#read-models';
import { measureOf } from '#workstreams';
import { type FromStream, fromStreams } from '../streams.js';
import { openTable } from '../table.js';
import { orNothing } from './calls.js';
import { registered } from './workstreams.js';

export const figures = openTable<FromStream<Published>>({
  name: 'figures',
  about: 'Numbers about the work that others have published, as they were printed: beside what the record itself gives (counts.csv).',
  key: ['figure_id'],
  rows(tables, moment) {
    const rowOf = (id: string): Published | undefined => {
      const row = register(tables).row(id, moment);
      return isPublished(row) ? row : undefined;
    };
    return fromStreams('figure', rowOf, tables, moment);
  },
  columns: [
    { name: 'figure_id', type: 'id', about: 'Id of the figure.', value: ({ row }) => row.figureId },
    { name: 'measure', type: 'text', about: 'What it counts.', value: ({ row }) => row.measure },
    { name: 'printed', type: 'text', about: 'The number as it was printed.', value: ({ row }) => row.quantity.printed },
    { name: 'at_least', type: 'whole number', about: 'The least that the printed number can mean.', value: ({ row }) => row.quantity.low },
    { name: 'at_most', type: 'whole number', about: 'The most that the printed number can mean.', value: ({ row }) => row.quantity.high },
    { name: 'speaks_of', type: 'date', about: 'The time that it is about.', value: ({ row }) => row.speaksOf },
    { name: 'scope', type: 'text', about: 'What part of it all it is about.', value: ({ row }) => row.scope },
    { name: 'said', type: 'date', about: 'When it was published.', value: ({ row }) => row.published.effective },
    { name: 'stated_by', type: 'text', about: 'Who said so.', value: ({ row }) => row.statedBy },
    { name: 'workstream_ids', type: 'ids', about: 'The workstreams that it is about.', value: ({ row }) => row.workstreamIds },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ factIds }) => factIds },
  ],
});

export const counts = openTable<CountOfRecord>({
  name: 'counts',
  about: 'What the record itself gives for the measures that it can count: each number with its rule and the facts that it counts.',
  key: [],
  *rows(tables, moment) {
    const years = [...registered(tables, moment)].flatMap(({ row }) => (row.kind === 'cycle' ? [row.cycle] : []));
    const cycles = [...new Set(years)].toSorted((a, b) => a - b);
    for (const measure of COMPUTED_MEASURES) {
      const asked = measureOf(measure)?.counted === 'in a cycle' ? cycles.map((cycle) => ({ cycle })) : [{ on: moment.asOf }];
      for (const fields of asked) {
        const count = orNothing(() => getCount({ measure, ...fields, ...moment } as GetCount, tables).body);
        if (count) yield count;
      }
    }
  },
  columns: [
    { name: 'measure', type: 'text', about: 'What is counted.', value: ({ measure }) => measure.id },
    { name: 'title', type: 'text', about: 'The same in words.', value: ({ measure }) => measure.title },
    {
      name: 'cycle',
      type: 'whole number',
      about: 'The cycle in which it is counted; empty for what there is on a date.',
      value: ({ cycle }) => cycle,
    },
    { name: 'on', type: 'date', about: 'The date on which it is counted; empty for what is counted in a cycle.', value: ({ on }) => on },
    { name: 'value', type: 'whole number', about: 'The number.', value: ({ computed }) => computed.value },
    { name: 'rule', type: 'text', about: 'What is counted, in a sentence.', value: ({ computed }) => computed.rule },
    { name: 'fact_ids', type: 'ids', about: 'The facts that are counted.', value: ({ computed }) => computed.factIds },
    {
      name: 'excluded_fact_ids',
      type: 'ids',
      about: 'The facts that were looked at and do not count.',
      value: ({ computed }) => computed.excluded.map(({ factId }) => factId),
    },
  ],
});
