import type { Decision, MagDecisions } from '../mag-decision/mag-decisions.js';
import { takesComments } from '../paper/comment-periods.js';
import type { Closable } from '../stage/close-workstream.js';
import type { Presentable } from '../stage/present-workstream.js';
import { surelyBefore } from '../step.js';
import { type Condition, madeBy } from './condition.js';
import { type HeldOn, isHost, occasionsHeld, outputsOf, type Work } from './work.js';

/** What the MAG decides about and what shows its work: a forum, a phase, a network. */
type Staged = Extract<Work['workstream'], MagDecisions & Presentable & Closable>;
type Look = Condition<Work<Staged>>;

const lastDecision = ({ workstream }: Work<Staged>): Decision | undefined => workstream.decisions.at(-1);

/** Meetings that it held, other than informal ones and those before a decision. */
export function meetingsSince(work: Work, approved: Decision | undefined): readonly HeldOn[] {
  const held = occasionsHeld(work.meetings.filter(isHost(work)), ({ informal }) => !informal);
  return held.filter((occasion) => !approved || !surelyBefore(occasion, approved));
}

export const turnedDown: Look = {
  says: 'the MAG has [|not ]turned it down',
  holds: ({ workstream }) => madeBy(workstream.decisions.filter(({ outcome }) => outcome === 'not approved')),
  lasting: true,
};
// After it only a decision for another cycle can be against it.
export const approved: Look = {
  says: 'the MAG has [|not ]approved it, by its last decision',
  holds: (work) => {
    const last = lastDecision(work);
    return last?.outcome === 'approved' ? [last.factId] : undefined;
  },
  lasting: true,
};
export const proposed: Look = {
  says: 'it was [|not ]proposed to the MAG',
  holds: ({ workstream }) => madeBy(workstream.proposals),
  lasting: true,
};
export const closed: Look = {
  says: 'it was [|not ]closed',
  holds: ({ workstream }) => madeBy(workstream.closed ? [workstream.closed] : []),
  lasting: true,
};
export const finalised: Look = {
  says: '[a|no] final output is on record',
  holds: (work) => madeBy(outputsOf(work).flatMap(({ final }) => final ?? [])),
  lasting: true,
};
export const presented: Look = {
  says: 'its work was [|not ]presented',
  holds: (work) => madeBy([...work.workstream.presentations, ...outputsOf(work).flatMap(({ presentations }) => presentations)]),
  lasting: true,
};
export const inConsultation: Look = {
  says: 'comments on its output are [|not ]open',
  holds: (work) =>
    madeBy(outputsOf(work).flatMap(({ commentPeriods }) => commentPeriods.filter(takesComments).flatMap(({ opened }) => opened ?? []))),
};
export const drafting: Look = {
  says: '[a|no] draft of its output is on record',
  holds: (work) => madeBy(outputsOf(work).flatMap(({ drafts }) => drafts)),
  lasting: true,
};
export const collecting: Look = {
  says: 'it has [|not ]called for input',
  holds: ({ calls }) => madeBy(calls.flatMap(({ opened }) => opened ?? [])),
  lasting: true,
};
export const met: Look = {
  says: 'it has held [a|no] meeting, other than informal ones and those before its approval',
  holds: (work) =>
    madeBy(
      meetingsSince(
        work,
        work.workstream.decisions.find(({ outcome }) => outcome === 'approved'),
      ),
    ),
  lasting: true,
};
