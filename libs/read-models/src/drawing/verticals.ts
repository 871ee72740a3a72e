import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type Meeting, nameOf, sittingDate } from '#workstreams';
import { meetings } from '../meeting-register/meeting-register.js';
import { type RegisteredRow } from '../milestones/milestone-views.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import { type Extent, factIdsOf, whenOf } from './when.js';

/** A vertical line over all tracks: an annual meeting, or a meeting of a body such as the MAG. */
export type DrawnVertical = Extent &
  Readonly<{
    what: 'annual meeting' | 'meeting of a body';
    name: string;
    /** The cycle, or the body. */
    workstreamId: string;
    meetingId: string | null;
    factIds: readonly string[];
  }>;

type Cycle = Extract<RegisteredRow, { kind: 'cycle' }>;

/** By when it was said last to start and to end. */
function annualMeeting(cycle: Cycle): readonly DrawnVertical[] {
  const { startsOn, endsOn } = cycle.annualMeeting;
  const first = startsOn ?? endsOn;
  if (first === null) return [];
  const said = (field: 'startsOn' | 'endsOn') => cycle.descriptions.findLast((each) => each[field] !== null);
  return [
    {
      what: 'annual meeting',
      name: nameOf(cycle),
      workstreamId: cycle.workstreamId,
      meetingId: null,
      from: whenOf(first),
      to: whenOf(endsOn ?? first),
      factIds: factIdsOf(said('startsOn'), said('endsOn')),
    },
  ];
}

const ofBody = (meeting: Meeting, workstreamId: string): readonly DrawnVertical[] =>
  meeting.sittings.flatMap((sitting) => {
    const date = sittingDate(sitting);
    if (date === null || sitting.cancelled || meeting.cancelled || meeting.merged) return [];
    return [
      {
        what: 'meeting of a body' as const,
        name: meeting.title,
        workstreamId,
        meetingId: meeting.meetingId,
        from: whenOf(date),
        to: whenOf(sitting.held?.endsOn ?? date),
        factIds: factIdsOf(meeting.begun, ...sitting.moves, sitting.held),
      },
    ];
  });

/** The meetings that all work turns on, as they were planned or held. */
export function verticalsOf(cycles: readonly Cycle[], tables: Tables, moment: Moment): readonly DrawnVertical[] {
  const bodies = workstreams(tables).rows({ kind: 'body' }, moment);
  const held = bodies.flatMap((body) =>
    body.kind === 'body'
      ? meetings(tables)
          .about(body.workstreamId, moment)
          .filter(({ workstreamIds }) => workstreamIds.includes(body.workstreamId))
          .flatMap((meeting) => ofBody(meeting, body.workstreamId))
      : [],
  );
  // A meeting of two bodies is one line.
  const once = new Map(held.map((each) => [`${each.meetingId} ${each.from.date}`, each]));
  return [...cycles.flatMap(annualMeeting), ...once.values()].toSorted((a, b) => (a.from.from ?? '').localeCompare(b.from.from ?? ''));
}
