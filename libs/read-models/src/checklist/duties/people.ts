import { period } from '#event-sourcing';
import { isTaken, nameOf, type RoleName, type TakenRole } from '#workstreams';
import { type Duty, lacking, type Looked, whole, type YearOfWork } from '../duty.js';
import { LED } from './kinds.js';

/** Those who lead were called differently over the years. */
const LEADING: readonly RoleName[] = ['coordinator', 'co-coordinator', 'facilitator', 'co-facilitator', 'chair', 'co-chair', 'lead expert'];

/** Whether a role may have been held at some time of the year. */
function touches({ taken, ended, until }: TakenRole, cycle: number): boolean {
  const { first, end } = period(String(cycle));
  const to = ended?.effective ?? until;
  return period(taken.effective).first < end && (to === null || period(to).end > first);
}

function leadersOf({ workstream, cycle }: YearOfWork): readonly Looked[] {
  const leaders = workstream.roles.filter(isTaken).filter((role) => LEADING.includes(role.role) && touches(role, cycle));
  if (leaders.length > 0) return [whole(leaders.map(({ taken }) => taken.factId))];
  const { workstreamId, registered } = workstream;
  const fill = { command: 'TakeRole', method: 'PUT', path: `/v1/workstreams/${workstreamId}/roles/{roleId}` } as const;
  const of = { category: 'workstream', id: workstreamId, name: nameOf(workstream) };
  return [lacking({ of, missing: `who led it in ${cycle}`, since: registered.effective, factIds: [registered.factId], fill })];
}

/** Somebody leads the work. */
export const leaders: Duty = {
  id: 'leaders',
  title: 'Who leads the work',
  rule: `In each year somebody is on record as ${LEADING.slice(0, -1).join(', ')} or ${LEADING.at(-1)!}.`,
  source: 'DOMAIN.md, Roles: forums, coalitions and initiatives all had such people. That each has one on record is our reading.',
  of: LED,
  needs: 'that it is led by people of its own',
  look: leadersOf,
};
