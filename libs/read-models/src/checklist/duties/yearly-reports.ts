import { period } from '#event-sourcing';
import { nameOf, type ReportOnYear } from '#workstreams';
import { type Duty, lacking, type Looked, whole, type YearOfWork } from '../duty.js';

/** The day from which on a report is missed: that after the end of its year. */
const dayAfter = (year: number): string => `${year + 1}-01-01`;

const isOver = ({ cycle, day }: YearOfWork): boolean => period(String(cycle)).end <= day.period.end;

function reportOf(year: YearOfWork, isOwedBecause: readonly string[]): readonly Looked[] {
  const { workstream, cycle } = year;
  const reports: readonly ReportOnYear[] = 'reports' in workstream ? workstream.reports : [];
  const filed = reports.filter((report) => report.year === cycle).map(({ factId }) => factId);
  if (filed.length > 0) return [whole(filed)];
  if (!isOver(year)) return [];
  const of = { category: 'workstream', id: workstream.workstreamId, name: nameOf(workstream) };
  const fill = { command: 'FileYearlyReport', method: 'POST', path: `/v1/workstreams/${workstream.workstreamId}/yearly-reports` } as const;
  return [lacking({ of, missing: `a report for ${cycle}`, since: dayAfter(cycle), factIds: isOwedBecause, fill })];
}

/** A coalition that has ended owes nothing any more. */
function coalitionReports(year: YearOfWork): readonly Looked[] {
  const { workstream } = year;
  if (workstream.kind !== 'dynamic-coalition' || workstream.coalition.successions.length > 0) return [];
  return reportOf(year, [workstream.registered.factId]);
}

/** A coalition reports each year. */
export const coalitionYearlyReports: Duty = {
  id: 'coalition-reports',
  title: 'The yearly report of a coalition',
  rule: 'A Dynamic Coalition files a report, or a thematic paper in its stead, for each year. It is missed when the year is over.',
  source:
    'https://www.intgovforum.org/multilingual/content/dynamic-coalitions-4. By when it is due was not found: the end of the year is our reading.',
  of: ['dynamic-coalition'],
  needs: 'that the year is over and the coalition goes on',
  look: coalitionReports,
};

/** An initiative owes a report on a meeting that it has held. */
function initiativeReports(year: YearOfWork): readonly Looked[] {
  const { workstream, cycle } = year;
  if (workstream.kind !== 'igf-initiative') return [];
  const { first, end } = period(String(cycle));
  const held = workstream.initiative.meetingsHeld.filter(
    ({ effective }) => period(effective).first >= first && period(effective).end <= end,
  );
  return held.length > 0
    ? reportOf(
        year,
        held.map(({ factId }) => factId),
      )
    : [];
}

/** An initiative reports on its annual meeting. */
export const initiativeYearlyReports: Duty = {
  id: 'initiative-reports',
  title: 'The report of an initiative on its annual meeting',
  rule: 'An IGF initiative that held its annual meeting in a year files a report for it. It is missed when the year is over.',
  source:
    'https://www.intgovforum.org/review/toolkit-to-help-communities-to-establish-igf-initiatives/: "duly and timely". By when was not found: the end of the year is our reading.',
  of: ['igf-initiative'],
  needs: 'an annual meeting of the initiative in that year on record, and that the year is over',
  look: initiativeReports,
};
