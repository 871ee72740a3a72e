import { IsId, ListQuery, NotFound, Optional, pageOf, Query } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { heldAt, type Person } from '#workstreams';
import { askedInstant } from '../asked.js';
import { IsFlag } from '../asked.js';
import { type RoleView, rolesOfPerson } from '../roles/role-views.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import { type NamedPerson, peopleOf } from './people.js';

/** The people who were known at a moment, by name. */
export class GetPeople extends ListQuery {
  /** Only those who held a role in this workstream then. */
  @Optional() @IsId() readonly workstreamId?: string;
}

/** One person as they were at a moment, with what they did then. */
export class GetPerson extends Query {
  @IsId() readonly personId!: string;
  /** With the roles that had ended by then. */
  @Optional() @IsFlag() readonly all?: boolean;
}

/** By name; `total` counts all of them, `next` is the cursor to those that follow. */
export type PersonList = Readonly<{ total: number; next: string | null; people: readonly NamedPerson[] }>;

export type PersonView = Person & Readonly<{ roles: readonly RoleView[] }>;

const isRegistered = (row: Person | undefined): row is Person => row !== undefined && row.registered !== null;

function holdersIn({ workstreamId, ...moment }: GetPeople, tables: Tables): (row: Person) => boolean {
  if (workstreamId === undefined) return () => true;
  const held = heldAt(workstreams(tables).row(workstreamId, moment)?.roles ?? [], askedInstant(moment));
  const ids = new Set(held.map(({ personId }) => personId));
  return ({ personId }) => ids.has(personId);
}

export const getPeople: Answering<GetPeople, PersonList> = (query, tables) => {
  const found = peopleOf(tables).rows({}, query).filter(isRegistered).filter(holdersIn(query, tables));
  const byName = found.toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.personId.localeCompare(b.personId));
  const { total, next, shown } = pageOf(byName, query, tables.position());
  return { body: { total, next, people: shown.map(({ registered: _, descriptions: __, ...each }) => each) } };
};

export const getPerson: Answering<GetPerson, PersonView> = (query, tables) => {
  const row = peopleOf(tables).row(query.personId, query);
  if (!isRegistered(row)) throw new NotFound(`No person has the id ${query.personId}${query.asOf ? ` as of ${query.asOf}` : ''}.`);
  return { body: { ...row, roles: rolesOfPerson(query, tables) }, stream: `person-${query.personId}` };
};
