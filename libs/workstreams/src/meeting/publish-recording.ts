import { IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  type Event,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertHeld } from './status.js';

export const RECORDING_KINDS = ['recording', 'transcript'] as const;
export type RecordingKind = (typeof RECORDING_KINDS)[number];

/** Puts sound, pictures or a transcript of a meeting on a page. */
export class PublishRecording extends Command {
  @IsId() readonly meetingId!: string;
  /** The sitting that it is of; the whole meeting when left out. */
  @Optional() @IsText(100) readonly sitting?: string;
  @IsWebAddress() readonly page!: string;
  @IsIn(RECORDING_KINDS) readonly kind!: RecordingKind;
}

export type RecordingPublished = Event<'RecordingPublished', Claim<PublishRecording> & OfMeeting>;

/** A recording as it was published. */
export type MeetingRecording = Readonly<{
  /** Null for the whole meeting. */
  sitting: string | null;
  page: string;
  kind: RecordingKind;
  effective: PartialDate;
  factId: string;
}>;

export const publishRecording: Decide<PublishRecording, Meeting, RecordingPublished> = (command, meeting) => {
  assertHeld(meeting, command.sitting, command.effective);
  if (meeting.recordings.some(({ page, kind }) => page === command.page && kind === command.kind)) return [];
  return [{ type: 'RecordingPublished', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
