import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
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
} from '#event-sourcing';
import { assertNotBegun, assertOneEach, BeginMeeting } from './begin-meeting.js';
import type { Meeting } from './meeting.js';
import { isBefore } from './sittings.js';

/** One of the occasions on which an agenda is to be met on. */
export class PlannedSitting {
  @IsText(100) readonly label!: string;
  @IsSingleDate() readonly scheduledFor!: PartialDate;
  @Optional() @IsWebAddress() readonly link?: string;
}

/** Announces a meeting. `effective` is when it was announced. */
export class ScheduleMeeting extends BeginMeeting {
  /** Left out where the sittings have dates of their own. */
  @Optional() @IsSingleDate() readonly scheduledFor?: PartialDate;
  /** In minutes. */
  @Optional() @IsInt() @Min(1) @Max(10_000) readonly duration?: number;
  /** Where one agenda is met on several times, for time zones. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => PlannedSitting)
  readonly sittings?: readonly PlannedSitting[];
}

export type MeetingScheduled = Event<'MeetingScheduled', Claim<ScheduleMeeting>>;

function assertPlanned({ scheduledFor, sittings, effective }: Dated<ScheduleMeeting>): void {
  if ((scheduledFor === undefined) === (sittings === undefined)) {
    throw new DomainError('A meeting is scheduled for a date, or its sittings are, each for one of its own.');
  }
  assertOneEach(sittings?.map(({ label }) => label) ?? []);
  for (const date of [scheduledFor, ...(sittings ?? []).map((sitting) => sitting.scheduledFor)]) {
    if (date !== undefined) assertAhead(date, effective);
  }
}

export function assertAhead(scheduledFor: PartialDate, effective: PartialDate): void {
  if (isBefore(scheduledFor, effective)) throw new DomainError(`What is announced on ${effective} cannot be planned for ${scheduledFor}.`);
}

export const scheduleMeeting: Decide<ScheduleMeeting, Meeting, MeetingScheduled> = (command, meeting) => {
  assertNotBegun(meeting);
  assertPlanned(command);
  return [{ type: 'MeetingScheduled', data: claimOf(command) }];
};
