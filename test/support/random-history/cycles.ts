import { type Happening, idOf, type Of } from './happening.js';

const cycle = ({ id }: Of) => ({ workstreamId: id('workstream') });
const milestone = (n: number, of: Of) => ({ ...cycle(of), milestoneId: idOf(`milestone ${n % 3}`) });

const events: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'CycleRegistered', data: { ...cycle(of), name: `IGF ${day}`, number: n + 1, cycle: 2006 + (n % 20) } }),
  (n, day, of) => ({
    type: 'AnnualMeetingDescribed',
    data: { ...cycle(of), ...(n % 2 ? { theme: `Theme ${n}`, startsOn: day } : { city: `City ${n}`, endsOn: day, virtual: n % 4 === 0 }) },
  }),
  (n, day, of) => ({ type: 'MilestoneSet', data: { ...milestone(n, of), name: `Milestone ${n}`, dueOn: day, appliesTo: ['cycle'] } }),
  (n, day, of) => ({ type: 'MilestoneMoved', data: { ...milestone(n, of), from: day, to: day.slice(0, 7) } }),
  (n, _, of) => ({
    type: 'MilestoneMet',
    data: { ...milestone(n, of), metBy: idOf(`workstream ${n % 2}`) },
  }),
  (n, _, of) => ({ type: 'MilestoneDropped', data: milestone(n, of) }),
];

export const cycleHappenings = events.map((event): Happening => ({ category: 'workstream', event }));
