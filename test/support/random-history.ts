import fc from 'fast-check';
import { v5 as uuidv5 } from 'uuid';
import { encode, type Event, type NewEvent } from '#event-sourcing';

/** An event for a stream, in the order of a log. */
export type Entry = Readonly<{ stream: string; event: NewEvent }>;

const SPACE = '6d3c2a50-1f3e-4b86-9a53-5c1f8f0a7e12';
const idOf = (name: string): string => uuidv5(name, SPACE);

const day = fc.integer({ min: 0, max: 900 }).map((offset) => new Date(Date.UTC(2015, 0, 1 + offset)).toISOString().slice(0, 10));
const effective = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 2, arbitrary: day.map((text) => text.slice(0, 7)) },
  { weight: 1, arbitrary: day.map((text) => text.slice(0, 4)) },
  { weight: 1, arbitrary: day.map((text) => `[..${text}]`) },
  { weight: 1, arbitrary: day.map((text) => `[${text}..2018-12]`) },
  { weight: 1, arbitrary: day.map((text) => `${text}T12:00:00Z`) },
  { weight: 1, arbitrary: fc.constant('XXXX') },
);

/** What may happen, in any order: folds must take everything, whatever a rule would have said. */
const happenings: readonly ((n: number, text: string, of: Readonly<{ callId: string; workstreamIds: string[] }>) => Event)[] = [
  (_, text, of) => ({
    type: 'CallOpened',
    data: { ...of, title: `Call ${text}`, inclusionDate: text, deadlines: [{ category: 'NRIs', kind: 'closing', on: text }] },
  }),
  (n, text, of) => ({ type: 'DeadlineExtended', data: { ...of, deadline: n % 2 ? 'closing' : 'inclusion', from: null, to: text } }),
  (_, __, of) => ({ type: 'CallClosed', data: of }),
  (_, __, of) => ({ type: 'CallReopened', data: of }),
  (n, text, of) => ({
    type: 'ContributionReceived',
    data: { ...of, contributionId: idOf(`contribution ${n % 3}`), kind: 'written', title: text },
  }),
  (n, __, of) => ({ type: 'ContributionWithdrawn', data: { ...of, contributionId: idOf(`contribution ${n % 3}`) } }),
  (n, __, of) => ({ type: 'LateContributionAccepted', data: { ...of, contributionId: idOf(`contribution ${n % 3}`) } }),
  (n, __, of) => ({
    type: 'ContributionPublished',
    data: { ...of, contributionId: idOf(`contribution ${n % 3}`), page: 'https://example.org' },
  }),
  (n, text, of) => ({ type: 'ContributionsCounted', data: { ...of, count: `${n}+`, covers: text } }),
  (n, text, { workstreamIds: [workstreamId] }) => ({ type: 'WorkstreamRenamed', data: { workstreamId, name: `Name ${n} of ${text}` } }),
  (n, _, { workstreamIds: [workstreamId] }) => ({ type: 'AliasAdded', data: { workstreamId, alias: `Alias ${n}` } }),
  (n, text, { workstreamIds: [workstreamId] }) => ({
    type: 'BestPracticeForumRegistered',
    data: { workstreamId, name: `Forum ${text}`, cycle: 2006 + (n % 20) },
  }),
  (_, text, { workstreamIds: [workstreamId] }) => ({
    type: 'DynamicCoalitionRegistered',
    data: { workstreamId, name: `Coalition ${text}` },
  }),
];

/** A correction of the nth fact of its stream, which may itself be a correction. */
const corrections: readonly ((corrects: string, text: string) => Event)[] = [
  (corrects, text) => ({ type: 'FactAmended', data: { corrects, changes: { title: `Amended ${text}` } } }),
  (corrects, text) => ({ type: 'FactAmended', data: { corrects, changes: {}, effective: text } }),
  (corrects) => ({ type: 'FactRetracted', data: { corrects } }),
];

const step = fc.record({
  what: fc.nat({ max: happenings.length - 1 }),
  call: fc.nat({ max: 2 }),
  n: fc.nat({ max: 30 }),
  correction: fc.option(fc.nat({ max: corrections.length - 1 }), { freq: 3 }),
  text: day,
  effective,
});

/** Random histories of a few streams: late facts, dates of every precision, corrections of facts and of corrections. */
export const randomHistory = fc.array(step, { minLength: 1, maxLength: 40 }).map((steps) => {
  const factIds = new Map<string, string[]>();
  return steps.map(({ what, call, n, correction, text, effective }, index): Entry => {
    const of = { callId: idOf(`call ${call}`), workstreamIds: [idOf(`workstream ${call}`)] };
    const happened = happenings[what]!(n, text, of);
    const stream = 'callId' in happened.data ? `call-${of.callId}` : `workstream-${of.workstreamIds[0]}`;
    const earlier = factIds.get(stream) ?? [];
    const id = idOf(`fact ${index}`);
    factIds.set(stream, [...earlier, id]);
    const corrects = correction === null ? undefined : earlier[n % Math.max(1, earlier.length)];
    const event = corrects === undefined ? happened : corrections[correction!]!(corrects, text);
    return {
      stream,
      event: encode(id, event, { actor: 'x', via: 'x', effective, fingerprint: '', schema: 1, $correlationId: '', $causationId: '' }),
    };
  });
});
