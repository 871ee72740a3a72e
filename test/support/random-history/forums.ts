import { type Happening, idOf, type Of } from './happening.js';

const workstream = ({ id }: Of) => ({ workstreamId: id('workstream') });
const decision = (n: number, of: Of) => ({ ...workstream(of), cycle: 2015 + (n % 3), decidedIn: `Meeting ${n % 4}` });

const events: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'WorkstreamProposed', data: { ...workstream(of), title: `Topic ${n}`, proposedBy: `Member ${day}` } }),
  (n, day, of) => ({ type: 'WorkstreamApproved', data: { ...decision(n, of), ...(n % 2 && { changes: `Changes of ${day}` }) } }),
  (n, _, of) => ({ type: 'WorkstreamNotApproved', data: decision(n, of) }),
  (_, day, of) => ({ type: 'ScopingStarted', data: { ...workstream(of), scope: `Scope of ${day}` } }),
  (n, day, of) => ({ type: 'WorkstreamPresented', data: { ...workstream(of), meetingId: idOf(`meeting ${n % 3}`), session: day } }),
  (n, _, of) => ({ type: 'WorkstreamMerged', data: { ...workstream(of), into: idOf(`workstream ${n % 3}`) } }),
  (_, __, of) => ({ type: 'WorkstreamClosed', data: workstream(of) }),
  (_, day, of) => ({ type: 'FrameworkAdopted', data: { ...workstream(of), title: `Framework of ${day}` } }),
  (n, _, of) => ({ type: 'FocusGoalsSet', data: { ...workstream(of), focusSdgs: [1 + (n % 17)] } }),
  (_, day, of) => ({
    type: 'CenbPhaseRegistered',
    data: { ...workstream(of), name: `Phase ${day}`, phase: 'II', cycle: 2016, focusSdgs: [4] },
  }),
  (_, day, of) => ({ type: 'PolicyNetworkRegistered', data: { ...workstream(of), name: `Network ${day}` } }),
  (_, day, of) => ({ type: 'WorkingGroupRegistered', data: { ...workstream(of), name: `Working group ${day}`, abbreviation: 'WG' } }),
  (_, day, of) => ({
    type: 'CoordinationGroupRegistered',
    data: { ...workstream(of), name: `Coordinators ${day}`, coordinates: 'dynamic-coalition' },
  }),
  (_, day, of) => ({ type: 'BodyRegistered', data: { ...workstream(of), name: `Body ${day}` } }),
];

export const forumHappenings = events.map((event): Happening => ({ category: 'workstream', event }));
