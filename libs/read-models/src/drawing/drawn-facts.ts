import { isCorrection, type Moment, type PartialDate, type SourceReference } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type FactKind, kindOfFact } from '../kinds-of-facts.js';
import { namesIn } from '../names.js';
import { sentence } from '../sentences/index.js';
import { recordedAfterDays, toldOf } from '../timeline/timeline.js';
import type { StandingFacts } from './standing-facts.js';
import { type When, whenOf } from './when.js';

/** A fact behind a mark: what it says, and both its dates. */
export type DrawnFact = Readonly<{
  type: string;
  /** What it is about; null for a fact of a type that this version does not know. */
  kind: FactKind | null;
  sentence: string;
  when: When;
  effective: PartialDate;
  recordedAt: string;
  recordedAfterDays: number;
  position: string;
  actor: string;
  sources: readonly SourceReference[];
}>;

/** All ids that a drawing names as those of facts, however deep they stand. */
export function factIdsIn(drawn: unknown): readonly string[] {
  if (typeof drawn !== 'object' || drawn === null) return [];
  return Object.entries(drawn).flatMap(([name, value]: [string, unknown]) =>
    /^(f|.+F)actIds$/.test(name) ? (value as readonly string[]) : factIdsIn(value),
  );
}

/** What the facts say of which a drawing is made, by their ids. */
export function drawnFacts(ids: Iterable<string>, facts: StandingFacts, tables: Tables, moment: Moment): Record<string, DrawnFact> {
  const found = [...new Set(ids)].flatMap((id) => facts.find(id) ?? []);
  const names = namesIn(
    found.map(({ data }) => data),
    tables,
    moment,
  );
  return Object.fromEntries(
    found.map((fact) => {
      const told = toldOf(fact, isCorrection(fact) ? facts.recorded(fact.stream) : []);
      const { effective, recordedAt, metadata } = fact;
      return [
        fact.id,
        {
          type: fact.type,
          kind: kindOfFact(fact.type),
          sentence: sentence(told, (id) => names[id] ?? ''),
          when: whenOf(effective),
          effective,
          recordedAt: new Date(recordedAt).toISOString(),
          recordedAfterDays: recordedAfterDays(fact),
          position: String(fact.position),
          actor: metadata.actor,
          sources: metadata.sources ?? [],
        },
      ];
    }),
  );
}
