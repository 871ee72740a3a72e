import { isTaken, type Role, type RoleName } from '#workstreams';
import { type Dating, type Extent, factIdsOf, orNone, type When } from './when.js';

/** What one person did: a bar. `to` is when it ended or was to run out; null while it is held without an end. */
export type DrawnRole = Extent &
  Readonly<{
    roleId: string;
    personId: string;
    /** As the person was called at the moment of the drawing. */
    name: string;
    role: RoleName;
    title: string | null;
    forBody: string | null;
    /** The day with which it was said to end, when it was taken. */
    until: When | null;
    factIds: readonly string[];
  }>;

export const rolesLane = (roles: readonly Role[], dating: Dating, nameOf: (personId: string) => string): readonly DrawnRole[] =>
  roles.filter(isTaken).map((each) => ({
    roleId: each.roleId,
    personId: each.personId,
    name: nameOf(each.personId),
    role: each.role,
    title: each.title,
    forBody: each.forBody,
    from: dating(each.taken),
    to: each.ended ? dating(each.ended) : orNone(each.until),
    until: orNone(each.until),
    factIds: factIdsOf(each.taken, each.ended),
  }));
