import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsSingleDate,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { isBefore } from './sittings.js';
import { assertNotCancelled, assertNotMerged, sittingOf } from './status.js';

/** A scheduled meeting took place. `effective` is when, whatever the plan said. */
export class HoldMeeting extends Command {
  @IsId() readonly meetingId!: string;
  /** The sitting that was held, where the meeting has several. */
  @Optional() @IsText(100) readonly sitting?: string;
  /** The last day of a meeting of several days; `effective` is the first. */
  @Optional() @IsSingleDate() readonly endsOn?: PartialDate;
}

export type MeetingHeld = Event<'MeetingHeld', Claim<HoldMeeting> & OfMeeting>;

export function assertEndsAfter(endsOn: PartialDate | undefined, effective: PartialDate): void {
  if (endsOn !== undefined && isBefore(endsOn, effective)) {
    throw new DomainError(`A meeting that was held on ${effective} cannot have ended on ${endsOn}.`);
  }
}

export const holdMeeting: Decide<HoldMeeting, Meeting, MeetingHeld> = (command, meeting) => {
  const sitting = sittingOf(meeting, command.sitting, command.effective);
  assertNotMerged(meeting);
  if (sitting.held) return [];
  assertNotCancelled(meeting, sitting);
  assertEndsAfter(command.endsOn, command.effective);
  return [{ type: 'MeetingHeld', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
