import { type Fact, isCorrection, type Metadata, type Moment, type PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type FactKind, kindOfFact } from '../kinds-of-facts.js';
import { namesIn } from '../names.js';
import { sentence } from '../sentences/index.js';
import { toldOf } from '../timeline/timeline.js';

/** A fact as it was recorded, and what it says in English. */
export type FactView = Readonly<{
  factId: string;
  position: string;
  stream: string;
  revision: string;
  type: string;
  /** What it is about; null for a fact of a type that this version does not know. */
  kind: FactKind | null;
  /** What happened, in English, with the names that things had at the moment. */
  sentence: string;
  /** Where it can be read for good. */
  address: string;
  data: object;
  effective: PartialDate;
  recordedAt: string;
  metadata: Metadata;
}>;

/** A fact without its sentence: as it was recorded, and nothing that rests on others. */
export const factAlone = (fact: Fact): Omit<FactView, 'sentence'> => ({
  factId: fact.id,
  position: String(fact.position),
  stream: fact.stream,
  revision: String(fact.revision),
  type: fact.type,
  kind: kindOfFact(fact.type),
  address: `/facts/${fact.id}`,
  data: fact.data,
  effective: fact.metadata.effective,
  recordedAt: new Date(fact.recordedAt).toISOString(),
  metadata: fact.metadata,
});

/** Facts as people read them. What a correction corrected is told as it stood then. */
export function factViews(facts: readonly Fact[], tables: Tables, { asOf, knownAt, upTo }: Moment): readonly FactView[] {
  const names = namesIn(
    facts.map(({ data }) => data),
    tables,
    { asOf, knownAt, upTo },
  );
  return facts.map((fact) => {
    const recorded = isCorrection(fact) ? tables.auditLog().ofStream(fact.stream) : [];
    return { ...factAlone(fact), sentence: sentence(toldOf(fact, recorded), (id) => names[id] ?? '') };
  });
}
