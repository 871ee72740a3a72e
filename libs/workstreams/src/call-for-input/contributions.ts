import { type Event, type Fact, type PartialDate, period } from '#event-sourcing';
import type { Call, OfCall } from './call-for-input.js';
import { closingDateFor, EVERYONE } from './deadlines.js';
import type { ContributionReceived } from './receive-contribution.js';

export type { ContributionReceived } from './receive-contribution.js';

type OfContribution = OfCall & Readonly<{ contributionId: string }>;

export type LateContributionAccepted = Event<'LateContributionAccepted', OfContribution>;
export type ContributionAcknowledged = Event<'ContributionAcknowledged', OfContribution>;
export type ContributionPublished = Event<'ContributionPublished', OfContribution & { page?: string }>;
export type ContributionWithdrawn = Event<'ContributionWithdrawn', OfContribution>;

type Step = Readonly<{ effective: PartialDate; factId: string }>;

/** One paper, answer or statement that was received, as far as it is known, with what became of it. */
export type Contribution = Omit<ContributionReceived['data'], keyof OfCall> &
  Readonly<{
    received: Step;
    /** The call had been closed when it arrived. */
    afterClosing?: true;
    acceptedLate?: Step;
    acknowledged?: Step;
    published?: Step & Readonly<{ page?: string }>;
    withdrawn?: Step & Readonly<{ reason?: string }>;
  }>;

export function receivedContribution({ data, effective, id }: Fact<ContributionReceived>, status: Call['status']): Contribution {
  const { callId: _, workstreamIds: __, ...stated } = data;
  return { ...stated, received: { effective, factId: id }, ...(status === 'closed' && { afterClosing: true }) };
}

/** The call with what became of one of its contributions. */
export function withContribution(call: Call, { data }: Fact<Event<string, OfContribution>>, what: Partial<Contribution>): Call {
  const contributions = call.contributions.map((each) => (each.contributionId === data.contributionId ? { ...each, ...what } : each));
  return { ...call, contributions };
}

/** Whether a contribution surely arrived too late: after the closing date for its contributors, as that stands, or after the closing. */
export function isLate({ deadlines }: Call, { afterClosing, category = EVERYONE, received }: Contribution): boolean {
  const closingDate = closingDateFor(deadlines, category);
  return afterClosing === true || (closingDate !== undefined && period(received.effective).first >= period(closingDate).end);
}

/** Why a contribution is not counted; nothing when it is. */
export function whyNotCounted(call: Call, contribution: Contribution): 'withdrawn' | 'late and not accepted' | undefined {
  if (contribution.withdrawn) return 'withdrawn';
  return isLate(call, contribution) && !contribution.acceptedLate ? 'late and not accepted' : undefined;
}
