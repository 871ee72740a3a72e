import { DomainError, type PartialDate } from '#event-sourcing';
import type { Workstream, WorkstreamKind } from './workstream.js';

/** What one of each kind is called within a sentence. */
const ONE: Readonly<Record<WorkstreamKind, string>> = {
  'best-practice-forum': 'a Best Practice Forum',
  'dynamic-coalition': 'a Dynamic Coalition',
  'cenb-phase': 'a CENB phase',
  'igf-initiative': 'an IGF initiative',
  'policy-network': 'a Policy Network',
  'coordination-group': 'a coordination group',
  'working-group': 'a MAG working group',
  body: 'a body',
  cycle: 'a cycle',
};

export const oneOf = (kind: WorkstreamKind): string => ONE[kind];

export type OfKind<K extends WorkstreamKind> = Extract<Workstream, { kind: K }>;

/** @throws DomainError for what is not registered by then: it may have existed before the date of its registration */
export function assertExists(workstream: Workstream, effective: PartialDate): asserts workstream is OfKind<WorkstreamKind> {
  if (workstream.kind !== 'none') return;
  throw new DomainError(
    `The workstream is not recorded as existing by ${effective}. If it did exist, amend the date of its registration first.`,
  );
}

/** Some facts are about some kinds only: `what` is the beginning of the sentence that says so. */
export function assertKind<K extends WorkstreamKind>(
  workstream: Workstream,
  effective: PartialDate,
  kinds: readonly K[],
  what: string,
): asserts workstream is OfKind<K> {
  assertExists(workstream, effective);
  if ((kinds as readonly WorkstreamKind[]).includes(workstream.kind)) return;
  throw new DomainError(`${what} ${kinds.map(oneOf).join(' or ')}; this is ${oneOf(workstream.kind)}.`);
}
