import { overdueDays } from '#workstreams';
import { type Duty, type ExpectedMilestone, lacking, type Looked, whole, type YearOfWork } from '../duty.js';
import { ALL } from './kinds.js';

function reached({ cycleId, milestone }: ExpectedMilestone, { workstream, day }: YearOfWork): Looked {
  const { milestoneId, name, met, moves, set, current } = milestone;
  const own = met.filter(({ metBy }) => metBy === workstream.workstreamId).map(({ factId }) => factId);
  const planned = [set.factId, ...moves.map(({ factId }) => factId)];
  if (own.length > 0 || overdueDays(current, day.period.end) === 0) return whole([...planned, ...own]);
  const path = `/v1/cycles/${cycleId}/milestones/${milestoneId}/completions`;
  const fill = { command: 'MeetMilestone', method: 'POST', path } as const;
  const of = { category: 'milestone', id: milestoneId, name };
  return lacking({ of, missing: 'a word that it was met', since: current, factIds: planned, fill });
}

/** What the plan of a cycle asks of a workstream is done in time. */
export const milestonesMet: Duty = {
  id: 'milestones',
  title: 'Milestones of the plan',
  rule: 'A milestone of the cycle that is for the workstream, and was not dropped, is met by the date that is planned now.',
  source: 'The plan of the cycle itself (DOMAIN.md, Milestones).',
  of: ALL,
  needs: 'a milestone for it in the plan of the cycle',
  look: (year) => year.milestones.map((each) => reached(each, year)),
};
