import { type Event, type Fact, type PartialDate, period } from '#event-sourcing';
import type { RegionalGroup, StakeholderGroup } from '../groups.js';
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

/** One paper, answer or statement that was received, with what became of it. */
export type Contribution = Readonly<{
  contributionId: string;
  kind: string;
  title: string | null;
  contributor: string | null;
  organisation: string | null;
  stakeholderGroup: StakeholderGroup | null;
  regionalGroup: RegionalGroup | null;
  category: string;
  language: string | null;
  page: string | null;
  /** Null when the contributor was not asked, or the source does not say. */
  consentToPublish: boolean | null;
  received: Step;
  /** The call had been closed when it arrived. */
  afterClosing: boolean;
  acceptedLate: Step | null;
  acknowledged: Step | null;
  published: (Step & Readonly<{ page: string | null }>) | null;
  withdrawn: (Step & Readonly<{ reason: string | null }>) | null;
}>;

export function receivedContribution({ data, effective, id }: Fact<ContributionReceived>, status: Call['status']): Contribution {
  return {
    contributionId: data.contributionId,
    kind: data.kind,
    title: data.title ?? null,
    contributor: data.contributor ?? null,
    organisation: data.organisation ?? null,
    stakeholderGroup: data.stakeholderGroup ?? null,
    regionalGroup: data.regionalGroup ?? null,
    category: data.category ?? EVERYONE,
    language: data.language ?? null,
    page: data.page ?? null,
    consentToPublish: data.consentToPublish ?? null,
    received: { effective, factId: id },
    afterClosing: status === 'closed',
    acceptedLate: null,
    acknowledged: null,
    published: null,
    withdrawn: null,
  };
}

/** The call with what became of one of its contributions. */
export function withContribution(call: Call, { data }: Fact<Event<string, OfContribution>>, what: Partial<Contribution>): Call {
  const contributions = call.contributions.map((each) => (each.contributionId === data.contributionId ? { ...each, ...what } : each));
  return { ...call, contributions };
}

/** Whether a contribution surely arrived too late: after the closing date for its contributors, as that stands, or after the closing. */
export function isLate({ deadlines }: Call, { afterClosing, category, received }: Contribution): boolean {
  const closingDate = closingDateFor(deadlines, category);
  return afterClosing || (closingDate !== undefined && period(received.effective).first >= period(closingDate).end);
}

/** Why a contribution is not counted; nothing when it is. */
export function whyNotCounted(call: Call, contribution: Contribution): 'withdrawn' | 'late and not accepted' | undefined {
  if (contribution.withdrawn) return 'withdrawn';
  return isLate(call, contribution) && !contribution.acceptedLate ? 'late and not accepted' : undefined;
}
