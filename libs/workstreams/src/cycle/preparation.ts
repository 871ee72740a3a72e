import { DomainError, type PartialDate } from '#event-sourcing';
import { assertExists } from '../workstream/kinds.js';
import type { Workstream } from '../workstream/workstream.js';
import type { AnnualMeeting, AnnualMeetingDescription } from './annual-meeting.js';
import type { Cycle } from './cycle.js';
import type { Milestone } from './milestones.js';

/** What a cycle prepares, and by which plan. */
export type Preparation = Readonly<{
  /** What was said last, field by field. */
  annualMeeting: AnnualMeeting;
  /** Everything that was said of it, in order: two wordings of a theme are both kept. */
  descriptions: readonly AnnualMeetingDescription[];
  milestones: readonly Milestone[];
}>;

const NOTHING_SAID: AnnualMeeting = {
  theme: null,
  city: null,
  country: null,
  virtual: null,
  startsOn: null,
  endsOn: null,
  dayZeroOn: null,
};

/** What is known of a preparation, also before the cycle itself was folded. */
export function preparationOf(workstream: Workstream): Preparation {
  const {
    annualMeeting = NOTHING_SAID,
    descriptions = [],
    milestones = [],
  }: Partial<Preparation> = workstream.kind === 'cycle' || workstream.kind === 'none' ? workstream : {};
  return { annualMeeting, descriptions, milestones };
}

/** The workstream with its preparation changed. A kind that prepares no annual meeting stays as it is. */
export const prepared = (workstream: Workstream, change: (before: Preparation) => Partial<Preparation>): Workstream =>
  workstream.kind === 'cycle' || workstream.kind === 'none'
    ? { ...workstream, ...preparationOf(workstream), ...change(preparationOf(workstream)) }
    : workstream;

/** @throws DomainError when there is no cycle by that date */
export function assertCycle(workstream: Workstream, effective: PartialDate): asserts workstream is Cycle {
  assertExists(workstream, effective);
  if (workstream.kind !== 'cycle') throw new DomainError(`This is a ${workstream.kind}, not the preparation of an annual meeting.`);
}
