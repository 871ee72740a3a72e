import type { PersonEvent } from '#workstreams';
import { bracketed, list, type Sentences } from './words.js';

export const personSentences: Sentences<PersonEvent> = {
  PersonRegistered: ({ name, organisation, stakeholderGroup, regionalGroup }) =>
    `${name} was put on record${bracketed([organisation, stakeholderGroup, regionalGroup])}.`,
  PersonDescribed: ({ personId, name, organisation, stakeholderGroup, regionalGroup }, nameOf) =>
    `Of ${nameOf(personId)} it was said: ${list([name, organisation, stakeholderGroup, regionalGroup])}.`,
};
