import { GetPeople, GetPerson } from '#read-models';
import { DescribePerson, RegisterPerson } from '#workstreams';
import { resource } from '../http/resource.js';

export const People = resource('v1/people', {
  GET: GetPeople,
  'GET :personId': GetPerson,
  'PUT :personId': RegisterPerson,
  'POST :personId/descriptions': DescribePerson,
});
