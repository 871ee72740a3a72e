import { BrokenFile, type CsvFile } from './csv-file.js';
import { call, contributionsOfPhase } from './rows/calls.js';
import { count } from './rows/counts.js';
import { cycle } from './rows/cycles.js';
import { coalitionInSessions, participant } from './rows/participants.js';
import { meeting } from './rows/meetings.js';
import { paper } from './rows/outputs.js';
import type { ReadRow } from './rows/reading.js';
import { bestPracticeForum, cenbPhase, dynamicCoalition, igfInitiative } from './rows/workstreams.js';

type Kind = Readonly<{
  columns: readonly string[];
  /** The column from which a field of a command comes, where it has another name. */
  columnOf?: Readonly<Record<string, string>>;
}>;

/** What files there are, by the columns in their first line. */
export const FILE_KINDS = {
  bpfs: {
    columns: ['cycle', 'title', 'output_title', 'approved', 'source', 'note'],
    columnOf: { name: 'title', outputTitle: 'output_title', effective: 'approved', decidedIn: 'note', sources: 'source' },
  },
  dcs: {
    columns: ['name', 'abbreviation', 'year_established', 'status_changes', 'source'],
    columnOf: { effective: 'year_established', note: 'status_changes', sources: 'source' },
  },
  cenb: {
    columns: ['phase', 'official_name', 'year', 'contributions', 'contributions_note', 'focus_sdgs', 'output', 'source', 'note'],
    columnOf: {
      name: 'official_name',
      cycle: 'year',
      effective: 'year',
      focusSdgs: 'focus_sdgs',
      count: 'contributions',
      sources: 'source',
    },
  },
  nris: {
    columns: ['name', 'kind', 'country_or_region', 'year_first_held_or_recognised', 'basis', 'regional_group', 'source', 'note'],
    columnOf: {
      level: 'kind',
      place: 'country_or_region',
      regionalGroup: 'regional_group',
      beganAs: 'basis',
      effective: 'year_first_held_or_recognised',
      sources: 'source',
    },
  },
  calls: {
    columns: ['activity', 'title', 'opened', 'deadline', 'extended_to', 'contributions', 'source', 'note'],
    columnOf: {
      effective: 'opened',
      inclusionDate: 'deadline',
      closingDate: 'deadline',
      to: 'extended_to',
      count: 'contributions',
      sources: 'source',
    },
  },
  meetings: {
    columns: ['activity', 'date', 'kind', 'subject', 'summary_url', 'source'],
    columnOf: { title: 'subject', effective: 'date', page: 'summary_url', sources: 'source' },
  },
  outputs: {
    columns: ['activity', 'title', 'date', 'kind', 'source', 'note'],
    columnOf: { effective: 'date', name: 'title', sources: 'source' },
  },
  counts: {
    columns: ['date', 'measure', 'value', 'source', 'note'],
    columnOf: { speaksOf: 'date', effective: 'date', cycle: 'date', workstreamIds: 'measure', sources: 'source' },
  },
  cycles: {
    columns: ['igf_number', 'year', 'city', 'country', 'start_date', 'end_date', 'overall_theme', 'source', 'note'],
    columnOf: {
      number: 'igf_number',
      cycle: 'year',
      theme: 'overall_theme',
      startsOn: 'start_date',
      endsOn: 'end_date',
      dayZeroOn: 'note',
      sources: 'source',
    },
  },
  participants: {
    columns: ['activity', 'session', 'cycle', 'date', 'participant', 'source', 'note'],
    columnOf: { workstreamIds: 'activity', participantIds: 'participant', effective: 'date', sources: 'source' },
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** A kind of file that can be imported, all of the same columns. */
export type FileKind = keyof typeof FILE_KINDS;

const KINDS = Object.keys(FILE_KINDS) as FileKind[];

type Step = Readonly<{
  kind: FileKind;
  read: ReadRow;
  /** By the dates of the rows, so that what began earlier is told first; otherwise as the files have them. */
  earliestFirst?: true;
}>;

/** In this order, so that what a row names is there when the row comes. */
export const STEPS: readonly Step[] = [
  { kind: 'cycles', read: cycle },
  { kind: 'bpfs', read: bestPracticeForum },
  { kind: 'dcs', read: dynamicCoalition },
  { kind: 'cenb', read: cenbPhase },
  { kind: 'nris', read: igfInitiative },
  { kind: 'calls', read: call },
  { kind: 'cenb', read: contributionsOfPhase },
  { kind: 'meetings', read: meeting, earliestFirst: true },
  { kind: 'outputs', read: paper, earliestFirst: true },
  { kind: 'dcs', read: coalitionInSessions },
  { kind: 'participants', read: participant },
  { kind: 'counts', read: count },
];

/** The column from which a field of a command is read. */
export const columnOf = (kind: FileKind, field: string): string => (FILE_KINDS[kind] as Kind).columnOf?.[field] ?? field;

/**
 * The kind of a file, told by its columns; in which order they stand does not matter.
 * @throws BrokenFile naming the columns that are missing or not known
 */
export function kindOf({ file, columns }: CsvFile): FileKind {
  if (columns.length === 1 && columns[0]!.includes(';')) {
    throw new BrokenFile(file, 1, "cells are set apart by ';' here. Save the file with commas, then import it again.");
  }
  const inCommon = (kind: FileKind): number => FILE_KINDS[kind].columns.filter((column) => columns.includes(column)).length;
  const nearest = KINDS.toSorted((a, b) => inCommon(b) - inCommon(a))[0]!;
  const expected: readonly string[] = FILE_KINDS[nearest].columns;
  const missing = expected.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !expected.includes(column));
  if (missing.length === 0 && unknown.length === 0) return nearest;
  const faults = [
    missing.length > 0 && `column ${missing.map((column) => `'${column}'`).join(', ')} is missing`,
    unknown.length > 0 && `column ${unknown.map((column) => `'${column}'`).join(', ')} is not known`,
  ];
  throw new BrokenFile(file, 1, `${faults.filter(Boolean).join(', and ')}. A file of ${nearest} has the columns ${expected.join(', ')}.`);
}
