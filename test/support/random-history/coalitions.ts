import { COMMON_STANDARDS, SHOWN_AS } from '#workstreams';
import { type Happening, idOf, type Of } from './happening.js';

const coalition = ({ id }: Of) => ({ workstreamId: id('workstream') });

const events: readonly Happening['event'][] = [
  (_, __, of) => ({ type: 'CoalitionExploring', data: coalition(of) }),
  (n, day, of) => ({
    type: 'CoalitionProposed',
    data: { ...coalition(of), need: `Need ${n}`, actionPlan: day, mailingList: 'x', contacts: ['x'], representatives: [] },
  }),
  (_, __, of) => ({ type: 'CoalitionRecognised', data: coalition(of) }),
  (n, _, of) => ({ type: 'CommonStandardsAdopted', data: { ...coalition(of), standards: [COMMON_STANDARDS[n % 3]] } }),
  (n, day, of) => ({
    type: 'StandardsChecked',
    data: { ...coalition(of), results: [{ standard: COMMON_STANDARDS[n % 3], met: n % 2 === 0 }], toBeFixedBy: day },
  }),
  (_, __, of) => ({ type: 'CoalitionDeclaredInactive', data: coalition(of) }),
  (n, _, of) => ({ type: 'CoalitionRecommitted', data: { ...coalition(of), cycle: 2006 + n } }),
  (n, _, of) => ({ type: 'CoalitionSucceeded', data: { ...coalition(of), succeededBy: idOf(`workstream ${n % 3}`) } }),
  (n, day, of) => ({ type: 'CoalitionListed', data: { ...coalition(of), list: `List of ${day}`, as: SHOWN_AS[n % 3] } }),
  (_, day, of) => ({ type: 'CoalitionOmitted', data: { ...coalition(of), list: `List of ${day}` } }),
  (n, day, of) => ({ type: 'YearlyReportFiled', data: { ...coalition(of), year: 2006 + n, kind: n % 2 ? 'report' : 'paper', title: day } }),
];

export const coalitionHappenings = events.map((event): Happening => ({ category: 'workstream', event }));
