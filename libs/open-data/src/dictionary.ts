import { LICENCE } from './licence.js';
import type { ColumnType, OpenTable } from './table.js';

/** How each type is said in CSV on the Web. Dates are in EDTF, of which that knows no type. */
const DATATYPES: Readonly<Record<ColumnType, object>> = {
  text: { datatype: 'string' },
  id: { datatype: { base: 'string', format: '[0-9a-f-]{36}' } },
  ids: { datatype: 'string', separator: ' ' },
  date: { datatype: 'string', 'dc:format': 'EDTF (ISO 8601-2:2019)' },
  dates: { datatype: 'string', separator: ' ', 'dc:format': 'EDTF (ISO 8601-2:2019)' },
  'whole number': { datatype: 'integer' },
  'web address': { datatype: 'anyURI' },
};

const tableOf = ({ name, about, key, columns }: OpenTable): object => ({
  url: `${name}.csv`,
  'dc:title': name,
  'dc:description': about,
  tableSchema: {
    columns: columns.map((column) => ({
      name: column.name,
      titles: column.name,
      'dc:description': column.about,
      ...DATATYPES[column.type],
    })),
    ...(key.length > 0 && { primaryKey: key }),
  },
});

/** What the tables and their columns mean, as CSV on the Web has it: a reader of that finds it by the name `csv-metadata.json`. */
export const dictionary = (tables: readonly OpenTable[]): string =>
  `${JSON.stringify(
    {
      '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
      'dc:license': { '@id': LICENCE.url },
      dialect: { lineTerminators: ['\r\n'], encoding: 'utf-8', header: true },
      tables: tables.map(tableOf),
    },
    null,
    2,
  )}\n`;
