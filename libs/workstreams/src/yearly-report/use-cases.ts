import { deciding, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { FileYearlyReport, fileYearlyReport } from './yearly-report.js';

const on = deciding(workstream, 'workstreamId');

export const yearlyReportUseCases: readonly UseCase[] = [on(FileYearlyReport, fileYearlyReport, 'YearlyReportFiled')];
