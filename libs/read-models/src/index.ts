import { answering, type Projection, type QueryCase, type ReadModels } from '#event-sourcing/projections';
import { GetFact, getFact, GetFactState, getFactState } from './audit-log/get-fact.js';
import { GetFacts, getFacts } from './audit-log/get-facts.js';
import { GetCalendar, getCalendar, GetCalendarFeed, getCalendarFeed } from './calendar/get-calendar.js';
import { GetBoard, getBoard } from './board/get-board.js';
import { callRegister } from './call-register/call-register.js';
import { GetCall, getCall, GetCalls, getCalls } from './call-register/get-calls.js';
import type { AnyFact } from './timeline/timeline.js';
import { GetCycleDrawing, getCycleDrawing, GetDrawing, getDrawing } from './drawing/get-drawing.js';
import { GetPaper, getPaper, GetPapers, getPapers } from './paper-register/get-papers.js';
import {
  GetCorrectionsFeed,
  getCorrectionsFeed,
  GetFeed,
  getFeed,
  GetKindFeed,
  getKindFeed,
  GetWorkstreamFeed,
  getWorkstreamFeed,
} from './feeds/get-feeds.js';
import { paperRegister } from './paper-register/paper-register.js';
import { figureRegister } from './published-figures/figure-register.js';
import { GetChecklist, getChecklist, GetWorkstreamChecklist, getWorkstreamChecklist } from './checklist/get-checklist.js';
import { GetCount, getCount, GetCounts, getCounts } from './counts/get-counts.js';
import { GetFigure, getFigure, GetFigures, getFigures } from './published-figures/get-figures.js';
import { GetMilestones, getMilestones } from './milestones/get-milestones.js';
import { GetPeople, getPeople, GetPerson, getPerson } from './people/get-people.js';
import { people } from './people/people.js';
import { GetReports, getReports } from './report-register/get-reports.js';
import { reportRegister } from './report-register/report-register.js';
import { GetRoles, getRoles } from './roles/get-roles.js';
import { GetMeeting, getMeeting, GetMeetings, getMeetings } from './meeting-register/get-meetings.js';
import { meetingRegister } from './meeting-register/meeting-register.js';
import { GetAllSeries, getAllSeries, GetSeries, getSeries } from './series-register/get-series.js';
import { seriesRegister } from './series-register/series-register.js';
import { Search, search } from './search/get-search.js';
import { GetStatus, getStatus } from './status/get-status.js';
import { GetStatusRules, getStatusRules } from './status/get-status-rules.js';
import { GetTimeline, getTimeline } from './timeline/get-timeline.js';
import { GetWorkstream, getWorkstream, GetWorkstreams, getWorkstreams } from './workstream-directory/get-workstreams.js';

import { workstreamDirectory } from './workstream-directory/workstream-directory.js';

/** Which facts say to which workstreams their stream belongs, or of which persons and milestones it tells. */
const subjects = {
  BestPracticeForumRegistered: 'workstreamId',
  DynamicCoalitionRegistered: 'workstreamId',
  CenbPhaseRegistered: 'workstreamId',
  IgfInitiativeRegistered: 'workstreamId',
  PolicyNetworkRegistered: 'workstreamId',
  CoordinationGroupRegistered: 'workstreamId',
  WorkingGroupRegistered: 'workstreamId',
  BodyRegistered: 'workstreamId',
  CallOpened: 'workstreamIds',
  FactReattributed: 'owners',
  PaperBegun: 'workstreamIds',
  FigurePublished: 'workstreamIds',
  CycleRegistered: 'workstreamId',
  MilestoneSet: 'milestoneId',
  RoleTaken: 'personId',
  SeriesStarted: 'workstreamIds',
  MeetingScheduled: 'workstreamIds',
  MeetingLogged: 'workstreamIds',
  TookPart: 'participantIds',
  ReportBegun: 'workstreamId',
} satisfies Partial<Record<AnyFact['type'], string>>;

/** Which facts name workstreams that the rest of their stream is not about: they stand on the timelines of these, too. */
const mentions = {
  MilestoneSet: 'forWorkstreams',
  MilestoneMet: 'metBy',
  CoalitionSucceeded: 'succeededBy',
  WorkstreamMerged: 'into',
  DecisionRecorded: 'about',
} satisfies Partial<Record<AnyFact['type'], string>>;

const projections = [
  workstreamDirectory,
  callRegister,
  seriesRegister,
  meetingRegister,
  paperRegister,
  figureRegister,
  people,
  reportRegister,
] as unknown as readonly Projection[];

/** All that is kept ready to be read. */
export const readModels: ReadModels = { projections, subjects, mentions };

