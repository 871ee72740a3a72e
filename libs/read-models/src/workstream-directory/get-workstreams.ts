import { IsIn } from 'class-validator';
import { atAnyTime, IsCount, IsId, ListQuery, NotFound, Optional, pageOf, Query } from '#event-sourcing';
import type { Answering } from '#event-sourcing/projections';
import { nameOf, type Workstream, WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { workstreams } from './workstream-directory.js';

/** The workstreams there were at a moment. */
export class GetWorkstreams extends ListQuery {
  @Optional() @IsIn(WORKSTREAM_KINDS) readonly kind?: WorkstreamKind;
  /** The year of the annual meeting. */
  @Optional() @IsCount(9999) readonly cycle?: number;
}

/** One workstream as it was at a moment. */
export class GetWorkstream extends Query {
  @IsId() readonly workstreamId!: string;
}

export type RegisteredWorkstream = Exclude<Workstream, { kind: 'none' }>;
export type WorkstreamView = RegisteredWorkstream & Readonly<{ name: string }>;

const isRegistered = (row: Workstream | undefined): row is RegisteredWorkstream => row !== undefined && row.kind !== 'none';
const viewOf = (row: RegisteredWorkstream): WorkstreamView => ({ name: nameOf(row), ...row });

/**
 * By kind, then by name; `total` counts all of them, `next` is the cursor to those that follow. As of a date, those that
 * surely existed by then: one of which only the year is known comes at its end.
 */
export type WorkstreamList = Readonly<{ total: number; next: string | null; workstreams: readonly WorkstreamView[] }>;

export const getWorkstreams: Answering<GetWorkstreams, WorkstreamList> = (query, tables) => {
  const where = { ...(query.kind && { kind: query.kind }), ...(query.cycle !== undefined && { cycle: query.cycle }) };
  const found = workstreams(tables).rows(where, query).filter(isRegistered).map(viewOf);
  const byName = found.toSorted((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'en'));
  const { total, next, shown } = pageOf(byName, query, tables.position());
  return { body: { total, next, workstreams: shown } };
};

export const getWorkstream: Answering<GetWorkstream, WorkstreamView> = (query, tables) => {
  const { workstreamId, asOf } = query;
  const row = workstreams(tables).row(workstreamId, query);
  if (!isRegistered(row)) {
    const later = asOf === undefined ? undefined : workstreams(tables).row(workstreamId, atAnyTime(query));
    if (!isRegistered(later)) throw new NotFound(`No workstream has the id ${workstreamId}.`);
    throw new NotFound(`${nameOf(later)} is not sure to have existed by ${asOf}: it is dated ${later.registered.effective}.`);
  }
  return { body: viewOf(row), stream: `workstream-${query.workstreamId}` };
};
