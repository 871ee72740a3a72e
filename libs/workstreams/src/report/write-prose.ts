import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, type Event, type Fact, IsId, IsText, type PartialDate } from '#event-sourcing';
import { assertBegun, type CycleReport, ofReport, type OfReport } from './report.js';
import { PROSE_LANGUAGES, type ProseLanguage, REPORT_SECTIONS, type ReportSectionId } from './shape.js';

/**
 * Somebody writes what stands beside the generated part of a section. It takes the place of what was written for the same
 * section in the same language before; all of it stays on record.
 */
export class WriteProse extends Command {
  @IsId() readonly reportId!: string;
  @IsIn(REPORT_SECTIONS) readonly section!: ReportSectionId;
  /** Paragraphs, set apart by empty lines. */
  @IsText(20_000) readonly text!: string;
  @IsIn(PROSE_LANGUAGES) readonly language!: ProseLanguage;
}

export type ProseWritten = Event<'ProseWritten', Claim<WriteProse> & OfReport>;

/** What was written, and by whom. */
export type ReportProseWritten = Readonly<{
  section: ReportSectionId;
  text: string;
  language: ProseLanguage;
  writtenBy: string;
  effective: PartialDate;
  factId: string;
}>;

export const writtenProse = ({ data, effective, id, metadata }: Fact<ProseWritten>): ReportProseWritten => ({
  section: data.section,
  text: data.text,
  language: data.language,
  writtenBy: metadata.onBehalfOf ?? metadata.actor,
  effective,
  factId: id,
});

/** What holds of all that was written: the last for each section and language, in the order in which it was written. */
export const proseInForce = (all: readonly ReportProseWritten[]): readonly ReportProseWritten[] =>
  all.filter(
    (each, index) => !all.slice(index + 1).some(({ section, language }) => section === each.section && language === each.language),
  );

export const writeProse: Decide<WriteProse, CycleReport, ProseWritten> = (command, report) => {
  assertBegun(report, command.effective);
  const { section, language, text } = command;
  const before = report.prose.findLast((each) => each.section === section && each.language === language);
  if (before?.text === text) return [];
  return [{ type: 'ProseWritten', data: { ...ofReport(report), ...claimOf(command) } }];
};
