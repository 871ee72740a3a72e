import type { BestPracticeForum } from '../best-practice-forum/best-practice-forum.js';
import { type Condition, madeBy, not } from './condition.js';
import type { StatusRule } from './rule.js';
import { approved, closed, collecting, drafting, finalised, inConsultation, met, turnedDown, presented, proposed } from './stages.js';
import type { Work } from './work.js';

const STATUSES = [
  'proposed',
  'not approved',
  'approved',
  'scoping',
  'collecting',
  'drafting',
  'in consultation',
  'presented',
  'finalised',
  'closed',
  'renewed',
  'merged',
  'unknown',
] as const;
type Stage = (typeof STATUSES)[number];

type Forum = Work<BestPracticeForum>;

const merged: Condition<Forum> = {
  says: 'its topic was [|not ]merged into another forum',
  holds: ({ workstream }) => madeBy(workstream.merged ? [workstream.merged] : []),
  lasting: true,
};
const renewed: Condition<Forum> = {
  says: '[a|no] forum of a later cycle renews it',
  holds: ({ renewals }) => madeBy(renewals),
  lasting: true,
};
const scoping: Condition<Forum> = {
  says: 'scoping has [|not ]begun',
  holds: ({ workstream }) => madeBy(workstream.scoping ? [workstream.scoping] : []),
  lasting: true,
};

/** How far a Best Practice Forum has come: the furthest stage that is on record (`DOMAIN.md`, Status). */
export const forumStage: StatusRule<Forum, Stage> = {
  name: 'forum stage',
  statuses: STATUSES,
  versions: [
    {
      version: '2014',
      from: '2014',
      source: 'Our reading of what forums went through since 2014, such as https://www.intgovforum.org/en/content/bpf-cybersecurity-2016.',
      cases: [
        { status: 'merged', when: [merged] },
        { status: 'not approved', when: [turnedDown, not(approved)] },
        { status: 'renewed', when: [finalised, renewed] },
        { status: 'closed', when: [closed] },
        { status: 'finalised', when: [finalised] },
        { status: 'presented', when: [presented] },
        { status: 'in consultation', when: [inConsultation] },
        { status: 'drafting', when: [drafting] },
        { status: 'collecting', when: [collecting] },
        { status: 'scoping', when: [scoping] },
        { status: 'scoping', when: [met] },
        { status: 'approved', when: [approved] },
        { status: 'proposed', when: [proposed] },
      ],
      otherwise: 'unknown',
    },
  ],
};
