import { type Event, type Fact, type Period, period } from '#event-sourcing';
import type { RegionalGroup, StakeholderGroup } from '../groups.js';
import type { Call, OfCall } from './call-for-input.js';
import { closingDateFor, EVERYONE } from './deadlines.js';
import type { ContributionReceived } from './receive-contribution.js';
import type { Step } from '../step.js';

export type { ContributionReceived } from './receive-contribution.js';

type OfContribution = OfCall & Readonly<{ contributionId: string }>;

export type LateContributionAccepted = Event<'LateContributionAccepted', OfContribution>;
export type ContributionAcknowledged = Event<'ContributionAcknowledged', OfContribution>;
export type ContributionPublished = Event<'ContributionPublished', OfContribution & { page?: string }>;
export type ContributionWithdrawn = Event<'ContributionWithdrawn', OfContribution>;

/** One paper, answer or statement that was received, with what became of it. What is undefined is not known, or has not happened. */
export type Contribution = Readonly<{
  contributionId: string;
  kind: string;
  title: string | undefined;
  contributor: string | undefined;
  organisation: string | undefined;
  stakeholderGroup: StakeholderGroup | undefined;
  regionalGroup: RegionalGroup | undefined;
  category: string | undefined;
  language: string | undefined;
  consentToPublish: boolean | undefined;
  page: string | undefined;
  received: Step;
  acceptedLate: Step | undefined;
  acknowledged: Step | undefined;
  published: (Step & Readonly<{ page: string | undefined }>) | undefined;
  withdrawn: (Step & Readonly<{ reason: string | undefined }>) | undefined;
}>;

export const receivedContribution = ({ data, effective, id }: Fact<ContributionReceived>): Contribution => ({
  contributionId: data.contributionId,
  kind: data.kind,
  title: data.title,
  contributor: data.contributor,
  organisation: data.organisation,
  stakeholderGroup: data.stakeholderGroup,
  regionalGroup: data.regionalGroup,
  category: data.category,
  language: data.language,
  consentToPublish: data.consentToPublish,
  page: data.page,
  received: { effective, factId: id },
  acceptedLate: undefined,
  acknowledged: undefined,
  published: undefined,
  withdrawn: undefined,
});

/** The call with what became of one of its contributions. */
export function withContribution(call: Call, { data }: Fact<Event<string, OfContribution>>, what: Partial<Contribution>): Call {
  const contributions = call.contributions.map((each) => (each.contributionId === data.contributionId ? { ...each, ...what } : each));
  return { ...call, contributions };
}

/** What tells whether a contribution came late. */
export type Arrival = Pick<Contribution, 'received'> & Partial<Pick<Contribution, 'category'>>;

/** Whether the call was surely closed when something arrived: closed before, and not perhaps reopened by then. */
function arrivedClosed(turns: Call['turns'], arrival: Period): boolean {
  const closing = turns.findLastIndex(({ to, effective }) => to === 'closed' && period(effective).end <= arrival.first);
  return closing !== -1 && !turns.slice(closing + 1).some(({ to, effective }) => to === 'open' && period(effective).first < arrival.end);
}

/** Whether a contribution surely arrived too late: after the closing date for its contributors, as that stands, or after the closing. */
export function isLate({ deadlines, turns }: Call, { category = EVERYONE, received }: Arrival): boolean {
  const closingDate = closingDateFor(deadlines, category);
  const arrival = period(received.effective);
  return (closingDate !== undefined && arrival.first >= period(closingDate).end) || arrivedClosed(turns, arrival);
}

/** What keeps a contribution from being counted, the first that applies: rules in words are made of these. */
export const NOT_COUNTED = [
  { why: 'withdrawn', applies: (_: Call, { withdrawn }: Contribution) => withdrawn !== undefined },
  { why: 'late and not accepted', applies: (call: Call, each: Contribution) => isLate(call, each) && !each.acceptedLate },
] as const;

/** Why a contribution is not counted; nothing when it is. */
export const whyNotCounted = (call: Call, contribution: Contribution): (typeof NOT_COUNTED)[number]['why'] | undefined =>
  NOT_COUNTED.find(({ applies }) => applies(call, contribution))?.why;
