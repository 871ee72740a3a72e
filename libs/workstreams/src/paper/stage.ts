import { takesComments } from './comment-periods.js';
import type { Paper } from './paper.js';

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

const REACHED: Readonly<Record<PaperStage, (paper: Paper) => boolean>> = {
  begun: () => true,
  outline: ({ outlines }) => outlines.length > 0,
  draft: ({ drafts }) => drafts.length > 0,
  'in consultation': ({ commentPeriods }) => commentPeriods.some(takesComments),
  presented: ({ presentations }) => presentations.length > 0,
  final: ({ final }) => final !== null,
  living: ({ final }) => final?.living === true,
  superseded: ({ superseded }) => superseded !== null,
  withdrawn: ({ withdrawn }) => withdrawn !== null,
};

/** How far a paper has come: the furthest stage that its facts reach. Comments that were closed lead back to the draft. */
export const paperStage = (paper: Paper): PaperStage => PAPER_STAGES.findLast((stage) => REACHED[stage](paper)) ?? 'begun';
