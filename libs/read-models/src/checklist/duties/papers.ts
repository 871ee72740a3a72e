import { type PartialDate, period } from '#event-sourcing';
import { outputsOf, type Paper, titleOfPaper } from '#workstreams';
import { type Duty, lacking, type Looked, whole, type YearOfWork } from '../duty.js';
import { ALL, WITH_OUTPUTS } from './kinds.js';

const isDue = ({ outputsDue, day }: YearOfWork): boolean => period(outputsDue.on).end < day.period.end;

const finalFacts = (papers: readonly Paper[]): readonly string[] => papers.flatMap(({ final }) => final?.factId ?? []);

function outputsLooked(year: YearOfWork): readonly Looked[] {
  if (!isDue(year)) return [];
  const { workstream, outputsDue } = year;
  const finals = finalFacts(outputsOf(year));
  if (finals.length > 0) return [whole(finals)];
  const of = { category: 'workstream', id: workstream.workstreamId, name: workstream.names.at(-1)?.name ?? '' };
  const fill = { command: 'BeginPaper', method: 'PUT', path: '/v1/papers/{paperId}' } as const;
  const factIds = [workstream.registered.factId, ...outputsDue.factIds];
  return [lacking({ of, missing: `an outcome paper of the ${year.cycle} cycle that is final`, since: outputsDue.on, factIds, fill })];
}

const DUE = 'two months after the annual meeting, or by the end of February after its year where the day of its end is not on record';
const PLANS = 'https://www.intgovforum.org/en/content/bpf-cybersecurity-2016 and plans of other years; the two months are our reading.';

/** The work of a cycle ends in a paper. */
export const outcomePapers: Duty = {
  id: 'outcome-papers',
  title: 'The outcome of the cycle',
  rule: `The work of a cycle has an outcome paper that is final ${DUE}.`,
  source: PLANS,
  of: WITH_OUTPUTS,
  needs: 'that the day by which it is due has passed',
  look: outputsLooked,
};

function finalOf(paper: Paper, since: PartialDate, dueFacts: readonly string[]): Looked {
  const ending = [paper.superseded, paper.withdrawn].flatMap((step) => step?.factId ?? []);
  if (paper.final || ending.length > 0) return whole([...finalFacts([paper]), ...ending]);
  const factIds = [...(paper.begun ? [paper.begun.factId] : []), ...paper.drafts.map(({ factId }) => factId), ...dueFacts];
  const fill = { command: 'FinalisePaper', method: 'POST', path: `/v1/papers/${paper.paperId}/finals` } as const;
  const of = { category: 'paper', id: paper.paperId, name: titleOfPaper(paper) };
  return lacking({ of, missing: 'its final version, or a word that it was given up', since, factIds, fill });
}

/** A paper that was begun has a final. */
export const finalVersions: Duty = {
  id: 'final-versions',
  title: 'Final versions of papers',
  rule: `A paper of the cycle is final, superseded or withdrawn ${DUE}.`,
  source: PLANS,
  of: ALL,
  needs: 'a paper of the cycle, and that the day by which it is due has passed',
  look: (year) => (isDue(year) ? year.papers.map((paper) => finalOf(paper, year.outputsDue.on, year.outputsDue.factIds)) : []),
};
