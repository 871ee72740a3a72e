import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import {
  type Claim,
  claimOf,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  IsSingleDate,
  IsText,
  IsWebAddress,
  Optional,
  type PartialDate,
  period,
} from '#event-sourcing';
import { assertNotBegun, assertOneEach, BeginMeeting } from './begin-meeting.js';
import { assertEndsAfter } from './hold-meeting.js';
import type { Meeting } from './meeting.js';

/** One of the occasions on which an agenda was met on. */
export class HeldSitting {
  @IsText(100) readonly label!: string;
  @IsSingleDate() readonly heldOn!: PartialDate;
  @Optional() @IsWebAddress() readonly link?: string;
}

/**
 * Puts a meeting on record that nobody had entered before it was held. `effective` is the day on which it was held: the
 * last day where it had several sittings, since only then all of them had been.
 */
export class LogMeeting extends BeginMeeting {
  /** Where one agenda was met on several times, for time zones. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => HeldSitting)
  readonly sittings?: readonly HeldSitting[];
  /** The last day of a meeting of several days; `effective` is the first. */
  @Optional() @IsSingleDate() readonly endsOn?: PartialDate;
}

export type MeetingLogged = Event<'MeetingLogged', Claim<LogMeeting>>;

function assertOver({ sittings = [], endsOn, effective }: Dated<LogMeeting>): void {
  assertOneEach(sittings.map(({ label }) => label));
  const later = sittings.find(({ heldOn }) => period(heldOn).first >= period(effective).end);
  if (later) throw new DomainError(`On ${effective} the sitting ${later.label} of ${later.heldOn} had not been held. Log the last day.`);
  if (endsOn !== undefined && sittings.length > 0) throw new DomainError('Sittings have days of their own: leave endsOn out.');
  assertEndsAfter(endsOn, effective);
}

export const logMeeting: Decide<LogMeeting, Meeting, MeetingLogged> = (command, meeting) => {
  assertNotBegun(meeting);
  assertOver(command);
  return [{ type: 'MeetingLogged', data: claimOf(command) }];
};
