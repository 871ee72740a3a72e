import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { heldAt, type RoleName, type Work } from '#workstreams';
import { askedInstant } from '../asked.js';
import { type NamedPerson, personAt } from '../people/people.js';
import { type Cell, known, unknown } from './cell.js';

/** Those who carry the work, as the years called them (`DOMAIN.md`, Roles). */
const COORDINATING: readonly RoleName[] = [
  'coordinator',
  'co-coordinator',
  'facilitator',
  'co-facilitator',
  'chair',
  'co-chair',
  'focal point',
];

/** Who coordinates a workstream. */
export function coordinators({ workstream }: Work, tables: Tables, moment: Moment): Cell<readonly NamedPerson[]> {
  const held = heldAt(workstream.roles, askedInstant(moment)).filter(({ role }) => COORDINATING.includes(role));
  if (held.length === 0) return unknown('no coordinator is on record');
  const ids = [...new Set(held.map(({ personId }) => personId))];
  return known(
    ids.map((id) => personAt(tables, id, moment)),
    held.map(({ taken }) => taken.factId),
  );
}
