import type { WorkEvent } from '#workstreams';
import { answering, type Projection, type QueryCase, type ReadModels } from '#event-sourcing/projections';
import { GetFact, getFact, GetFacts, getFacts } from './audit-log/get-facts.js';
import { callRegister } from './call-register/call-register.js';
import { GetCall, getCall, GetCalls, getCalls } from './call-register/get-calls.js';
import { GetMeeting, getMeeting, GetMeetings, getMeetings } from './meeting-register/get-meetings.js';
import { meetingRegister } from './meeting-register/meeting-register.js';
import { GetAllSeries, getAllSeries, GetSeries, getSeries } from './series-register/get-series.js';
import { seriesRegister } from './series-register/series-register.js';
import { GetTimeline, getTimeline } from './timeline/get-timeline.js';
import { GetWorkstream, getWorkstream, GetWorkstreams, getWorkstreams } from './workstream-directory/get-workstreams.js';

import { workstreamDirectory } from './workstream-directory/workstream-directory.js';

/** Which facts say to which workstreams their stream belongs. */
const subjects = {
  BestPracticeForumRegistered: 'workstreamId',
  DynamicCoalitionRegistered: 'workstreamId',
  CenbPhaseRegistered: 'workstreamId',
  IgfInitiativeRegistered: 'workstreamId',
  PolicyNetworkRegistered: 'workstreamId',
  CallOpened: 'workstreamIds',
  SeriesStarted: 'workstreamIds',
  MeetingScheduled: 'workstreamIds',
  MeetingLogged: 'workstreamIds',
  TookPart: 'participantIds',
} satisfies Partial<Record<WorkEvent['type'], string>>;

const projections = [workstreamDirectory, callRegister, meetingRegister, seriesRegister] as unknown as readonly Projection[];

/** All that is kept ready to be read. */
export const readModels: ReadModels = { projections, subjects };

/** All that can be asked. */
export const queryCases: readonly QueryCase[] = [
  answering(GetWorkstreams, getWorkstreams, 'WorkstreamList'),
  answering(GetWorkstream, getWorkstream, 'WorkstreamView'),
  answering(GetTimeline, getTimeline, 'Timeline'),
  answering(GetCalls, getCalls, 'CallList'),
  answering(GetCall, getCall, 'CallView'),
  answering(GetMeetings, getMeetings, 'MeetingList'),
  answering(GetMeeting, getMeeting, 'MeetingView'),
  answering(GetAllSeries, getAllSeries, 'SeriesList'),
  answering(GetSeries, getSeries, 'SeriesView'),
  answering(GetFacts, getFacts, 'FactPage'),
  answering(GetFact, getFact, 'FactHistory'),
];

export * from './audit-log/get-facts.js';
export * from './call-register/counts.js';
export * from './call-register/get-calls.js';
export * from './meeting-register/get-meetings.js';
export * from './meeting-register/meeting-register.js';
export * from './names.js';
export * from './series-register/get-series.js';
export * from './series-register/series-register.js';
export * from './timeline/get-timeline.js';
export * from './timeline/timeline.js';
export * from './workstream-directory/get-workstreams.js';
export * from './workstream-directory/workstream-directory.js';
