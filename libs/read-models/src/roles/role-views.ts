import { firstDay, type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { heldAt, isTaken, type Role, type RoleName, type TakenRole } from '#workstreams';
import { askedInstant } from '../asked.js';
import { type NamedPerson, personAt } from '../people/people.js';
import { named, type NamedWorkstream, workstreams } from '../workstream-directory/workstream-directory.js';

/** Who did what where, from when to when. The person and the workstream are as they were then: of a former role, at its end. */
export type RoleView = Readonly<{
  roleId: string;
  workstream: NamedWorkstream;
  person: NamedPerson;
  role: RoleName;
  title: string | null;
  forBody: string | null;
  from: PartialDate;
  /** When it ended, or ran out; null while it is held. */
  to: PartialDate | null;
  /** The day with which it was said to end, when it was taken. */
  until: PartialDate | null;
  /** The fact by which it was taken. */
  factId: string;
}>;

type Asked = Moment & Readonly<{ all?: boolean | undefined }>;

function viewOf(workstreamId: string, role: TakenRole, isHeld: boolean, { tables, moment }: { tables: Tables; moment: Moment }): RoleView {
  const { roleId, personId, title, forBody, until, taken, ended } = role;
  const to = isHeld ? null : (ended?.effective ?? until);
  const then = to === null ? moment : { ...moment, asOf: to };
  return {
    roleId,
    workstream: named(tables, workstreamId, then),
    person: personAt(tables, personId, then),
    role: role.role,
    title,
    forBody,
    from: taken.effective,
    to,
    until,
    factId: taken.factId,
  };
}

/** The roles in a workstream that were held at a moment; all that were taken by then, if asked for. */
export function roleViews(
  workstreamId: string,
  roles: readonly Role[],
  { all, asOf, knownAt, upTo }: Asked,
  tables: Tables,
): readonly RoleView[] {
  const moment = { asOf, knownAt, upTo };
  const held = heldAt(roles, askedInstant(moment));
  const wanted = all ? roles.filter(isTaken) : held;
  return wanted.map((role) => viewOf(workstreamId, role, held.includes(role), { tables, moment }));
}

/** What a person did at a moment, in all workstreams, by when it began. */
export function rolesOfPerson({ personId, ...asked }: Asked & Readonly<{ personId: string }>, tables: Tables): readonly RoleView[] {
  const rows = workstreams(tables).about(personId, asked);
  const views = rows.flatMap((row) => {
    const own = row.roles.filter((role) => role.personId === personId);
    return row.kind === 'none' ? [] : roleViews(row.workstreamId, own, asked, tables);
  });
  return views.toSorted((a, b) => firstDay(period(a.from)) - firstDay(period(b.from)));
}
