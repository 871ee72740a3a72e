import { IsIn } from 'class-validator';
import { IsId, ListQuery, Optional, pageOf } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { type RoleName, ROLES } from '#workstreams';
import { getWorkstream } from '../workstream-directory/get-workstreams.js';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import { IsFlag } from '../asked.js';
import { type RoleView, roleViews } from './role-views.js';

/** Who did what in a workstream at a moment. */
export class GetRoles extends ListQuery {
  @IsId() readonly workstreamId!: string;
  @Optional() @IsIn(ROLES) readonly role?: RoleName;
  /** With those that had ended by then. */
  @Optional() @IsFlag() readonly all?: boolean;
}

/** In the order in which they were taken; `next` is the cursor to those that follow. */
export type RoleList = Readonly<{ workstream: NamedWorkstream; total: number; next: string | null; roles: readonly RoleView[] }>;

export const getRoles: Answering<GetRoles, RoleList> = (query, tables) => {
  const { workstreamId, role } = query;
  const { roles } = getWorkstream(query, tables).body;
  const views = roleViews(workstreamId, roles, query, tables).filter((each) => role === undefined || each.role === role);
  const { total, next, shown } = pageOf(views, query, tables.position());
  return { body: { workstream: named(tables, workstreamId, query), total, next, roles: shown } };
};
