import type { Fact, Fold } from '#event-sourcing';
import type { CallClosed } from './close-call.js';
import {
  type Contribution,
  type ContributionAcknowledged,
  type ContributionPublished,
  type ContributionReceived,
  type ContributionWithdrawn,
  type LateContributionAccepted,
  receivedContribution,
  withContribution,
} from './contributions.js';
import type { ContributionsCounted, CountStated } from './count-contributions.js';
import { statedCount } from './count-contributions.js';
import { type Deadline, EVERYONE, withExtension, withOriginal } from './deadlines.js';
import type { DeadlineExtended } from './extend-deadline.js';
import type { CallOpened, Channel } from './open-call.js';
import type { CallReopened } from './reopen-call.js';
import { type Step, stepOf } from '../step.js';

/** Every fact of a call names the workstreams that called, copied by its rule from the opening. */
export type OfCall = Readonly<{ callId: string; workstreamIds: readonly string[] }>;

export type CallEvent =
  | CallOpened
  | DeadlineExtended
  | CallClosed
  | CallReopened
  | ContributionReceived
  | LateContributionAccepted
  | ContributionAcknowledged
  | ContributionPublished
  | ContributionWithdrawn
  | ContributionsCounted;

/** A call for input with all that is known of it. `none` until its opening is folded. */
export type Call = Readonly<{
  status: 'none' | 'open' | 'closed';
  callId: string;
  workstreamIds: readonly string[];
  title: string;
  purpose: string | null;
  questions: readonly string[];
  audience: readonly string[];
  channels: readonly Channel[];
  page: string | null;
  opened: Step | null;
  /** Closings and reopenings, in order. */
  turns: readonly (Step & Readonly<{ to: 'closed' | 'open' }>)[];
  deadlines: readonly Deadline[];
  contributions: readonly Contribution[];
  /** Numbers that were stated where the single papers are not known. */
  counted: readonly CountStated[];
}>;

const initial: Call = {
  status: 'none',
  callId: '',
  workstreamIds: [],
  title: '',
  purpose: null,
  questions: [],
  audience: [],
  channels: [],
  page: null,
  opened: null,
  turns: [],
  deadlines: [],
  contributions: [],
  counted: [],
};

/**
 * The opening fills in what it knows and undoes nothing: a fact of which only the month is known comes before the
 * opening in order, when that has a day.
 */
function opened(call: Call, { data, effective, id }: Fact<CallOpened>): Call {
  const { inclusionDate, closingDate, deadlines = [], ...stated } = data;
  const set = [
    ...(inclusionDate ? [{ kind: 'inclusion' as const, category: EVERYONE, on: inclusionDate }] : []),
    ...(closingDate ? [{ kind: 'closing' as const, category: EVERYONE, on: closingDate }] : []),
    ...deadlines,
  ];
  return {
    ...call,
    ...stated,
    status: call.status === 'none' ? 'open' : call.status,
    opened: { effective, factId: id },
    deadlines: set.reduce((all, { kind, category, on }) => withOriginal(all, { kind, category }, on), call.deadlines),
  };
}

/** A closing that was entered late may stand before another one: a call that is closed is not closed again. */
function turned(call: Call, to: 'closed' | 'open', { effective, id }: Pick<Fact, 'effective' | 'id'>): Call {
  return call.status === to ? call : { ...call, status: to, turns: [...call.turns, { to, effective, factId: id }] };
}

/** One stream holds all facts of one call. */
export const callForInput: Fold<Call, CallEvent> = {
  category: 'call',
  initial,
  on: {
    CallOpened: opened,
    DeadlineExtended: (call, fact) => ({ ...call, deadlines: withExtension(call.deadlines, fact) }),
    CallClosed: (call, fact) => turned(call, 'closed', fact),
    CallReopened: (call, fact) => turned(call, 'open', fact),
    ContributionReceived: (call, fact) => ({ ...call, contributions: [...call.contributions, receivedContribution(fact)] }),
    LateContributionAccepted: (call, fact) => withContribution(call, fact, { acceptedLate: stepOf(fact) }),
    ContributionAcknowledged: (call, fact) => withContribution(call, fact, { acknowledged: stepOf(fact) }),
    ContributionPublished: (call, fact) => withContribution(call, fact, { published: { ...stepOf(fact), page: fact.data.page } }),
    ContributionWithdrawn: (call, fact) => withContribution(call, fact, { withdrawn: { ...stepOf(fact), reason: fact.metadata.reason } }),
    ContributionsCounted: (call, fact) => ({ ...call, counted: [...call.counted, statedCount(fact)] }),
  },
};

/** A fact that names the call and its workstreams as its opening did. */
export const ofCall = ({ callId, workstreamIds }: Call): OfCall => ({ callId, workstreamIds });
