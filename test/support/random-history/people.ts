import { type Happening, idOf, type Of } from './happening.js';

const person = ({ id }: Of) => ({ personId: id('person') });
const role = (n: number, { id }: Of) => ({ workstreamId: id('workstream'), roleId: idOf(`role ${n % 3}`), personId: id('person') });

const ofPeople: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'PersonRegistered', data: { ...person(of), name: `Person ${n}`, organisation: `Office ${day}` } }),
  (n, day, of) => ({ type: 'PersonDescribed', data: { ...person(of), ...(n % 2 ? { name: `Person ${day}` } : { organisation: day }) } }),
];

const ofRoles: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'RoleTaken', data: { ...role(n, of), role: n % 2 ? 'coordinator' : 'editor', until: day } }),
  (n, _, of) => ({ type: 'RoleEnded', data: { ...role(n, of), role: 'editor' } }),
];

export const peopleHappenings = [
  ...ofPeople.map((event): Happening => ({ category: 'person', event })),
  ...ofRoles.map((event): Happening => ({ category: 'workstream', event })),
];
