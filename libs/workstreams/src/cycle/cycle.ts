import { IsInt, Max, Min } from 'class-validator';
import { type Claim, claimOf, type Decide, type Event, type Evolve } from '#event-sourcing';
import { registered } from '../workstream/names.js';
import { assertUnregistered, IsCycle, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';
import { annualMeeting, type AnnualMeetingDescribed } from './annual-meeting.js';
import { type MilestoneEvent, milestones } from './milestones.js';
import { type Preparation, preparationOf } from './preparation.js';

/** The preparation of one annual meeting, which is what ends it. Itself a workstream: it calls, meets and publishes. */
export type Cycle = Registered & Preparation & Readonly<{ kind: 'cycle'; number: number; cycle: number }>;

export type CycleRegistered = Event<'CycleRegistered', Claim<RegisterCycle>>;

export type CycleEvent = CycleRegistered | AnnualMeetingDescribed | MilestoneEvent;

export const cycle: Evolve<Workstream, CycleEvent> = {
  CycleRegistered: (before, fact) => ({
    ...registered(before, fact),
    ...preparationOf(before),
    kind: 'cycle',
    number: fact.data.number,
    cycle: fact.data.cycle,
  }),
  ...annualMeeting,
  ...milestones,
};

/** Puts the preparation of an annual meeting on record. */
export class RegisterCycle extends RegisterWorkstream {
  /** Which annual meeting it is: 1 was that of Athens in 2006. */
  @IsInt() @Min(1) @Max(100) readonly number!: number;
  /** The year of the annual meeting, by which the cycle is named. */
  @IsCycle() readonly cycle!: number;
}

export const registerCycle: Decide<RegisterCycle, Workstream, CycleRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  return [{ type: 'CycleRegistered', data: claimOf(command) }];
};
