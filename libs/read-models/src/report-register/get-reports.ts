import { IsIn } from 'class-validator';
import { IsCount, Optional, Query } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { REPORT_KINDS, type ReportKind } from '#workstreams';
import { type BegunReport, isBegun, reports } from './report-register.js';

/** The reports on which people work: what they wrote, froze and published. */
export class GetReports extends Query {
  @Optional() @IsCount(9999) readonly cycle?: number;
  @Optional() @IsIn(REPORT_KINDS) readonly kind?: ReportKind;
}

/** That on the latest cycle first. */
export type ReportList = Readonly<{ total: number; reports: readonly BegunReport[] }>;

export const getReports: Answering<GetReports, ReportList> = ({ cycle, kind, ...moment }, tables) => {
  const where = { ...(cycle !== undefined && { cycle }), ...(kind !== undefined && { kind }) };
  const found = reports(tables).rows(where, moment).filter(isBegun);
  const latestFirst = found.toSorted((a, b) => b.cycle - a.cycle || a.kind.localeCompare(b.kind) || a.reportId.localeCompare(b.reportId));
  return { body: { total: found.length, reports: latestFirst } };
};
