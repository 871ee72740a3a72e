import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { Call, Meeting, MeetingSeries, Paper, Work, Workstream } from '#workstreams';
import { calls } from '../call-register/call-register.js';
import { meetings } from '../meeting-register/meeting-register.js';
import { papers } from '../paper-register/paper-register.js';
import { series } from '../series-register/series-register.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';

type Registered = Work['workstream'];

/** Things of several workstreams, each in the order of its stream. */
type Things = Readonly<{
  calls: readonly Call[];
  papers: readonly Paper[];
  meetings: readonly Meeting[];
  series: readonly MeetingSeries[];
  workstreams: readonly Registered[];
}>;

/** Things by the ids of those whose they are. */
function byOwner<T>(things: readonly T[], ownersOf: (thing: T) => Iterable<string>): (owner: string) => readonly T[] {
  const owned = new Map<string, T[]>();
  for (const thing of things) {
    for (const owner of ownersOf(thing)) {
      const others = owned.get(owner);
      if (others) others.push(thing);
      else owned.set(owner, [thing]);
    }
  }
  return (owner) => owned.get(owner) ?? [];
}

const ownersOf = ({ workstreamIds }: Readonly<{ workstreamIds: readonly string[] }>): readonly string[] => workstreamIds;

/** Those who held a meeting or took part in it, and those in whose series it stands. */
function attendersOf(all: readonly MeetingSeries[]): (meeting: Meeting) => ReadonlySet<string> {
  const ofSeries = new Map(all.map(({ seriesId, workstreamIds }) => [seriesId, workstreamIds]));
  return ({ workstreamIds, participants, seriesId }) =>
    new Set([
      ...workstreamIds,
      ...participants.map(({ workstreamId }) => workstreamId),
      ...(seriesId === null ? [] : (ofSeries.get(seriesId) ?? [])),
    ]);
}

const renewedBy = (forum: Registered): readonly string[] => (forum.kind === 'best-practice-forum' ? forum.renews : []);

/** How to find the work of any workstream among things. */
function worksAmong(things: Things): (workstream: Registered) => Work {
  const callsOf = byOwner(things.calls, ownersOf);
  const papersOf = byOwner(things.papers, ownersOf);
  const seriesOf = byOwner(things.series, ownersOf);
  const meetingsOf = byOwner(things.meetings, attendersOf(things.series));
  const renewalsOf = byOwner(things.workstreams, renewedBy);
  return (workstream) => ({
    workstream,
    calls: callsOf(workstream.workstreamId),
    papers: papersOf(workstream.workstreamId),
    meetings: meetingsOf(workstream.workstreamId),
    series: seriesOf(workstream.workstreamId),
    renewals: renewalsOf(workstream.workstreamId).map(({ registered }) => registered),
  });
}

const isRegistered = (row: Workstream): row is Registered => row.kind !== 'none';

const byId = (a: Meeting, b: Meeting): number => (a.meetingId < b.meetingId ? -1 : 1);

/** The meetings that a workstream held or took part in, and the others of its series. */
function meetingsOf(workstreamId: string, own: readonly MeetingSeries[], tables: Tables, moment: Moment): readonly Meeting[] {
  const ofSeries = own.flatMap(({ seriesId }) => meetings(tables).rows({ series_id: seriesId }, moment));
  const all = new Map([...meetings(tables).about(workstreamId, moment), ...ofSeries].map((meeting) => [meeting.meetingId, meeting]));
  return [...all.values()].toSorted(byId);
}

/** A workstream as of a moment with what belongs to it at that moment: what rules of status look at. */
export function gathered(workstream: Registered, tables: Tables, moment: Moment): Work {
  const { workstreamId, kind } = workstream;
  const forums = kind === 'best-practice-forum' ? workstreams(tables).rows({ kind }, moment) : [];
  const about = series(tables).about(workstreamId, moment);
  const own = about.filter((each) => each.workstreamIds.includes(workstreamId));
  return worksAmong({
    calls: calls(tables).about(workstreamId, moment),
    papers: papers(tables).about(workstreamId, moment),
    meetings: meetingsOf(workstreamId, own, tables, moment),
    series: own,
    workstreams: forums.filter(isRegistered),
  })(workstream);
}

/** All workstreams as of a moment, each with what belongs to it. */
export function gatheredAll(tables: Tables, moment: Moment): readonly Work[] {
  const registered = workstreams(tables).rows({}, moment).filter(isRegistered);
  const workOf = worksAmong({
    calls: calls(tables).rows({}, moment),
    papers: papers(tables).rows({}, moment),
    meetings: meetings(tables).rows({}, moment),
    series: series(tables).rows({}, moment),
    workstreams: registered,
  });
  return registered.map(workOf);
}
