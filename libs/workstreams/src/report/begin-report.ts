import { IsIn } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId } from '#event-sourcing';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream } from '../workstream/workstream.js';
import type { CycleReport } from './report.js';
import { REPORT_KINDS, type ReportKind } from './shape.js';

/** Work on a report about a cycle begins. What the record gives is there without it: this is where people write, freeze and publish. */
export class BeginReport extends Command {
  @IsId() readonly reportId!: string;
  /** The cycle as a workstream. */
  @IsId() readonly workstreamId!: string;
  /** The year of its annual meeting. */
  @IsCycle() readonly cycle!: number;
  @IsIn(REPORT_KINDS) readonly kind!: ReportKind;
}

export type ReportBegun = Event<'ReportBegun', Claim<BeginReport>>;

/** A report is on the cycle that it names. */
export const notThatCycle = (named: Workstream, { cycle }: BeginReport): string | undefined =>
  named.kind === 'cycle' && named.cycle === cycle ? undefined : `is not the cycle of ${cycle}`;

export const beginReport: Decide<BeginReport, CycleReport, ReportBegun> = (command, report) => {
  if (report.begun) throw new DomainError('This report has been begun already.');
  return [{ type: 'ReportBegun', data: claimOf(command) }];
};
