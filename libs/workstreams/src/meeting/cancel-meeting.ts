import { type Claim, claimOf, Command, type Decide, DomainError, type Event, IsId, IsText, Optional } from '#event-sourcing';
import { assertBegun } from './begin-meeting.js';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertNotHeld, assertNotMerged, heldSittings, isCancelled, sittingOf } from './status.js';

/** Calls a meeting off, or one of its sittings. What is only put off is moved. */
export class CancelMeeting extends Command {
  @IsId() readonly meetingId!: string;
  /** The sitting that is called off; the whole meeting when left out. */
  @Optional() @IsText(100) readonly sitting?: string;
}

export type MeetingCancelled = Event<'MeetingCancelled', Claim<CancelMeeting> & OfMeeting>;

/** Whether what a command calls off is called off already. */
function isCalledOff(command: CancelMeeting, meeting: Meeting, effective: string): boolean {
  if (command.sitting === undefined) return isCancelled(meeting);
  const sitting = sittingOf(meeting, command.sitting, effective);
  assertNotHeld(sitting);
  return sitting.cancelled !== null || meeting.cancelled !== null;
}

export const cancelMeeting: Decide<CancelMeeting, Meeting, MeetingCancelled> = (command, meeting) => {
  assertBegun(meeting, command.effective);
  assertNotMerged(meeting);
  const [held] = heldSittings(meeting);
  if (held && command.sitting === undefined) {
    throw new DomainError(`The meeting was held on ${held.held!.on}. Sittings that were not held are cancelled one by one.`);
  }
  if (isCalledOff(command, meeting, command.effective)) return [];
  return [{ type: 'MeetingCancelled', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
