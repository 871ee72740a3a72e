import { ApproveWorkstream, DeclineWorkstream, ProposeWorkstream } from '#workstreams';
import type { Day } from './days.js';
import type { Desk } from './desk.js';
import type { Known } from './world.js';

/** What comes before the MAG. `cycle` is left out of what has one of its own. */
export type Matter = Readonly<{ workstreamId: string; title: string; cycle?: number; from: Day }>;

/** The last meeting of the MAG that was on record by the desk's day. */
function lastMagMeeting({ world, day }: Desk): Known | undefined {
  return world.magMeetings.findLast(({ since }) => since <= day);
}

function decided(desk: Desk, { workstreamId, cycle }: Matter) {
  const meeting = lastMagMeeting(desk);
  const about = { workstreamId, ...(cycle !== undefined && { cycle }), page: desk.page('decision') };
  return meeting && desk.luck.some(0.7) ? { ...about, meetingId: meeting.id } : { ...about, decidedIn: 'MAG virtual meeting' };
}

/** Whether the MAG approved it in the end: some proposals are declined, and some of those come back and pass with changes. */
export function* approved(desk: Desk, matter: Matter): Generator<number, boolean> {
  const { luck } = desk;
  const { workstreamId, title, cycle, from } = matter;
  const proposal = { workstreamId, title, proposedBy: 'two members of the MAG', ...(cycle !== undefined && { cycle }) };
  yield* desk.on(from);
  desk.do(ProposeWorkstream, proposal);
  yield* desk.on(from + luck.between(14, 40));
  if (luck.some(0.14)) {
    desk.do(DeclineWorkstream, { ...decided(desk, matter), reason: 'There are too many proposals for the money.' });
    if (luck.some(0.5)) return false;
    yield* desk.on(desk.day + luck.between(7, 25));
    desk.do(ProposeWorkstream, { ...proposal, page: desk.page('proposal') });
    yield* desk.on(desk.day + luck.between(7, 20));
  }
  desk.do(ApproveWorkstream, { ...decided(desk, matter), ...(luck.some(0.15) && { changes: 'A narrower scope.' }) });
  return true;
}
