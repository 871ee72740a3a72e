import { IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  type Evolve,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
} from '#event-sourcing';
import { assertExists } from '../workstream/kinds.js';
import { assertBegun, occasionOf, saysNothingNew } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream } from '../workstream/workstream.js';

/** What is filed for a year: a report, or the thematic paper that a coalition may file in its stead (`DOMAIN.md`, Yearly reports). */
export const YEARLY_REPORT_KINDS = ['report', 'paper'] as const;
export type YearlyReportKind = (typeof YEARLY_REPORT_KINDS)[number];

/** A Dynamic Coalition or an IGF initiative files what it owes for a year. `effective` is when it was filed. */
export class FileYearlyReport extends Command {
  @IsId() readonly workstreamId!: string;
  /** The year that it is about. */
  @IsCycle() readonly year!: number;
  @IsIn(YEARLY_REPORT_KINDS) readonly kind!: YearlyReportKind;
  @Optional() @IsText(500) readonly title?: string;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type YearlyReportFiled = Event<'YearlyReportFiled', Claim<FileYearlyReport>>;

/** One report or paper, as it was filed. A year may have several. */
export type ReportOnYear = Step & Readonly<{ year: number; kind: YearlyReportKind; title?: string; page?: string }>;

/** What a workstream has that owes reports. */
export type Reporting = Readonly<{ reports: readonly ReportOnYear[] }>;

type MayReport = Extract<Workstream, Partial<Reporting>>;

const mayReport = (workstream: Workstream): workstream is MayReport =>
  workstream.kind === 'none' || workstream.kind === 'dynamic-coalition' || workstream.kind === 'igf-initiative';

/** The reports of a workstream, those among them that were folded before its registration. */
export const reportsIn = (workstream: Workstream): readonly ReportOnYear[] =>
  (mayReport(workstream) ? workstream.reports : undefined) ?? [];

export const yearlyReports: Evolve<Workstream, YearlyReportFiled> = {
  YearlyReportFiled: (workstream, fact) =>
    mayReport(workstream) ? { ...workstream, reports: [...reportsIn(workstream), occasionOf(fact)] } : workstream,
};

export const fileYearlyReport: Decide<FileYearlyReport, Workstream, YearlyReportFiled> = (command, workstream) => {
  const { effective, kind, year } = command;
  assertExists(workstream, effective);
  if (!mayReport(workstream)) throw new DomainError('Only Dynamic Coalitions and IGF initiatives file yearly reports.');
  if (kind === 'paper' && workstream.kind === 'igf-initiative')
    throw new DomainError('A thematic paper stands for the yearly report of a Dynamic Coalition only: an IGF initiative files a report.');
  assertBegun(year, effective, 'Nothing can have been filed for');
  if (workstream.reports.some((report) => saysNothingNew(command, report))) return [];
  return [{ type: 'YearlyReportFiled', data: claimOf(command) }];
};
