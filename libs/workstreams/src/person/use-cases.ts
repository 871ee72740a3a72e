import { deciding, type UseCase } from '#event-sourcing';
import { DescribePerson, describePerson } from './describe-person.js';
import { person } from './person.js';
import { RegisterPerson, registerPerson } from './register-person.js';

const on = deciding(person, 'personId');

export const personUseCases: readonly UseCase[] = [
  on(RegisterPerson, registerPerson, 'PersonRegistered', { creates: 'personId' }),
  on(DescribePerson, describePerson, 'PersonDescribed'),
];
