import type { CenbPhase } from '../connecting-the-next-billion/cenb-phase.js';
import { type Condition, madeBy, not } from './condition.js';
import type { StatusRule } from './rule.js';
import { approved, closed, collecting, drafting, finalised, inConsultation, turnedDown, presented, proposed } from './stages.js';
import type { Work } from './work.js';

const STATUSES = [
  'proposed',
  'not approved',
  'chosen',
  'framework',
  'collecting',
  'drafting',
  'in consultation',
  'presented',
  'final',
  'closed',
  'unknown',
] as const;
type Stage = (typeof STATUSES)[number];

const framed: Condition<Work<CenbPhase>> = {
  says: '[its|no] framework is on record',
  holds: ({ workstream }) => madeBy(workstream.framework ? [workstream.framework] : []),
  lasting: true,
};

/** How far a phase of Connecting the Next Billion has come: the furthest stage that is on record (`DOMAIN.md`, Status). */
export const phaseStage: StatusRule<Work<CenbPhase>, Stage> = {
  name: 'phase stage',
  statuses: STATUSES,
  versions: [
    {
      version: '2015',
      from: '2015',
      source:
        'Our reading of what the phases went through, such as http://www.intgovforum.org/multilingual/content/framework-for-policy-options-for-connecting-and-enabling-the-next-billions-phase-ii.',
      cases: [
        { status: 'not approved', when: [turnedDown, not(approved)] },
        { status: 'closed', when: [closed] },
        { status: 'final', when: [finalised] },
        { status: 'presented', when: [presented] },
        { status: 'in consultation', when: [inConsultation] },
        { status: 'drafting', when: [drafting] },
        { status: 'collecting', when: [collecting] },
        { status: 'framework', when: [framed] },
        { status: 'chosen', when: [approved] },
        { status: 'proposed', when: [proposed] },
      ],
      otherwise: 'unknown',
    },
  ],
};
