import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { type Claim, Command, type Decide, type Event, IsId, type PartialDate } from '#event-sourcing';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertHeld } from './status.js';

/** Workstreams took part in a meeting, as coalitions do in a joint session. Those on record already are not recorded anew. */
export class TakePart extends Command {
  @IsId() readonly meetingId!: string;
  /** The workstreams that took part. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(200) @ArrayUnique() @IsId({ each: true }) readonly participantIds!: readonly string[];
}

export type TookPart = Event<'TookPart', Claim<TakePart> & OfMeeting>;

/** A workstream that took part. */
export type Participant = Readonly<{ workstreamId: string; effective: PartialDate; factId: string }>;

export const takePart: Decide<TakePart, Meeting, TookPart> = (command, meeting) => {
  assertHeld(meeting, undefined, command.effective);
  const known = new Set(meeting.participants.map(({ workstreamId }) => workstreamId));
  const participantIds = command.participantIds.filter((id) => !known.has(id));
  return participantIds.length === 0 ? [] : [{ type: 'TookPart', data: { ...ofMeeting(meeting), participantIds } }];
};
