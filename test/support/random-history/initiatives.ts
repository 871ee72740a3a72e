import { INITIATIVE_LEVELS, PRINCIPLES, STAKEHOLDER_GROUPS } from '#workstreams';
import type { Happening, Of } from './happening.js';

const initiative = ({ id }: Of) => ({ workstreamId: id('workstream') });

const events: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'IgfInitiativeRegistered', data: { ...initiative(of), name: `IGF ${day}`, level: INITIATIVE_LEVELS[n % 4] } }),
  (_, __, of) => ({ type: 'InitiativeForming', data: initiative(of) }),
  (_, __, of) => ({ type: 'InitiativeFounded', data: initiative(of) }),
  (_, __, of) => ({ type: 'InitiativeRecognised', data: initiative(of) }),
  (n, day, of) => ({ type: 'InitiativeListed', data: { ...initiative(of), ...(n % 2 && { list: day }) } }),
  (n, day, of) => ({ type: 'InitiativeDelisted', data: { ...initiative(of), ...(n % 2 && { list: day }) } }),
  (n, day, of) => ({ type: 'AnnualMeetingScheduled', data: { ...initiative(of), year: 2006 + n, scheduledFor: day } }),
  (n, day, of) => ({ type: 'AnnualMeetingHeld', data: { ...initiative(of), year: 2006 + n, place: day, first: n % 2 === 0 } }),
  (n, _, of) => ({ type: 'PrinciplesAffirmed', data: { ...initiative(of), principles: [PRINCIPLES[n % 5]] } }),
  (n, _, of) => ({
    type: 'OrganisingTeamNamed',
    data: { ...initiative(of), members: [{ stakeholderGroup: STAKEHOLDER_GROUPS[n % 5], count: n + 1 }] },
  }),
  (_, __, of) => ({ type: 'InitiativeDormant', data: initiative(of) }),
  (_, __, of) => ({ type: 'InitiativeRejuvenated', data: initiative(of) }),
  (_, day, of) => ({ type: 'InitiativeAttested', data: { ...initiative(of), as: `spoken of on ${day}` } }),
  (n, day, of) => ({
    type: 'InitiativeReclassified',
    data: { ...initiative(of), ...(n % 2 && { level: INITIATIVE_LEVELS[n % 4] }), ...(n % 3 && { place: day }) },
  }),
];

export const initiativeHappenings = events.map((event): Happening => ({ category: 'workstream', event }));
