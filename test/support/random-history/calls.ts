import { type Happening, idOf, type Of } from './happening.js';

const call = ({ id, workstreamIds }: Of) => ({ callId: id('call'), workstreamIds });
const contribution = (n: number, of: Of) => ({ ...call(of), contributionId: idOf(`contribution ${n % 3}`) });

const events: readonly Happening['event'][] = [
  (_, day, of) => ({
    type: 'CallOpened',
    data: { ...call(of), title: `Call ${day}`, inclusionDate: day, deadlines: [{ category: 'NRIs', kind: 'closing', on: day }] },
  }),
  (n, day, of) => ({ type: 'DeadlineExtended', data: { ...call(of), deadline: n % 2 ? 'closing' : 'inclusion', from: null, to: day } }),
  (_, __, of) => ({ type: 'CallClosed', data: call(of) }),
  (_, __, of) => ({ type: 'CallReopened', data: call(of) }),
  (n, day, of) => ({ type: 'ContributionReceived', data: { ...contribution(n, of), kind: 'written', title: day } }),
  (n, __, of) => ({ type: 'ContributionWithdrawn', data: contribution(n, of) }),
  (n, __, of) => ({ type: 'LateContributionAccepted', data: contribution(n, of) }),
  (n, __, of) => ({ type: 'ContributionPublished', data: { ...contribution(n, of), page: 'https://example.org' } }),
  (n, day, of) => ({ type: 'ContributionsCounted', data: { ...call(of), count: `${n}+`, covers: day } }),
];

export const callHappenings = events.map((event): Happening => ({ category: 'call', event }));
