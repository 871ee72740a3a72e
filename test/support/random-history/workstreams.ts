import type { Happening, Of } from './happening.js';

const workstream = ({ id }: Of) => ({ workstreamId: id('workstream') });

const events: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'WorkstreamRenamed', data: { ...workstream(of), name: `Name ${n} of ${day}` } }),
  (n, _, of) => ({ type: 'AliasAdded', data: { ...workstream(of), alias: `Alias ${n}` } }),
  (n, day, of) => ({ type: 'BestPracticeForumRegistered', data: { ...workstream(of), name: `Forum ${day}`, cycle: 2006 + (n % 20) } }),
  (_, day, of) => ({ type: 'DynamicCoalitionRegistered', data: { ...workstream(of), name: `Coalition ${day}` } }),
];

export const workstreamHappenings = events.map((event): Happening => ({ category: 'workstream', event }));
