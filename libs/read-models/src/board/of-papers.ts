import { period } from '#event-sourcing';
import {
  type Day,
  outputsOf,
  type Paper,
  PAPER_STAGES,
  paperStage,
  stepsTo,
  titleOfPaper,
  type Work,
  type ReportOnYear,
} from '#workstreams';
import { type Cell, known, notApplicable, unknown } from './cell.js';
import type { BoardPaper, BoardReport } from './columns.js';

/** Kinds whose work ends in a paper (`DOMAIN.md`, Status). */
const OWE_PAPERS: readonly string[] = ['best-practice-forum', 'cenb-phase', 'policy-network'];

const begunAt = ({ begun }: Paper): number => (begun ? period(begun.effective).first : 0);

/** The output that was begun last, with the stages that it has reached. */
export function paper(work: Work): Cell<BoardPaper> {
  const begun = outputsOf(work).filter((each) => each.begun !== null);
  const last = begun.toSorted((a, b) => begunAt(a) - begunAt(b)).at(-1);
  if (!last) {
    const why = 'no paper is on record';
    return OWE_PAPERS.includes(work.workstream.kind) ? unknown(why) : notApplicable(why);
  }
  const steps = PAPER_STAGES.map((stage) => ({ stage, facts: stepsTo(stage, last) })).filter(({ facts }) => facts.length > 0);
  return known({ paperId: last.paperId, title: titleOfPaper(last), stage: paperStage(last), reached: steps.map(({ stage }) => stage) }, [
    ...new Set(steps.flatMap(({ facts }) => facts.map(({ factId }) => factId))),
  ]);
}

const latest = (reports: readonly ReportOnYear[]): ReportOnYear | undefined => reports.toSorted((a, b) => a.year - b.year).at(-1);

/** The report of the latest year for which one was filed. Only coalitions and initiatives owe them (`DOMAIN.md`, Yearly reports). */
export function yearlyReport({ workstream }: Work, { year }: Day): Cell<BoardReport> {
  if (!('reports' in workstream)) return notApplicable('it owes no yearly report');
  const last = latest(workstream.reports);
  if (!last) return unknown(`no report for ${year} or any year before is on record`);
  return known({ year: last.year, title: last.title ?? null }, [last.factId]);
}
