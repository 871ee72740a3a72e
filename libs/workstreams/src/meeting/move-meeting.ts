import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  type Event,
  IsId,
  IsSingleDate,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertAhead } from './schedule-meeting.js';
import { assertNotCancelled, assertNotHeld, assertNotMerged, sittingOf } from './status.js';

/** Plans a meeting for another date. `effective` is when that was announced. */
export class MoveMeeting extends Command {
  @IsId() readonly meetingId!: string;
  /** The sitting that moves, where the meeting has several. */
  @Optional() @IsText(100) readonly sitting?: string;
  @IsSingleDate() readonly to!: PartialDate;
}

/** `from` is the date planned until then, as was known when this was recorded; null when there was none. */
export type MeetingMoved = Event<'MeetingMoved', Claim<MoveMeeting> & OfMeeting & { from: PartialDate | null }>;

export const moveMeeting: Decide<MoveMeeting, Meeting, MeetingMoved> = (command, meeting) => {
  const sitting = sittingOf(meeting, command.sitting, command.effective);
  assertNotMerged(meeting);
  assertNotHeld(sitting);
  assertNotCancelled(meeting, sitting);
  if (sitting.scheduledFor === command.to) return [];
  assertAhead(command.to, command.effective);
  return [{ type: 'MeetingMoved', data: { ...ofMeeting(meeting), ...claimOf(command), from: sitting.scheduledFor } }];
};
