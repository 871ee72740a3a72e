import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId } from '#event-sourcing';
import { assertBegun } from './begin-meeting.js';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { heldSittings } from './status.js';

/** Holds a planned meeting together with another one, as sessions were merged at the Secretariat's request. */
export class MergeMeeting extends Command {
  @IsId() readonly meetingId!: string;
  /** The meeting that is held for both. */
  @IsId() readonly intoMeetingId!: string;
}

export type MeetingMerged = Event<'MeetingMerged', Claim<MergeMeeting> & OfMeeting>;

/** What was merged itself takes nothing in. */
export const mergedItself = ({ merged }: Meeting): string | undefined =>
  merged ? `was itself merged into another meeting on ${merged.effective}` : undefined;

export const mergeMeeting: Decide<MergeMeeting, Meeting, MeetingMerged> = (command, meeting) => {
  const { meetingId, intoMeetingId, effective } = command;
  assertBegun(meeting, effective);
  if (intoMeetingId === meetingId) throw new DomainError('A meeting is merged into another one than itself.');
  if (meeting.merged?.intoMeetingId === intoMeetingId) return [];
  if (meeting.merged) throw new DomainError(`The meeting was merged into another one on ${meeting.merged.effective}.`);
  const [held] = heldSittings(meeting);
  if (held) throw new DomainError(`The meeting was held on ${held.held!.on}, by itself.`);
  return [{ type: 'MeetingMerged', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
