import type { WorkstreamKind } from '#workstreams';
import { coalition } from './coalitions.js';
import { annualMeetingOf, type Day, FIRST_CYCLE, yearOf } from './days.js';
import type { Desk } from './desk.js';
import { forum } from './forums.js';
import { initiative } from './initiatives.js';
import { policyNetwork, workingGroup } from './networks.js';
import type { Thread } from './agenda.js';

/** The last year that a history reaches. */
const LAST = 2026;
/** By so much more than is wanted the work is made, so that the last year is not over when the history ends. */
const SURPLUS = 1.04;

/** About how many facts come of one workstream in a cycle, and what cycles bring that are there in any case. */
const YEARLY = { 'dynamic-coalition': 55, 'igf-initiative': 17, 'policy-network': 190, 'working-group': 60 } as const;
const FORUM = 260;
const FRAME = 330;

/** The work grows from year to year: by which share of all of it has been done at the end of a year. */
function shareBy(year: number): number {
  const upTo = (last: number): number => ((last - FIRST_CYCLE + 1) * (last - FIRST_CYCLE + 8)) / 2;
  return upTo(year) / upTo(LAST);
}

type Newcomer = Readonly<{
  share: number;
  since: number;
  facts: number;
  begin: (desk: Desk, cycle: number, from: Day) => Thread;
  isCyclic: boolean;
}>;

/** Who comes new, as a share of the facts that a cycle still needs. */
const NEWCOMERS: readonly Newcomer[] = [
  { share: 0.3, since: 2014, facts: FORUM, begin: (desk, cycle) => forum(desk, cycle), isCyclic: true },
  { share: 0.08, since: 2021, facts: YEARLY['policy-network'], begin: (desk, cycle) => policyNetwork(desk, cycle), isCyclic: true },
  { share: 0.04, since: 2010, facts: YEARLY['working-group'], begin: (desk, cycle) => workingGroup(desk, cycle), isCyclic: true },
  { share: 0.3, since: 2006, facts: YEARLY['dynamic-coalition'], begin: (desk, _, from) => coalition(desk, from), isCyclic: false },
  { share: 0.28, since: 2006, facts: YEARLY['igf-initiative'], begin: (desk, _, from) => initiative(desk, from), isCyclic: false },
];

/** How many facts are still to be found for the year, beside those that workstreams bring that go on. */
function wantedIn(desk: Desk, year: number): number {
  const { world } = desk;
  const target = world.length * SURPLUS * shareBy(year);
  const goingOn = Object.entries(YEARLY).reduce(
    (sum, [kind, facts]) => sum + world.going(kind as WorkstreamKind, desk.day).length * facts,
    0,
  );
  return target - world.office.length - goingOn - FRAME;
}

/** Brings the workstreams into being that are new in a cycle: as many as the length of the history asks for. */
export function newcomers(desk: Desk, cycle: number): void {
  const { luck, world, day } = desk;
  const wanted = wantedIn(desk, yearOf(day + 60));
  for (const { share, since, facts, begin, isCyclic } of NEWCOMERS) {
    if (cycle < since) continue;
    for (let left = Math.round((wanted * share) / facts); left > 0; left--) {
      const from = isCyclic ? annualMeetingOf(cycle) - 265 : day + luck.between(1, 340);
      world.begin(Math.max(day, from), begin(desk.besides(), cycle, from));
    }
  }
}
