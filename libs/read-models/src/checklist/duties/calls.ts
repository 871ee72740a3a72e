import type { PartialDate } from '#event-sourcing';
import { type Call, type Contribution, EVERYONE, closingDateFor, type Day, pastClosing, whyNotCounted } from '#workstreams';
import { type ChecklistSubject, type Duty, lacking, type Looked, whole, type YearOfWork } from '../duty.js';
import { ALL } from './kinds.js';

const nameOf = ({ callId, title }: Call): ChecklistSubject => ({ category: 'call', id: callId, name: title });

const factsOf = ({ opened }: Call): readonly string[] => (opened ? [opened.factId] : []);

/** When a call ended: on record as closed, or by its closing date. */
function ended(call: Call, day: Day): Readonly<{ on: PartialDate | null; factIds: readonly string[] }> | undefined {
  const closing = call.status === 'closed' ? call.turns.findLast(({ to }) => to === 'closed') : undefined;
  if (closing) return { on: closing.effective, factIds: [...factsOf(call), closing.factId] };
  const passed = pastClosing(call, day);
  return passed.length > 0 ? { on: closingDateFor(call.deadlines, EVERYONE) ?? null, factIds: passed } : undefined;
}

function closingOf(call: Call, day: Day): readonly Looked[] {
  const end = ended(call, day);
  if (!end) return [];
  if (call.status === 'closed') return [whole(end.factIds)];
  const fill = { command: 'CloseCall', method: 'POST', path: `/v1/calls/${call.callId}/closings` } as const;
  return [lacking({ of: nameOf(call), missing: 'its closing: the closing date has passed', since: end.on, factIds: end.factIds, fill })];
}

/** A call is closed on record. */
export const callClosings: Duty = {
  id: 'call-closings',
  title: 'Closings of calls',
  rule: 'A call of which the closing date has passed is on record as closed, or extended.',
  source: 'DOMAIN.md, Rolling input: a date that passes closes nothing. That somebody should then say how it stands is our reading.',
  of: ALL,
  needs: 'a call that is closed, or of which the closing date has passed',
  look: ({ calls, day }) => calls.flatMap((call) => closingOf(call, day)),
};

function countOf(call: Call, day: Day): readonly Looked[] {
  const end = ended(call, day);
  if (!end) return [];
  if (call.contributions.length > 0) return [whole(call.contributions.map(({ received }) => received.factId))];
  if (call.counted.length > 0) return [whole(call.counted.map(({ factId }) => factId))];
  const missing = 'how many contributions there were: neither single ones nor a number is on record';
  const fill = { command: 'CountContributions', method: 'POST', path: `/v1/calls/${call.callId}/counts` } as const;
  return [lacking({ of: nameOf(call), missing, since: end.on, factIds: end.factIds, fill })];
}

/** A call that is over has its contributions, or a number of them, on record. */
export const callCounts: Duty = {
  id: 'call-counts',
  title: 'What calls brought',
  rule: 'A call that is closed, or of which the closing date has passed, has contributions on record, or a number of them that was stated.',
  source: "Yearly papers report the contributions to calls (11th IGF Chair's Summary). That each call has a number is our reading.",
  of: ALL,
  needs: 'a call that is closed, or of which the closing date has passed',
  look: ({ calls, day }) => calls.flatMap((call) => countOf(call, day)),
};

const counted = (call: Call): readonly Contribution[] => call.contributions.filter((each) => whyNotCounted(call, each) === undefined);

const contributionOf = ({ contributionId, title, contributor, organisation }: Contribution): ChecklistSubject => ({
  category: 'contribution',
  id: contributionId,
  name: title ?? contributor ?? organisation ?? 'A contribution',
});

function publicationOf(call: Call, each: Contribution, since: PartialDate | null): Looked {
  const factIds = [each.received.factId, ...(each.published ? [each.published.factId] : [])];
  if (each.published || each.consentToPublish === false) return whole(factIds);
  const path = `/v1/calls/${call.callId}/contributions/${each.contributionId}/publication`;
  const fill = { command: 'PublishContribution', method: 'POST', path } as const;
  return lacking({ of: contributionOf(each), missing: 'its publication, or a word that its author refused it', since, factIds, fill });
}

/** What was contributed is public, unless its author did not want that. */
export const contributionPublications: Duty = {
  id: 'contribution-publications',
  title: 'Publication of contributions',
  rule: 'After a call has ended, each contribution that counts is published, unless its author refused.',
  source: 'DOMAIN.md, Categories of contributors: a contributor may ask not to be published. That all others are is our reading.',
  of: ALL,
  needs: 'a contribution to a call that has ended',
  look: ({ calls, day }) =>
    calls.flatMap((call) => {
      const end = ended(call, day);
      return end ? counted(call).map((each) => publicationOf(call, each, end.on)) : [];
    }),
};

/** What the input to a call did: told for single contributions, or for the call as a whole. */
function usesOf(call: Call, { papers, day }: YearOfWork): readonly Looked[] {
  const end = ended(call, day);
  const given = counted(call);
  if (!end || (given.length === 0 && call.counted.length === 0)) return [];
  const uses = papers.flatMap((paper) => paper.uses.filter(({ callId }) => callId === call.callId));
  const named = new Set(uses.flatMap(({ contributionIds }) => contributionIds));
  const unused = given.filter(({ contributionId }) => !named.has(contributionId));
  const ofWhole = uses.filter(({ contributionIds }) => contributionIds.length === 0);
  const facts = [...given.map(({ received }) => received.factId), ...call.counted.map(({ factId }) => factId)];
  if (ofWhole.length > 0 || (given.length > 0 && unused.length === 0)) return [whole([...facts, ...uses.map(({ factId }) => factId)])];
  const missing =
    given.length > 0
      ? `what ${unused.length} of ${given.length} contributions did to a paper`
      : 'what the contributions, of which only a number is known, did to a paper';
  const fill = { command: 'UseInput', method: 'PUT', path: '/v1/papers/{paperId}/uses/{useId}' } as const;
  const factIds = given.length > 0 ? unused.map(({ received }) => received.factId) : facts;
  return [lacking({ of: nameOf(call), missing, since: end.on, factIds, fill })];
}

/** "You said, we did". */
export const inputUses: Duty = {
  id: 'input-uses',
  title: 'What input did',
  rule: 'What was said in answer to a call that has ended is linked to a paper, with what was done about it.',
  source:
    'Draft I of CENB phase II used over 40 contributions, which ones and for what was not told: https://www.intgovforum.org/multilingual/content/contribute-participate-policy-options-for-connecting-and-enabling-the-next-billions-phase-ii. That it should be is our reading.',
  of: ALL,
  needs: 'a call that has ended and brought contributions',
  look: (year) => year.calls.flatMap((call) => usesOf(call, year)),
};
