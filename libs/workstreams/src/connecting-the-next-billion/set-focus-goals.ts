import { ArrayMinSize } from 'class-validator';
import { type Claim, claimOf, Command, type Decide, type Event, type Evolve, IsId } from '#event-sourcing';
import { assertNotDeclined } from '../mag-decision/matter.js';
import { assertGoesOn } from '../stage/close-workstream.js';
import { type Step, stepOf } from '../step.js';
import { assertKind } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';
import { AreGoals } from './goals.js';

/** The goals that a phase looked at, each time that they were set, the first time first. */
export type Focused = Readonly<{ focusGoals: readonly (Step & Readonly<{ focusSdgs: readonly number[] }>)[] }>;

/** Says on which Sustainable Development Goals a phase looks from now on: they may be other ones than were announced. */
export class SetFocusGoals extends Command {
  @IsId() readonly workstreamId!: string;
  /** Numbers of the Sustainable Development Goals. */
  @AreGoals() @ArrayMinSize(1) readonly focusSdgs!: readonly number[];
}

export type FocusGoalsSet = Event<'FocusGoalsSet', Claim<SetFocusGoals>>;

export const notFocused: Focused = { focusGoals: [] };

/** The goals in focus; none where none were named. */
export const goalsOf = ({ focusGoals }: Focused): readonly number[] => focusGoals.at(-1)?.focusSdgs ?? [];

export const focusing: Evolve<Workstream, FocusGoalsSet> = {
  FocusGoalsSet: (workstream, fact) => {
    if (!('focusGoals' in workstream)) return workstream;
    const { focusSdgs } = fact.data;
    const focusGoals = [...workstream.focusGoals, { ...stepOf(fact), focusSdgs }];
    return workstream.kind === 'none' ? { ...workstream, focusGoals } : { ...workstream, focusGoals, focusSdgs };
  },
};

const sameGoals = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((goal) => b.includes(goal));

export const setFocusGoals: Decide<SetFocusGoals, Workstream, FocusGoalsSet> = (command, workstream) => {
  const { effective, focusSdgs } = command;
  assertKind(workstream, effective, ['cenb-phase'], 'What looks at Sustainable Development Goals is');
  assertGoesOn(workstream, effective);
  assertNotDeclined(workstream, workstream.cycle, effective);
  return sameGoals(focusSdgs, workstream.focusSdgs) ? [] : [{ type: 'FocusGoalsSet', data: claimOf(command) }];
};
