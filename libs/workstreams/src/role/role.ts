import { type Evolve, type Fact, type PartialDate, period } from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import type { RoleEnded } from './end-role.js';
import type { RoleTaken } from './take-role.js';
import { type Step, stepOf } from '../step.js';

/** Functions that people have in the work. Who did the same was called differently over the years (`DOMAIN.md`, Roles). */
export const ROLES = [
  'coordinator',
  'co-coordinator',
  'facilitator',
  'co-facilitator',
  'lead expert',
  'chair',
  'co-chair',
  'consultant',
  'rapporteur',
  'editor',
  'focal point',
  'liaison',
  'member',
] as const;
export type RoleName = (typeof ROLES)[number];

export type RoleEvent = RoleTaken | RoleEnded;

/** What one person did in a workstream, from when to when. Nobody's until its taking is folded. */
export type Role = Readonly<{
  roleId: string;
  personId: string;
  role: RoleName | null;
  /** As it was printed, where a source gives it a title of its own. */
  title: string | null;
  /** The organisation or group that the person stands for in it. */
  forBody: string | null;
  /** The day with which it was said to end, when it was taken. */
  until: PartialDate | null;
  taken: Step | null;
  ended: Step | null;
}>;

/** A role of which the taking is on record. */
export type TakenRole = Role & Readonly<{ role: RoleName; taken: Step }>;

/** Who does what in a workstream, in the order of taking it. */
export type Held = Readonly<{ roles: readonly Role[] }>;

const unknown = (roleId: string): Role => ({
  roleId,
  personId: '',
  role: null,
  title: null,
  forBody: null,
  until: null,
  taken: null,
  ended: null,
});

/** An end of which only the month is known may be folded before the beginning: it waits for it. */
function withRole(workstream: Workstream, roleId: string, change: (before: Role) => Role): Workstream {
  const before = workstream.roles.find((each) => each.roleId === roleId);
  const roles = before
    ? workstream.roles.map((each) => (each === before ? change(each) : each))
    : [...workstream.roles, change(unknown(roleId))];
  return { ...workstream, roles };
}

const taken = (before: Role, fact: Fact<RoleTaken>): Role => ({
  ...before,
  personId: fact.data.personId,
  role: fact.data.role,
  title: fact.data.title ?? null,
  forBody: fact.data.forBody ?? null,
  until: fact.data.until ?? null,
  taken: stepOf(fact),
});

export const roles: Evolve<Workstream, RoleEvent> = {
  RoleTaken: (workstream, fact) => withRole(workstream, fact.data.roleId, (before) => taken(before, fact)),
  RoleEnded: (workstream, fact) => withRole(workstream, fact.data.roleId, (before) => ({ ...before, ended: before.ended ?? stepOf(fact) })),
};

export const isTaken = (role: Role): role is TakenRole => role.taken !== null;

/** Whether a role that was taken is still held at an instant (milliseconds since 1970): not ended, and not run out. */
export const isHeld = ({ taken, ended, until }: Role, instant: number): boolean =>
  taken !== null && ended === null && (until === null || period(until).end >= instant);

/**
 * Who holds what at an instant. A taking that was entered late may stand before another one of the same role by the same
 * person: they hold it once, since the earlier.
 */
export const heldAt = (all: readonly Role[], instant: number): readonly TakenRole[] =>
  all
    .filter(isTaken)
    .filter((each) => isHeld(each, instant))
    .filter((each, index, held) => held.findIndex((other) => other.personId === each.personId && other.role === each.role) === index);
