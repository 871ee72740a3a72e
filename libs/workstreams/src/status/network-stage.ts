import type { Decision } from '../mag-decision/mag-decisions.js';
import type { PolicyNetwork } from '../policy-network/policy-network.js';
import { type Condition, madeBy, not } from './condition.js';
import type { StatusRule } from './rule.js';
import { approved, closed, meetingsSince, turnedDown, proposed } from './stages.js';
import { outputsOf, type Work } from './work.js';

const STATUSES = ['proposed', 'not approved', 'approved', 'renewed', 'working', 'reported', 'presented', 'closed', 'unknown'] as const;
type Stage = (typeof STATUSES)[number];

type Network = Work<PolicyNetwork>;
type Look = Condition<Network>;

/** The approvals, those of the last cycle last. */
const approvals = ({ workstream }: Network): readonly Decision[] =>
  workstream.decisions.filter(({ outcome }) => outcome === 'approved').toSorted((a, b) => (a.cycle ?? 0) - (b.cycle ?? 0));

/** Whether something is of the cycle for which the network was last approved; where no approval is on record, everything is. */
const isOfLastCycle = (work: Network): ((each: Readonly<{ cycle: number | null }>) => boolean) => {
  const last = approvals(work).at(-1)?.cycle ?? null;
  return ({ cycle }) => last === null || cycle === last;
};

const presented: Look = {
  says: 'its work was [|not ]presented in the last cycle for which it was approved',
  holds: (work) => madeBy(work.workstream.presentations.filter(isOfLastCycle(work))),
};
const reported: Look = {
  says: '[a|no] final output of the last cycle for which it was approved is on record',
  holds: (work) =>
    madeBy(
      outputsOf(work)
        .filter(isOfLastCycle(work))
        .flatMap(({ final }) => final ?? []),
    ),
};
const working: Look = {
  says: 'it has held [a|no] meeting since it was last approved, other than informal ones',
  holds: (work) => madeBy(meetingsSince(work, approvals(work).at(-1))),
};
const renewed: Look = {
  says: 'the MAG has [|not ]approved it for more than one cycle',
  holds: (work) => {
    const all = approvals(work);
    return new Set(all.map(({ cycle }) => cycle)).size > 1 ? madeBy(all) : undefined;
  },
  lasting: true,
};

/** How far a Policy Network has come in the last cycle for which the MAG approved it (`DOMAIN.md`, Status). */
export const networkStage: StatusRule<Network, Stage> = {
  name: 'network stage',
  statuses: STATUSES,
  versions: [
    {
      version: '2021',
      from: '2021',
      source:
        'Our reading of what networks go through in each cycle, such as https://multilingual.intgovforum.org/en/content/igf-2024-policy-network-on-meaningful-access.',
      cases: [
        { status: 'not approved', when: [turnedDown, not(approved)] },
        { status: 'closed', when: [closed] },
        { status: 'presented', when: [presented] },
        { status: 'reported', when: [reported] },
        { status: 'working', when: [working] },
        { status: 'renewed', when: [renewed] },
        { status: 'approved', when: [approved] },
        { status: 'proposed', when: [proposed] },
      ],
      otherwise: 'unknown',
    },
  ],
};
