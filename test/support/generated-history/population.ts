import type { WorkstreamKind } from '#workstreams';
import type { Thread } from './agenda.js';
import { coalition } from './coalitions.js';
import { annualMeetingOf, type Day, FIRST_CYCLE, yearOf } from './days.js';
import type { Desk } from './desk.js';
import { forum } from './forums.js';
import { initiative } from './initiatives.js';
import { policyNetwork, workingGroup } from './networks.js';

/** The last year that a history reaches. */
const LAST = 2026;
/** More is made than is wanted, so that the last year is not over when the history ends. */
const SURPLUS = 1.12;

/** About how many facts a year come of a workstream that goes on, and of the bodies and cycles that there are in any case. */
const YEARLY = { 'dynamic-coalition': 70, 'igf-initiative': 17, 'policy-network': 240, 'working-group': 90 } as const;
const FRAME = 600;

/** What the MAG approves for a cycle: since when there is such a thing, which share of a year's facts it has, and how many one has. */
const OF_A_CYCLE = [
  { since: 2014, least: 2, share: 0.14, facts: 320, begin: forum },
  { since: 2020, least: 0, share: 0.03, facts: YEARLY['policy-network'], begin: policyNetwork },
  { since: 2016, least: 0, share: 0.01, facts: YEARLY['working-group'], begin: workingGroup },
] as const;

/** What goes on for years makes up the rest. */
const FOR_YEARS: readonly Readonly<{ share: number; facts: number; begin: (desk: Desk, from: Day) => Thread }>[] = [
  { share: 0.5, facts: YEARLY['dynamic-coalition'], begin: coalition },
  { share: 0.5, facts: YEARLY['igf-initiative'], begin: initiative },
];

/** The work grows from year to year: how many facts there are to be by the end of one. */
function targetOf(length: number, year: number): number {
  const upTo = (last: number): number => ((last - FIRST_CYCLE + 1) * (last - FIRST_CYCLE + 8)) / 2;
  return (length * SURPLUS * upTo(year)) / upTo(LAST);
}

function goingOn({ world, day }: Desk): number {
  return Object.entries(YEARLY).reduce((sum, [kind, facts]) => sum + world.going(kind as WorkstreamKind, day).length * facts, 0);
}

/** Brings the workstreams into being that are new in a cycle: as many as the length of the history asks for. */
export function newcomers(desk: Desk, cycle: number): void {
  const { luck, world, day } = desk;
  const year = yearOf(day + 60);
  const target = targetOf(world.length, year);
  let wanted = target - world.office.length - FRAME * world.breadth - goingOn(desk);
  for (const { since, least, share, facts, begin } of OF_A_CYCLE) {
    if (cycle < since) continue;
    const count = Math.max(cycle === since ? 1 : least, Math.round(((target - targetOf(world.length, year - 1)) * share) / facts));
    wanted -= count * facts;
    for (let left = count; left > 0; left--) world.begin(Math.max(day, annualMeetingOf(cycle) - 265), begin(desk.besides(), cycle));
  }
  for (const { share, facts, begin } of FOR_YEARS) {
    for (let left = Math.max(cycle === FIRST_CYCLE ? 1 : 0, Math.round((wanted * share) / facts)); left > 0; left--) {
      const from = day + luck.between(1, 340);
      world.begin(from, begin(desk.besides(), from));
    }
  }
}