/** All that can be asked. */
export const queryCases: readonly QueryCase[] = [
  answering(GetWorkstreams, getWorkstreams, 'WorkstreamList', 'workstreams'),
  answering(GetWorkstream, getWorkstream, 'WorkstreamView'),
  answering(GetBoard, getBoard, 'Board', 'rows'),
  answering(GetTimeline, getTimeline, 'Timeline', 'entries'),
  answering(GetDrawing, getDrawing, 'Drawing'),
  answering(GetCycleDrawing, getCycleDrawing, 'Drawing'),
  answering(GetCalls, getCalls, 'CallList', 'calls'),
  answering(GetCall, getCall, 'CallView'),
  answering(GetPapers, getPapers, 'PaperList', 'papers'),
  answering(GetPaper, getPaper, 'PaperView'),
  answering(GetCounts, getCounts, 'CountList'),
  answering(GetChecklist, getChecklist, 'Checklist', 'items'),
  answering(GetWorkstreamChecklist, getWorkstreamChecklist, 'Checklist', 'items'),
  answering(GetCount, getCount, 'CountOfRecord'),
  answering(GetFigures, getFigures, 'FigureList', 'groups'),
  answering(GetFigure, getFigure, 'FigureBesideOthers'),
  answering(GetCalendar, getCalendar, 'Calendar'),
  answering(GetCalendarFeed, getCalendarFeed, 'Calendar'),
  answering(GetMilestones, getMilestones, 'MilestoneList', 'milestones'),
  answering(GetRoles, getRoles, 'RoleList', 'roles'),
  answering(GetPeople, getPeople, 'PersonList', 'people'),
  answering(GetPerson, getPerson, 'PersonView'),
  answering(GetMeetings, getMeetings, 'MeetingList', 'meetings'),
  answering(GetMeeting, getMeeting, 'MeetingView'),
  answering(GetAllSeries, getAllSeries, 'SeriesList', 'series'),
  answering(GetSeries, getSeries, 'SeriesView'),
  answering(GetReports, getReports, 'ReportList'),
  answering(GetStatus, getStatus, 'StatusReport', 'verdicts'),
  answering(GetStatusRules, getStatusRules, 'StatusRuleList', 'rules'),
  answering(GetFacts, getFacts, 'FactPage', 'facts'),
  answering(Search, search, 'SearchResult'),
  answering(GetFact, getFact, 'FactHistory'),
  answering(GetFeed, getFeed, 'FactFeed'),
  answering(GetCorrectionsFeed, getCorrectionsFeed, 'FactFeed'),
  answering(GetKindFeed, getKindFeed, 'FactFeed'),
  answering(GetWorkstreamFeed, getWorkstreamFeed, 'WorkstreamFeed'),
  answering(GetFactState, getFactState, 'FactState'),
];

export * from './audit-log/fact-view.js';
export * from './audit-log/follow-facts.js';
export * from './audit-log/get-fact.js';
export * from './audit-log/get-facts.js';
export * from './calendar/calendar-entry.js';
export * from './calendar/get-calendar.js';
export * from './board/cell.js';
export * from './board/columns.js';
export * from './board/compare.js';
export * from './board/get-board.js';
export * from './call-register/counts.js';
export * from './call-register/get-calls.js';
export * from './feeds/fact-feed.js';
export { FEEDS } from './feeds/feed-of.js';
export * from './feeds/get-feeds.js';
export * from './drawing/draw.js';
export * from './drawing/get-drawing.js';
export type { Track } from './drawing/track.js';
export * from './kinds-of-facts.js';
export * from './checklist/duties.js';
export * from './checklist/duty.js';
export * from './checklist/get-checklist.js';
export { cycleOfWork, yearOfWork } from './checklist/year-of-work.js';
export * from './counts/contributions.js';
export * from './counts/count.js';
export * from './counts/counts.js';
export * from './counts/get-counts.js';
export * from './milestones/get-milestones.js';
export * from './names.js';
export * from './paper-register/get-papers.js';
export * from './paper-register/parts.js';
export * from './published-figures/computed-figures.js';
export * from './published-figures/figure-group.js';
export * from './published-figures/figure-register.js';
export * from './published-figures/get-figures.js';
export * from './people/get-people.js';
export * from './people/people.js';
export * from './report-register/get-reports.js';
export * from './report-register/report-register.js';
export * from './roles/get-roles.js';
export * from './roles/role-views.js';
export * from './meeting-register/get-meetings.js';
export * from './meeting-register/meeting-register.js';
export { SEARCH_KINDS, type SearchKind } from './search/found/found.js';
export * from './search/get-search.js';
export * from './search/matches.js';
export * from './sentences/dates.js';
export * from './sentences/index.js';
export * from './series-register/get-series.js';
export * from './series-register/series-register.js';
export * from './status/get-status.js';
export * from './status/get-status-rules.js';
export * from './timeline/get-timeline.js';
export * from './timeline/timeline.js';
export * from './workstream-directory/get-workstreams.js';
export * from './workstream-directory/workstream-directory.js';
