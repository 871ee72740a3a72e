import type { Moment } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { type CycleReport, cycleReport, type ReportEvent } from '#workstreams';

/** One row for each report that was begun: what its rules know of it. */
export const reportRegister: Projection<CycleReport, ReportEvent> = {
  name: 'report_register',
  version: 1,
  fold: cycleReport,
  columns: { cycle: ({ cycle }) => cycle, kind: ({ kind }) => kind },
};

export const reports = (tables: Tables): View<CycleReport, ReportEvent> => new View(tables, reportRegister);

/** A report of which the beginning is on record. */
export type BegunReport = CycleReport & Readonly<{ [Field in 'begun' | 'cycle' | 'kind']: NonNullable<CycleReport[Field]> }>;

export const isBegun = (row: CycleReport | undefined): row is BegunReport => row !== undefined && row.begun !== null;

/** What a report is called where a fact names it. */
export function reportName(tables: Tables, reportId: string, moment: Moment): string | undefined {
  const row = reports(tables).row(reportId, moment);
  return isBegun(row) ? `${row.kind} ${row.cycle}` : undefined;
}
