import { firstDay, isCorrection, type Moment, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { RegisteredRow } from '../milestones/milestone-views.js';
import { personAt } from '../people/people.js';
import { gathered } from '../status/gather.js';
import type { Axis } from '../timeline/get-timeline.js';
import { readPlaces, storyOf } from '../timeline/story.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { callsLane, type DrawnCall } from './calls.js';
import { contributionsLane, type DrawnContributions } from './contributions.js';
import { lateLane, type LateEntry } from './late.js';
import { type DrawnMeeting, meetingsLane } from './meetings.js';
import { type DrawnMilestone, milestonesLane } from './milestones.js';
import { type DrawnPaper, papersLane } from './papers.js';
import { type DrawnRole, rolesLane } from './roles.js';
import type { StandingFacts } from './standing-facts.js';
import { dayOfInstant, type DrawnStatus, statusLane } from './status.js';
import { type Dating, type Extent, overlaps } from './when.js';
import { workOverTime } from './work-over-time.js';

/** One workstream on the axis, lane by lane. What does not lie within the asked-for dates is left out. */
export type Track = Readonly<{
  workstream: NamedWorkstream;
  calls: readonly DrawnCall[];
  contributions: DrawnContributions;
  meetings: readonly DrawnMeeting[];
  papers: readonly DrawnPaper[];
  milestones: readonly DrawnMilestone[];
  roles: readonly DrawnRole[];
  status: readonly DrawnStatus[];
  late: readonly LateEntry[];
}>;

type Cycle = Extract<RegisteredRow, { kind: 'cycle' }>;

/** What all tracks of a drawing share. */
export type Sheet = Readonly<{
  tables: Tables;
  moment: Moment;
  axis: Axis;
  /** What is shown, in milliseconds since 1970; infinite where nothing bounds it. */
  within: Readonly<{ first: number; end: number }>;
  isBounded: boolean;
  /** The instant (milliseconds since 1970) at which the drawing looks. */
  instant: number;
  cycles: readonly Cycle[];
  facts: StandingFacts;
  dating: Dating;
}>;

/** Everything of which the status of a workstream is made, as it was recorded. */
function materialOf(workstreamId: string, work: ReturnType<typeof gathered>, { tables, facts }: Sheet): Parameters<typeof workOverTime>[0] {
  const streams = [
    `workstream-${workstreamId}`,
    ...tables.auditLog().streamsAbout(workstreamId),
    ...work.meetings.map(({ meetingId }) => `meeting-${meetingId}`),
  ];
  const material = [...new Set(streams)].map((stream) => [stream, facts.recorded(stream)] as const);
  return { workstreamId, streams: new Map(material), renewals: work.renewals };
}

function statusOf(workstreamId: string, work: ReturnType<typeof gathered>, sheet: Sheet): readonly DrawnStatus[] {
  const { within, instant, axis, moment } = sheet;
  const { workOn, days } = workOverTime(materialOf(workstreamId, work, sheet), { axis, moment });
  const [earliest] = days;
  if (earliest === undefined) return [];
  const first = Math.max(earliest, Number.isFinite(within.first) ? firstDay({ first: within.first, end: within.first + 1 }) : earliest);
  return statusLane(workOn, days, { first, last: dayOfInstant(Math.min(within.end, instant)) });
}

function lateOf(workstreamId: string, { tables, moment, axis, within }: Sheet): readonly LateEntry[] {
  const { places } = storyOf(workstreamId, moment, tables);
  const facts = readPlaces(places, tables.auditLog()).filter((fact) => !isCorrection(fact));
  return lateLane(
    facts.filter(({ effective, recordedAt }) => {
      const { first, end } = axis === 'recorded' ? { first: recordedAt, end: recordedAt + 1 } : period(effective);
      return first < within.end && end > within.first;
    }),
  );
}

/** One track: a workstream as it stood at the moment, with all that led there. */
export function trackOf(workstream: RegisteredRow, sheet: Sheet): Track {
  const { workstreamId } = workstream;
  const { tables, moment, dating, within, instant, isBounded } = sheet;
  const work = gathered(workstream, tables, moment);
  const isShown = (extent: Extent): boolean => overlaps(extent, within);
  const isSittingShown = ({ when, until }: DrawnMeeting): boolean => (when ? isShown({ from: when, to: until ?? when }) : !isBounded);
  return {
    workstream: named(tables, workstreamId, moment),
    calls: callsLane(work.calls, work.papers, dating).filter(isShown),
    contributions: contributionsLane(work.calls, dating, (when) => isShown({ from: when, to: when })),
    meetings: meetingsLane(work.meetings, { workstreamId, dating }).filter(isSittingShown),
    papers: papersLane(work.papers, dating).filter(isShown),
    milestones: milestonesLane(sheet.cycles, { of: workstream, dating, instant }).filter(isShown),
    roles: rolesLane(workstream.roles, dating, (personId) => personAt(tables, personId, moment).name).filter(isShown),
    status: statusOf(workstreamId, work, sheet),
    late: lateOf(workstreamId, sheet),
  };
}
