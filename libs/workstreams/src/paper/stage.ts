import { takesComments } from './comment-periods.js';
import type { Paper } from './paper.js';
import type { PaperStep } from './step.js';

/** Furthest last. */
export const PAPER_STAGES = [
  'begun',
  'outline',
  'draft',
  'in consultation',
  'presented',
  'final',
  'living',
  'superseded',
  'withdrawn',
] as const;
export type PaperStage = (typeof PAPER_STAGES)[number];

const STEPS: Readonly<Record<PaperStage, (paper: Paper) => readonly (PaperStep | null)[]>> = {
  begun: ({ begun }) => [begun],
  outline: ({ outlines }) => outlines,
  draft: ({ drafts }) => drafts,
  'in consultation': ({ commentPeriods }) => commentPeriods.filter(takesComments).map(({ opened }) => opened),
  presented: ({ presentations }) => presentations,
  final: ({ final }) => [final],
  living: ({ final }) => [final?.living ? final : null],
  superseded: ({ superseded }) => [superseded],
  withdrawn: ({ withdrawn }) => [withdrawn],
};

/** What brought a paper to a stage; nothing where it has not reached that. */
export const stepsTo = (stage: PaperStage, paper: Paper): readonly PaperStep[] => STEPS[stage](paper).filter((step) => step !== null);

/** How far a paper has come: the furthest stage that its facts reach. Comments that were closed lead back to the draft. */
export const paperStage = (paper: Paper): PaperStage => PAPER_STAGES.findLast((stage) => stepsTo(stage, paper).length > 0) ?? 'begun';
