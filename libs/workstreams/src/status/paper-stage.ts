import type { Paper } from '../paper/paper.js';
import { PAPER_STAGES, type PaperStage, stepsTo } from '../paper/stage.js';
import { type Condition, madeBy } from './condition.js';
import type { StatusRule } from './rule.js';

const SAYS: Readonly<Record<PaperStage, string>> = {
  begun: '[its|no] beginning is on record',
  outline: '[an|no] outline is on record',
  draft: '[a|no] draft is on record',
  'in consultation': 'comments are [|not ]open',
  presented: 'it was [|not ]presented',
  final: '[a|no] final is on record',
  living: '[its final is a living one|no living final is on record]',
  superseded: 'another paper has [|not ]superseded it',
  withdrawn: 'it was [|not ]withdrawn',
};

const reached = (stage: PaperStage): Condition<Paper> => ({
  says: SAYS[stage],
  holds: (paper) => madeBy(stepsTo(stage, paper)),
  // Comments are closed again.
  ...(stage !== 'in consultation' && { lasting: true }),
});

/** How far a paper has come: the furthest stage that its facts reach (`DOMAIN.md`, Status). */
export const paperStageRule: StatusRule<Paper, PaperStage> = {
  name: 'paper stage',
  statuses: PAPER_STAGES,
  versions: [
    {
      version: '2014',
      from: '2014',
      source:
        'Our reading of what papers went through since 2014, such as https://dig.watch/event/igf-2016-draft-outputs-best-practice-forums.',
      cases: PAPER_STAGES.toReversed().map((status) => ({ status, when: [reached(status)] })),
      otherwise: 'begun',
    },
  ],
};
