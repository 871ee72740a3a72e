import { CORRECTION_TYPES, type Moment, period } from '#event-sourcing';
import type { Condition } from '#event-sourcing/projections';
import type { WorkstreamKind } from '#workstreams';
import type { AnyFact } from '../timeline/timeline.js';

const REGISTRATIONS: Readonly<Record<WorkstreamKind, AnyFact['type']>> = {
  'best-practice-forum': 'BestPracticeForumRegistered',
  'dynamic-coalition': 'DynamicCoalitionRegistered',
  'cenb-phase': 'CenbPhaseRegistered',
  'igf-initiative': 'IgfInitiativeRegistered',
  'policy-network': 'PolicyNetworkRegistered',
  'coordination-group': 'CoordinationGroupRegistered',
  'working-group': 'WorkingGroupRegistered',
  body: 'BodyRegistered',
  cycle: 'CycleRegistered',
};

/** Facts of streams that were about a subject when they were recorded: what is said of a stream later changes no feed. */
const about = (subjects: string, ...parameters: readonly string[]): Condition => ({
  sql: `position IN (
    SELECT of_stream.position FROM audit_log_about JOIN audit_log AS of_stream USING (stream)
    WHERE subject IN (${subjects}) AND of_stream.position >= audit_log_about.position
  )`,
  parameters,
});

/** The workstreams that were registered as one of a kind: by what was recorded first, whatever became of that. */
const OF_KIND = `
  SELECT subject FROM audit_log_stream
    JOIN audit_log_about ON subject = substr(name, length('workstream-') + 1) AND audit_log_about.stream = key
    JOIN audit_log AS registration ON registration.position = audit_log_about.position
  WHERE name >= 'workstream-' AND name < 'workstream.' AND registration.type = ?
`;

/**
 * Which facts each feed holds. Whether a fact belongs to a feed depends on the fact and on what was recorded before it,
 * never on what comes later: the pages of a feed's archive rest on that.
 */
export const FEEDS = {
  all: (): Condition => ({ sql: 'TRUE', parameters: [] }),
  corrections: (): Condition => ({ sql: `type IN (${CORRECTION_TYPES.map(() => '?').join(', ')})`, parameters: CORRECTION_TYPES }),
  ofKind: (kind: WorkstreamKind): Condition => about(OF_KIND, REGISTRATIONS[kind]),
  ofWorkstream: (workstreamId: string): Condition => about('?', workstreamId),
} as const;

/** Which facts a moment leaves in a feed, each by its own dates alone. */
export function within({ asOf, knownAt, upTo }: Moment): readonly Condition[] {
  const conditions: Condition[] = [];
  if (asOf !== undefined) conditions.push({ sql: 'surely_by <= ?', parameters: [period(asOf).end] });
  if (knownAt !== undefined) conditions.push({ sql: 'recorded_at < ?', parameters: [period(knownAt).end] });
  if (upTo !== undefined) conditions.push({ sql: 'position <= ?', parameters: [upTo] });
  return conditions;
}
