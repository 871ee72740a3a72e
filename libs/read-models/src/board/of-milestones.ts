import { period } from '#event-sourcing';
import { type Cycle, type Day, goesOn, isSet, type SetUp, type Work } from '#workstreams';
import { isExpected } from '../milestones/milestone-views.js';
import { type Cell, known, notApplicable } from './cell.js';
import type { BoardMilestone } from './columns.js';
import { daysTo } from './of-calls.js';

/** The plans of a cycle that a workstream works towards, which it has not met yet and which were not dropped. */
const openOf = ({ workstream }: Work, cycle: Cycle): readonly SetUp[] =>
  cycle.milestones
    .filter(isSet)
    .filter(({ dropped, met }) => dropped === null && !met.some(({ metBy }) => metBy === workstream.workstreamId))
    .filter((milestone) => isExpected(milestone, workstream, cycle));

/** The milestone that is due next, or has been due for longest. */
export function nextMilestone(work: Work, cycles: readonly Cycle[], day: Day): Cell<BoardMilestone> {
  if (!goesOn(work, day)) return notApplicable('its work is over');
  const open = cycles.flatMap((cycle) => openOf(work, cycle)).toSorted((a, b) => period(a.current).first - period(b.current).first);
  const [next] = open;
  if (!next) return notApplicable('no milestone is ahead of it');
  const { milestoneId, name, current: due, set, moves } = next;
  return known({ milestoneId, name, due, days: daysTo(due, day) }, [set.factId, ...moves.map(({ factId }) => factId)]);
}
