import { IsBoolean } from 'class-validator';
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
import { saysNothingNew, surelyBefore } from '../workstream/occasion.js';
import type { Step } from '../step.js';
import { IsCycle } from '../workstream/register-workstream.js';
import type { Workstream } from '../workstream/workstream.js';
import { initiativeBy } from './initiative-life.js';

/** A date is announced for the meeting of a year. Announcing another date moves it. */
export class ScheduleAnnualMeeting extends Command {
  @IsId() readonly workstreamId!: string;
  /** The year whose meeting it is. */
  @IsCycle() readonly year!: number;
  /** Its first day, or its month. */
  @IsSingleDate() readonly scheduledFor!: PartialDate;
  @Optional() @IsText(200) readonly place?: string;
  /** The source calls the date tentative. */
  @Optional() @IsBoolean() readonly tentative?: boolean;
}

export type AnnualMeetingScheduled = Event<'AnnualMeetingScheduled', Claim<ScheduleAnnualMeeting>>;

/** A plan for the meeting of a year. The latest of a year holds. */
export type AnnualMeetingPlan = Step & Readonly<{ year: number; scheduledFor: PartialDate; place?: string; tentative?: boolean }>;

export const scheduleAnnualMeeting: Decide<ScheduleAnnualMeeting, Workstream, AnnualMeetingScheduled> = (command, workstream) => {
  const { effective, year, scheduledFor } = command;
  const { meetingsScheduled, meetingsHeld } = initiativeBy(effective, workstream);
  const held = meetingsHeld.find((meeting) => meeting.year === year && surelyBefore(meeting.effective, effective));
  if (held) throw new DomainError(`The meeting of ${year} is recorded as held on ${held.effective}.`);
  if (surelyBefore(scheduledFor, effective))
    throw new DomainError(`What was announced on ${effective} cannot be planned for ${scheduledFor}.`);
  const plan = meetingsScheduled.findLast((each) => each.year === year);
  // No word of "tentative" makes firm what was so: that is new.
  const isKnown = plan && saysNothingNew(command, plan) && (plan.tentative ?? false) === (command.tentative ?? false);
  return isKnown ? [] : [{ type: 'AnnualMeetingScheduled', data: claimOf(command) }];
};
