import { atAnyTime, foldAll, history, type Moment } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { type Person, person, type PersonDetails, type PersonEvent } from '#workstreams';
import { foundPeople } from '../search/found/people.js';

/** One row for each person: what their rules know of them. */
export const people: Projection<Person, PersonEvent> = {
  name: 'people',
  version: 2,
  fold: person,
  columns: {},
  told: { name: ({ name }) => name },
  findables: foundPeople,
};

export const peopleOf = (tables: Tables): View<Person, PersonEvent> => new View(tables, people);

/** A person as they were at a moment. */
export type NamedPerson = PersonDetails & Readonly<{ personId: string }>;

/** What was said of a person first, by what was known at a moment. */
function firstSaid(tables: Tables, personId: string, moment: Moment): Person {
  const facts = history(tables.auditLog().ofStream(`person-${personId}`), atAnyTime(moment));
  return foldAll(person, facts.slice(0, 1));
}

/** A person as of a date; as they were first described, where that date is earlier than all that is sure of them. */
export function personAt(tables: Tables, personId: string, moment: Moment): NamedPerson {
  const { name, organisation, stakeholderGroup, regionalGroup } =
    peopleOf(tables).row(personId, moment) ?? firstSaid(tables, personId, moment);
  return { personId, name, organisation, stakeholderGroup, regionalGroup };
}
