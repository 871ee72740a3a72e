import { IsIn } from 'class-validator';
import { type Claim, claimOf, type Decide, DomainError, type Event, type Evolve, Optional } from '#event-sourcing';
import { decisionsBefore, type MagDecisions } from '../mag-decision/mag-decisions.js';
import { type Closable, closingBefore } from '../stage/close-workstream.js';
import { type Presentable, presentationsBefore } from '../stage/present-workstream.js';
import { stepOf } from '../step.js';
import { registered } from '../workstream/names.js';
import { assertUnregistered, IsCycle, RegisterWorkstream } from '../workstream/register-workstream.js';
import type { Registered, Workstream } from '../workstream/workstream.js';
import { type Framed, frameworkBefore } from './adopt-framework.js';
import { AreGoals } from './goals.js';
import { type Focused, goalsOf } from './set-focus-goals.js';

/** Phases of Connecting and Enabling the Next Billion(s): one a year, 2015 to 2018 (`DOMAIN.md`, Connecting the Next Billion). */
export const CENB_PHASES = ['I', 'II', 'III', 'IV'] as const;

const FIRST_CYCLE = 2015;

/** `focusSdgs` are the goals in focus, of those that were set one after the other. */
export type CenbPhase = Registered &
  MagDecisions &
  Framed &
  Focused &
  Presentable &
  Closable &
  Readonly<{ kind: 'cenb-phase'; phase: (typeof CENB_PHASES)[number]; cycle: number; focusSdgs: readonly number[] }>;

export type CenbPhaseRegistered = Event<'CenbPhaseRegistered', Claim<RegisterCenbPhase>>;

export const cenbPhase: Evolve<Workstream, CenbPhaseRegistered> = {
  CenbPhaseRegistered: (before, fact) => {
    const { phase, cycle, focusSdgs } = fact.data;
    const focusGoals = [...(focusSdgs ? [{ ...stepOf(fact), focusSdgs }] : []), ...('focusGoals' in before ? before.focusGoals : [])];
    return {
      ...registered(before, fact),
      ...decisionsBefore(before),
      ...frameworkBefore(before),
      ...presentationsBefore(before),
      ...closingBefore(before),
      kind: 'cenb-phase',
      phase,
      cycle,
      focusGoals,
      focusSdgs: goalsOf({ focusGoals }),
    };
  },
};

/** Puts a phase of the Policy Options for Connecting and Enabling the Next Billion(s) on record. */
export class RegisterCenbPhase extends RegisterWorkstream {
  @IsIn(CENB_PHASES) readonly phase!: (typeof CENB_PHASES)[number];
  @IsCycle() readonly cycle!: number;
  /** Numbers of the Sustainable Development Goals that the phase looked at. */
  @Optional() @AreGoals() readonly focusSdgs?: readonly number[];
}

export const registerCenbPhase: Decide<RegisterCenbPhase, Workstream, CenbPhaseRegistered> = (command, workstream) => {
  assertUnregistered(workstream);
  const cycle = FIRST_CYCLE + CENB_PHASES.indexOf(command.phase);
  if (command.cycle !== cycle) throw new DomainError(`Phase ${command.phase} was the work of the ${cycle} cycle, not of ${command.cycle}.`);
  return [{ type: 'CenbPhaseRegistered', data: claimOf(command) }];
};
