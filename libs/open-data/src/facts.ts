import { type Fact, isKnown, type Moment } from '#event-sourcing';
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

/** The facts that are known at a moment, in the order in which they were recorded. */
export function* factsOf(tables: Tables, { upTo }: Moment): Generator<Fact> {
  for (let after = -1, isMore = true; isMore;) {
    const page = tables.auditLog().after(after, PAGE);
    yield* page.filter(isKnown({ upTo }));
    isMore = page.length === PAGE && after < (upTo ?? Infinity);
    after = Number(page.at(-1)?.position);
  }
}

/** All facts, one to a line. */
export function* factLines(tables: Tables, moment: Moment): Generator<string> {
  for (const fact of factsOf(tables, moment)) yield lineOf(fact);
}
