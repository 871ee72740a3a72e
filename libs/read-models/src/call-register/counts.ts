import { type Call, type Contribution, REGIONAL_GROUPS, STAKEHOLDER_GROUPS, whyNotCounted } from '#workstreams';

/** A number with the facts that make it. */
export type Count = Readonly<{ count: number; factIds: readonly string[] }>;

/** How many contributions a call has had, by rule, and why others do not count. */
export type ContributionCounts = Readonly<{
  rule: string;
  total: Count;
  /** Sums to the total: what is not known is counted as such. */
  byStakeholderGroup: Readonly<Record<string, Count>>;
  /** Sums to the total: what is not known is counted as such. */
  byRegionalGroup: Readonly<Record<string, Count>>;
  notCounted: readonly Readonly<{ factId: string; contributionId: string; why: string }>[];
}>;

export const countOf = (contributions: readonly Contribution[]): Count => ({
  count: contributions.length,
  factIds: contributions.map(({ received }) => received.factId),
});

function breakdown(
  contributions: readonly Contribution[],
  groups: readonly string[],
  groupOf: (each: Contribution) => string | undefined,
): Record<string, Count> {
  const of = (group: string | undefined): Count => countOf(contributions.filter((each) => groupOf(each) === group));
  return Object.fromEntries([...groups.map((group) => [group, of(group)] as const), ['unknown', of(undefined)] as const]);
}

export function contributionCounts(call: Call): ContributionCounts {
  const counted = call.contributions.filter((each) => whyNotCounted(call, each) === undefined);
  return {
    rule: 'Contributions received, without those withdrawn and those that came late and were not accepted.',
    total: countOf(counted),
    byStakeholderGroup: breakdown(counted, STAKEHOLDER_GROUPS, ({ stakeholderGroup }) => stakeholderGroup),
    byRegionalGroup: breakdown(counted, REGIONAL_GROUPS, ({ regionalGroup }) => regionalGroup),
    notCounted: call.contributions.flatMap((each) => {
      const why = whyNotCounted(call, each);
      return why ? [{ factId: each.received.factId, contributionId: each.contributionId, why }] : [];
    }),
  };
}
