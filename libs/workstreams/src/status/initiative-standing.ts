import type { IgfInitiative } from '../igf-initiative/igf-initiative.js';
import type { InitiativeListing } from '../igf-initiative/list-initiative.js';
import { foldedBefore, type Step } from '../step.js';
import { type Condition, madeBy } from './condition.js';
import type { StatusRule } from './rule.js';
import type { Work } from './work.js';

const STATUSES = ['in formation', 'founded', 'recognised', 'listed', 'dormant', 'delisted', 'unknown'] as const;
type Standing = (typeof STATUSES)[number];

type Initiative = Work<IgfInitiative>;
type Look = Condition<Initiative>;

const lifeOf = ({ workstream }: Initiative) => workstream.initiative;

/** What tells that an initiative is awake. */
const signsOfLife = (work: Initiative): readonly Step[] => [
  ...lifeOf(work).turns.filter(({ to }) => to === 'rejuvenated'),
  ...lifeOf(work).meetingsHeld,
  ...work.workstream.reports,
];

/** What the list of the Secretariat said last: other lists go by their names. */
const lastListing = (work: Initiative, to: InitiativeListing['to']): readonly InitiativeListing[] => {
  const last = lifeOf(work).listings.findLast(({ list }) => list === undefined);
  return last?.to === to ? [last] : [];
};

const dormant: Look = {
  says: '[a|no] source has called it dormant since it last met, reported or was rejuvenated',
  holds: (work) => {
    const called = lifeOf(work).turns.filter(({ to }) => to === 'dormant');
    return madeBy(called.filter((each) => !signsOfLife(work).some((sign) => foldedBefore(each, sign))));
  },
};
const delisted: Look = {
  says: 'the Secretariat has [|not ]taken it off its list since it was last put there',
  holds: (work) => madeBy(lastListing(work, 'delisted')),
};
const listed: Look = { says: 'it is [|not ]on the list of the Secretariat', holds: (work) => madeBy(lastListing(work, 'listed')) };
const recognised: Look = {
  says: 'the Secretariat has [|not ]recognised it',
  holds: (work) => madeBy(lifeOf(work).recognised),
  lasting: true,
};
const founded: Look = { says: '[its|no] founding is on record', holds: (work) => madeBy(lifeOf(work).founded), lasting: true };
const met: Look = { says: 'it has held [an|no] annual meeting', holds: (work) => madeBy(lifeOf(work).meetingsHeld), lasting: true };
const forming: Look = {
  says: 'people have [|not ]announced that they form it',
  holds: (work) => madeBy(lifeOf(work).forming),
  lasting: true,
};

/** Where an IGF initiative stands with its own community and with the Secretariat (`DOMAIN.md`, Status). */
export const initiativeStanding: StatusRule<Initiative, Standing> = {
  name: 'initiative standing',
  statuses: STATUSES,
  versions: [
    {
      version: '2006',
      from: '2006',
      source:
        'https://www.intgovforum.org/review/toolkit-to-help-communities-to-establish-igf-initiatives/. No rule of inactivity was found: dormant is what a source calls so.',
      cases: [
        { status: 'dormant', when: [dormant] },
        { status: 'delisted', when: [delisted] },
        { status: 'listed', when: [listed] },
        { status: 'recognised', when: [recognised] },
        { status: 'founded', when: [founded] },
        { status: 'founded', when: [met] },
        { status: 'in formation', when: [forming] },
      ],
      otherwise: 'unknown',
    },
  ],
};
