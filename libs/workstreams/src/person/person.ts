import type { Fact, Fold, PartialDate } from '#event-sourcing';
import type { RegionalGroup, StakeholderGroup } from '../groups.js';
import type { PersonDescribed } from './describe-person.js';
import type { PersonRegistered } from './register-person.js';

export type PersonEvent = PersonRegistered | PersonDescribed;

/** Who somebody is; null is what nobody has said. */
export type PersonDetails = Readonly<{
  name: string;
  organisation: string | null;
  stakeholderGroup: StakeholderGroup | null;
  regionalGroup: RegionalGroup | null;
}>;

/** What was said of them, and from when on it held. */
export type PersonDescription = Readonly<{ [Field in keyof PersonDetails]: PersonDetails[Field] | null }> &
  Readonly<{ effective: PartialDate; factId: string }>;

/** Somebody who takes part in the work. Names stand in the facts of this stream and in no others. */
export type Person = PersonDetails &
  Readonly<{
    personId: string;
    registered: Readonly<{ effective: PartialDate; factId: string }> | null;
    /** Everything that was said, in order: what holds is what was said last, field by field. */
    descriptions: readonly PersonDescription[];
  }>;

const descriptionOf = ({ data, effective, id }: Fact<PersonEvent>): PersonDescription => ({
  name: data.name ?? null,
  organisation: data.organisation ?? null,
  stakeholderGroup: data.stakeholderGroup ?? null,
  regionalGroup: data.regionalGroup ?? null,
  effective,
  factId: id,
});

function withDescriptions(person: Person, descriptions: readonly PersonDescription[]): Person {
  const last = <Field extends keyof PersonDetails>(field: Field): PersonDescription[Field] =>
    descriptions.findLast((each) => each[field] !== null)?.[field] ?? null;
  return {
    ...person,
    name: last('name') ?? '',
    organisation: last('organisation'),
    stakeholderGroup: last('stakeholderGroup'),
    regionalGroup: last('regionalGroup'),
    descriptions,
  };
}

/** One stream holds all facts of one person. */
export const person: Fold<Person, PersonEvent> = {
  category: 'person',
  initial: { personId: '', name: '', organisation: null, stakeholderGroup: null, regionalGroup: null, registered: null, descriptions: [] },
  on: {
    // A description of which only the year is known may have been folded before: it follows, and prevails.
    PersonRegistered: (before, fact) => ({
      ...withDescriptions(before, [descriptionOf(fact), ...before.descriptions]),
      personId: fact.data.personId,
      registered: { effective: fact.effective, factId: fact.id },
    }),
    PersonDescribed: (before, fact) => withDescriptions(before, [...before.descriptions, descriptionOf(fact)]),
  },
};
