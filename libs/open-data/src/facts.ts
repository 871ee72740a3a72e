import { type Fact, isKnown, type Moment, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { cleared } from './personal.js';

const PAGE = 500;

/** A fact on a line of its own, as `igf export` prints it and `igf import` reads it. */
function lineOf({ position, stream, revision, recordedAt, id, type, data, metadata }: Fact): string {
  const known = {
    position: String(position),
    stream,
    revision: String(revision),
    recordedAt: new Date(recordedAt).toISOString(),
    id,
    type,
  };
  return `${JSON.stringify(cleared({ ...known, data, metadata }))}\n`;
}

/** The facts that are known, and surely happened, at a moment, in the order in which they were recorded: corrections among them. */
export function* factsOf(tables: Tables, { asOf, ...known }: Moment): Generator<Fact> {
  const { end } = asOf === undefined ? { end: Infinity } : period(asOf);
  const { upTo = Infinity } = known;
  const isWanted = isKnown(known);
  for (let after = -1, isMore = true; isMore;) {
    const page = tables.auditLog().after(after, PAGE);
    yield* page.filter((fact) => isWanted(fact) && fact.surelyBy <= end);
    after = Number(page.at(-1)?.position);
    isMore = page.length === PAGE && after < upTo;
  }
}

/** All facts, one to a line. */
export function* factLines(tables: Tables, moment: Moment): Generator<string> {
  for (const fact of factsOf(tables, moment)) yield lineOf(fact);
}
