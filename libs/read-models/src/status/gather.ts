import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { Meeting, MeetingSeries, Work } from '#workstreams';
import { calls } from '../call-register/call-register.js';
import { meetings } from '../meeting-register/meeting-register.js';
import { papers } from '../paper-register/paper-register.js';
import { series } from '../series-register/series-register.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';

type OfWorkstreams = Readonly<{ workstreamIds: readonly string[] }>;

/** The registrations of the forums that renew a workstream. */
function renewalsOf({ workstreamId, kind }: Work['workstream'], tables: Tables, moment: Moment): Work['renewals'] {
  if (kind !== 'best-practice-forum') return [];
  const forums = workstreams(tables).rows({ kind }, moment);
  return forums.flatMap((row) => (row.kind === kind && row.renews.includes(workstreamId) ? [row.registered] : []));
}

/** The meetings that a workstream held or took part in, and the others of its series. */
function meetingsOf(workstreamId: string, own: readonly MeetingSeries[], tables: Tables, moment: Moment): readonly Meeting[] {
  const about = meetings(tables).about(workstreamId, moment);
  const known = new Set(about.map(({ meetingId }) => meetingId));
  const ofSeries = own.flatMap(({ seriesId }) => meetings(tables).rows({ series_id: seriesId }, moment));
  return [...about, ...ofSeries.filter(({ meetingId }) => !known.has(meetingId))];
}

/** A workstream as of a moment with what belongs to it at that moment: what rules of status look at. */
export function gathered(workstream: Work['workstream'], tables: Tables, moment: Moment): Work {
  const { workstreamId } = workstream;
  const isOwn = ({ workstreamIds }: OfWorkstreams): boolean => workstreamIds.includes(workstreamId);
  const own = series(tables).about(workstreamId, moment).filter(isOwn);
  return {
    workstream,
    calls: calls(tables).about(workstreamId, moment).filter(isOwn),
    papers: papers(tables).about(workstreamId, moment).filter(isOwn),
    meetings: meetingsOf(workstreamId, own, tables, moment),
    series: own,
    renewals: renewalsOf(workstream, tables, moment),
  };
}
