import type { Duty } from './duty.js';
import { callClosings, callCounts, contributionPublications, inputUses } from './duties/calls.js';
import { factDates, factSources } from './duties/facts.js';
import { figureJudgements, figureSources } from './duties/figures.js';
import { meetingRecords, statedCadences } from './duties/meetings.js';
import { milestonesMet } from './duties/milestones.js';
import { finalVersions, outcomePapers } from './duties/papers.js';
import { leaders } from './duties/people.js';
import { coalitionYearlyReports, initiativeYearlyReports } from './duties/yearly-reports.js';

/** All that a workstream may owe for a year, as data. */
export const DUTIES: readonly Duty[] = [
  leaders,
  milestonesMet,
  meetingRecords,
  statedCadences,
  callClosings,
  callCounts,
  contributionPublications,
  inputUses,
  outcomePapers,
  finalVersions,
  coalitionYearlyReports,
  initiativeYearlyReports,
  figureSources,
  figureJudgements,
  factSources,
  factDates,
];
