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
  IsWebAddress,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { assertBegun } from './begin-meeting.js';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertAhead } from './schedule-meeting.js';
import type { Sitting } from './sittings.js';
import { assertNotMerged } from './status.js';

/** The same agenda is met on once more, as becomes known later. That it was held is a fact of its own. */
export class AddSitting extends Command {
  @IsId() readonly meetingId!: string;
  @IsText(100) readonly label!: string;
  /** Left out where no plan is known. */
  @Optional() @IsSingleDate() readonly scheduledFor?: PartialDate;
  @Optional() @IsWebAddress() readonly link?: string;
}

export type SittingAdded = Event<'SittingAdded', Claim<AddSitting> & OfMeeting>;

const saysNothingNew = ({ scheduledFor, link }: AddSitting, known: Sitting): boolean =>
  (scheduledFor ?? known.scheduledFor) === known.scheduledFor && (link ?? known.link) === known.link;

export const addSitting: Decide<AddSitting, Meeting, SittingAdded> = (command, meeting) => {
  const { label, scheduledFor, effective } = command;
  assertBegun(meeting, effective);
  assertNotMerged(meeting);
  if (meeting.cancelled) throw new DomainError(`The meeting was cancelled on ${meeting.cancelled.effective}.`);
  const known = meeting.sittings.find((sitting) => sitting.label === label);
  if (known && saysNothingNew(command, known)) return [];
  if (known) throw new DomainError(`The meeting has a sitting ${label} already, planned for ${known.scheduledFor ?? 'no date'}.`);
  if (scheduledFor !== undefined) assertAhead(scheduledFor, effective);
  return [{ type: 'SittingAdded', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
