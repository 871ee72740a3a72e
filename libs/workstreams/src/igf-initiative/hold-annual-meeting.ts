import { IsBoolean } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
} from '#event-sourcing';
import { assertBegun, saysNothingNew, surelyBefore } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

/** The initiative holds its meeting of a year. `effective` is its first day; where only the year is known, the year. */
export class HoldAnnualMeeting extends Command {
  @IsId() readonly workstreamId!: string;
  /** The year whose meeting it is. */
  @IsCycle() readonly year!: number;
  /** The number of the meeting as printed, such as 8 or fourth. */
  @Optional() @IsText(100) readonly edition?: string;
  @Optional() @IsText(200) readonly place?: string;
  @Optional() @IsWebAddress() readonly page?: string;
  /** The source says that it was the first. */
  @Optional() @IsBoolean() readonly first?: boolean;
}

export type AnnualMeetingHeld = Event<'AnnualMeetingHeld', Claim<HoldAnnualMeeting>>;

/** What one fact says of a meeting that was held. Several may tell of the meeting of one year. */
export type InitiativeMeeting = Step & Readonly<{ year: number; edition?: string; place?: string; page?: string; first?: boolean }>;

/** @throws DomainError when another meeting surely came first */
function assertFirst(held: readonly InitiativeMeeting[], { year }: HoldAnnualMeeting): void {
  const earlier = held.find((meeting) => meeting.year < year);
  if (earlier) throw new DomainError(`The meeting of ${year} cannot be the first: that of ${earlier.year} is on record.`);
  const other = held.find((meeting) => meeting.first && meeting.year !== year);
  if (other) throw new DomainError(`The meeting of ${other.year} is recorded as the first.`);
}

/** A year has one meeting: what differs surely in its date is a mistake in one of the two. */
function assertSameDate(known: readonly InitiativeMeeting[], { year, effective }: Dated<HoldAnnualMeeting>): void {
  const other = known.find((meeting) => surelyBefore(meeting.effective, effective));
  if (!other) return;
  throw new DomainError(`The meeting of ${year} is recorded as held on ${other.effective}. If that is wrong, amend the fact that says so.`);
}

export const holdAnnualMeeting: Decide<HoldAnnualMeeting, Workstream, AnnualMeetingHeld> = (command, workstream) => {
  const { effective, year, first } = command;
  const { meetingsHeld } = initiativeBy(effective, workstream);
  assertBegun(year, effective, 'No meeting can have been held for');
  const known = meetingsHeld.filter((meeting) => meeting.year === year);
  assertSameDate(known, command);
  if (first) assertFirst(meetingsHeld, command);
  return known.some((meeting) => saysNothingNew(command, meeting)) ? [] : [{ type: 'AnnualMeetingHeld', data: claimOf(command) }];
};
