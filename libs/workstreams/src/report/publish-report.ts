import { type Claim, claimOf, Command, type Decide, DomainError, type Event, type Fact, IsId, IsWebAddress } from '#event-sourcing';
import type { Step } from '../step.js';
import { assertBegun, type CycleReport, ofReport, type OfReport } from './report.js';

/** A frozen report has been published somewhere. `effective` is when. */
export class PublishReport extends Command {
  @IsId() readonly reportId!: string;
  /** What was published: a report can change until it is frozen. */
  @IsId() readonly freezeId!: string;
  /** Where. */
  @IsWebAddress() readonly page!: string;
}

export type ReportPublished = Event<'ReportPublished', Claim<PublishReport> & OfReport>;

/** Where a frozen report was published, and when. */
export type ReportPublication = Step & Readonly<{ freezeId: string; page: string }>;

export const publicationOf = ({ data, effective, id }: Fact<ReportPublished>): ReportPublication => ({
  freezeId: data.freezeId,
  page: data.page,
  effective,
  factId: id,
});

export const publishReport: Decide<PublishReport, CycleReport, ReportPublished> = (command, report) => {
  assertBegun(report, command.effective);
  const { freezeId, page, effective } = command;
  if (!report.freezes.some((each) => each.freezeId === freezeId))
    throw new DomainError(`The report has no freeze ${freezeId} by ${effective}: what is published is frozen first.`);
  if (report.publications.some((each) => each.freezeId === freezeId && each.page === page)) return [];
  return [{ type: 'ReportPublished', data: { ...ofReport(report), ...claimOf(command) } }];
};
