import { CORRECTION_TYPES } from '#event-sourcing';
import { annualMeeting, type CallEvent, folds, magDecisions, milestones, names, roles, yearlyReports } from '#workstreams';
import { ANY_FACT_TYPES, type AnyFact } from './timeline/timeline.js';

/** What facts are about, as people divide it. */
export const FACT_KINDS = [
  'workstream',
  'name',
  'decision',
  'yearly report',
  'role',
  'annual meeting',
  'milestone',
  'call',
  'contribution',
  'series',
  'meeting',
  'paper',
  'figure',
  'person',
  'report',
  'correction',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

const CONTRIBUTION: readonly CallEvent['type'][] = [
  'ContributionReceived',
  'LateContributionAccepted',
  'ContributionAcknowledged',
  'ContributionPublished',
  'ContributionWithdrawn',
  'ContributionsCounted',
];

/** What stands in the stream of something else, before what the streams themselves are of. */
const PARTS: readonly (readonly [FactKind, readonly string[]])[] = [
  ['correction', CORRECTION_TYPES],
  ['contribution', CONTRIBUTION],
  ['role', Object.keys(roles)],
  ['milestone', Object.keys(milestones)],
  ['annual meeting', Object.keys(annualMeeting)],
  ['decision', Object.keys(magDecisions)],
  ['yearly report', Object.keys(yearlyReports)],
  ['name', Object.keys(names)],
  ...folds.map(({ category, on }) => [category as FactKind, Object.keys(on)] as const),
];

const KINDS: ReadonlyMap<string, FactKind> = new Map(
  PARTS.toReversed().flatMap(([kind, types]) => types.map((type) => [type, kind] as const)),
);

/** What a fact is about; nothing for one of a type that this version does not know. */
export const kindOfFact = (type: string): FactKind | null => KINDS.get(type) ?? null;

/** The types of all facts of some kinds. */
export const typesOfKinds = (kinds: readonly FactKind[]): readonly AnyFact['type'][] =>
  ANY_FACT_TYPES.filter((type) => kinds.includes(KINDS.get(type)!));
