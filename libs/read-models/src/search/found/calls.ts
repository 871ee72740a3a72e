import type { Findables } from '#event-sourcing/projections';
import type { Call, Contribution } from '#workstreams';
import { dayOf, type Found, name, text } from './found.js';

function call({ callId, workstreamIds, title, questions }: Call, opened: NonNullable<Call['opened']>): Found {
  return {
    kind: 'call',
    id: callId,
    title,
    day: dayOf(opened),
    labels: [callId, ...workstreamIds],
    said: [...name('title', title, opened.factId), ...questions.flatMap((question) => text('question', question, opened.factId))],
    workstreamIds,
    address: `/v1/calls/${callId}`,
  };
}

function contribution({ callId, workstreamIds }: Call, each: Contribution): Found {
  const { contributionId, title, contributor, organisation, kind, received } = each;
  const { factId } = received;
  return {
    kind: 'contribution',
    id: contributionId,
    title: title ?? contributor ?? organisation ?? kind,
    day: dayOf(received),
    labels: [contributionId, callId, ...workstreamIds],
    said: [...name('title', title, factId), ...name('contributor', contributor, factId), ...text('organisation', organisation, factId)],
    workstreamIds,
    address: `/v1/calls/${callId}`,
  };
}

/** Calls by what they ask, and what they were sent by its title and by who sent it. */
export const foundCalls: Findables<Call> = {
  kinds: ['call', 'contribution'],
  of: (row) => (row.opened ? [call(row, row.opened), ...row.contributions.map((each) => contribution(row, each))] : []),
};
