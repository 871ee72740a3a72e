import { DomainError, type Fold, type PartialDate } from '#event-sourcing';
import { type Step, stepOf } from '../step.js';
import type { ReportBegun } from './begin-report.js';
import { freezeOf, type ReportFreeze, type ReportFrozen } from './freeze-report.js';
import { publicationOf, type ReportPublication, type ReportPublished } from './publish-report.js';
import type { ReportKind } from './shape.js';
import { type ProseWritten, type ReportProseWritten, writtenProse } from './write-prose.js';

/** Every fact of a report names the cycle that it is on, copied by its rule from the beginning. */
export type OfReport = Readonly<{ reportId: string; workstreamId: string }>;

export type ReportEvent = ReportBegun | ProseWritten | ReportFrozen | ReportPublished;

/** A report on a cycle with what people made of it. Only its id is known until its beginning is folded. */
export type CycleReport = OfReport &
  Readonly<{
    begun: Step | null;
    cycle: number | null;
    kind: ReportKind | null;
    /** In order: of those for one section in one language, the last one holds. */
    prose: readonly ReportProseWritten[];
    freezes: readonly ReportFreeze[];
    publications: readonly ReportPublication[];
  }>;

/** One stream holds all facts of one report. */
export const cycleReport: Fold<CycleReport, ReportEvent> = {
  category: 'report',
  initial: { reportId: '', workstreamId: '', begun: null, cycle: null, kind: null, prose: [], freezes: [], publications: [] },
  on: {
    ReportBegun: (report, fact) => ({ ...report, ...fact.data, begun: stepOf(fact) }),
    ProseWritten: (report, fact) => ({ ...report, prose: [...report.prose, writtenProse(fact)] }),
    ReportFrozen: (report, fact) => ({ ...report, freezes: [...report.freezes, freezeOf(fact)] }),
    ReportPublished: (report, fact) => ({ ...report, publications: [...report.publications, publicationOf(fact)] }),
  },
};

/** The fields by which a fact names its report as the beginning did. */
export const ofReport = ({ reportId, workstreamId }: CycleReport): OfReport => ({ reportId, workstreamId });

export function assertBegun(report: CycleReport, effective: PartialDate): void {
  if (!report.begun) throw new DomainError(`The report is not recorded as begun by ${effective}.`);
}
