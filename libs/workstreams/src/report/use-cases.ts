import { deciding, naming, type UseCase } from '#event-sourcing';
import { workstream } from '../workstream/workstream.js';
import { BeginReport, beginReport, notThatCycle } from './begin-report.js';
import { FreezeReport, freezeReport } from './freeze-report.js';
import { PublishReport, publishReport } from './publish-report.js';
import { cycleReport } from './report.js';
import { WriteProse, writeProse } from './write-prose.js';

const on = deciding(cycleReport, 'reportId');

export const reportUseCases: readonly UseCase[] = [
  on(BeginReport, beginReport, 'ReportBegun', {
    creates: 'reportId',
    references: { workstreamId: naming(workstream, notThatCycle) },
  }),
  on(WriteProse, writeProse, 'ProseWritten'),
  on(FreezeReport, freezeReport, 'ReportFrozen', { creates: 'freezeId' }),
  on(PublishReport, publishReport, 'ReportPublished'),
];
