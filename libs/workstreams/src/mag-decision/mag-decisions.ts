import type { Event, Evolve, Fact } from '#event-sourcing';
import { type Step, stepOf } from '../step.js';
import type { Workstream } from '../workstream/workstream.js';
import type { WorkstreamApproved } from './approve-workstream.js';
import type { WorkstreamNotApproved } from './decline-workstream.js';
import type { WorkstreamProposed } from './propose-workstream.js';

export type MagDecisionEvent = WorkstreamProposed | WorkstreamApproved | WorkstreamNotApproved;

/** What the MAG was asked for. `cycle` is null where the workstream has one of its own. */
export type Proposal = Step & Readonly<{ cycle: number | null; title: string | null; proposedBy: string | null; page: string | null }>;

/** What the MAG decided. `cycle` is null where the workstream has one of its own; `changes` is what was asked for, of an approval. */
export type Decision = Step &
  Readonly<{
    outcome: 'approved' | 'not approved';
    cycle: number | null;
    decidedIn: string | null;
    meetingId: string | null;
    changes: string | null;
    page: string | null;
    reason: string | null;
  }>;

/** What the MAG was asked and what it decided, each in the order in which it happened. */
export type MagDecisions = Readonly<{ proposals: readonly Proposal[]; decisions: readonly Decision[] }>;

export const undecided: MagDecisions = { proposals: [], decisions: [] };

/** What is known of them when the registration is folded: one of which only the month is known may come before it. */
export const decisionsBefore = (before: Workstream): MagDecisions =>
  'decisions' in before ? { proposals: before.proposals, decisions: before.decisions } : undecided;

const withDecision = (workstream: Workstream, decision: Decision): Workstream =>
  'decisions' in workstream ? { ...workstream, decisions: [...workstream.decisions, decision] } : workstream;

const decisionOf = (outcome: Decision['outcome'], fact: Fact<Event<string, Partial<WorkstreamApproved['data']>>>): Decision => {
  const { cycle = null, decidedIn = null, meetingId = null, changes = null, page = null } = fact.data;
  return { ...stepOf(fact), outcome, cycle, decidedIn, meetingId, changes, page, reason: fact.metadata.reason ?? null };
};

export const magDecisions: Evolve<Workstream, MagDecisionEvent> = {
  WorkstreamProposed: (workstream, fact) => {
    const { cycle = null, title = null, proposedBy = null, page = null } = fact.data;
    if (!('proposals' in workstream)) return workstream;
    return { ...workstream, proposals: [...workstream.proposals, { ...stepOf(fact), cycle, title, proposedBy, page }] };
  },
  WorkstreamApproved: (workstream, fact) => withDecision(workstream, decisionOf('approved', fact)),
  WorkstreamNotApproved: (workstream, fact) => withDecision(workstream, decisionOf('not approved', fact)),
};
