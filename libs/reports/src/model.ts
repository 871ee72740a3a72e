import type { PartialDate, SourceReference } from '#event-sourcing';
import type { Excluded } from '#read-models';
import type { ProseLanguage, ReportSectionId } from '#workstreams';
import type { ReportPin } from './pin.js';

/** A number as a report prints it, with what it counts: nobody has to take it on trust. */
export type ReportNumber = Readonly<{
  printed: string;
  /** What is counted, or who published it, in a sentence. */
  rule: string;
  /** The facts that it counts, or that say it. */
  factIds: readonly string[];
  /** What was looked at and does not count, and why. */
  excluded: readonly Excluded[];
  /** Where a published number stands. */
  sources: readonly SourceReference[];
}>;

/** Words, or a number with its facts. */
export type ReportPart = string | ReportNumber;

/** One thing that a report says. */
export type ReportStatement = Readonly<{
  /** The same from one day to another, so that two reports can be compared statement by statement. */
  id: string;
  says: readonly ReportPart[];
  /** The facts that it rests on, beside those of its numbers. */
  factIds: readonly string[];
}>;

export type ReportCell = readonly ReportPart[];

/** One row of a table, under its id. */
export type ReportRow = Readonly<{ id: string; cells: readonly ReportCell[]; factIds: readonly string[] }>;

export type ReportTable = Readonly<{ id: string; caption: string; columns: readonly string[]; rows: readonly ReportRow[] }>;

/** What somebody wrote for a section. It stands beside what was made from the record, and apart from it. */
export type ReportProse = Readonly<{
  text: string;
  language: ProseLanguage;
  writtenBy: string;
  effective: PartialDate;
  factId: string;
}>;

/** What a section says from the record alone. */
export type GeneratedSection = Readonly<{ statements: readonly ReportStatement[]; tables: readonly ReportTable[] }>;

export type ReportSection = GeneratedSection & Readonly<{ id: ReportSectionId; title: string; prose: readonly ReportProse[] }>;

/** A report as its pin fixes it: all formats are made of this. */
export type YearlyReport = Readonly<{ pin: ReportPin; title: string; sections: readonly ReportSection[] }>;
