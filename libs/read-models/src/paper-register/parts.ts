import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { CommentPeriod, FeedbackStated, InputUse, Paper, PaperDraft } from '#workstreams';
import { calls } from '../call-register/call-register.js';

/** A draft with what was said of it. */
export type DraftView = PaperDraft & Readonly<{ commentPeriods: readonly CommentPeriod[]; feedback: readonly FeedbackStated[] }>;

/** "You said, we did": what the input to one call did to a paper. */
export type UsedCall = Readonly<{ callId: string; title: string; uses: readonly InputUse[] }>;

export type PaperParts = Readonly<{
  drafts: readonly DraftView[];
  /** On the paper as it stood, rather than on a draft. */
  commentPeriods: readonly CommentPeriod[];
  /** On the paper as it stood, rather than on a draft. */
  feedback: readonly FeedbackStated[];
  usedInput: readonly UsedCall[];
}>;

const byCall = ({ uses }: Paper, tables: Tables, moment: Moment): readonly UsedCall[] =>
  [...new Set(uses.map(({ callId }) => callId))].map((callId) => ({
    callId,
    title: calls(tables).row(callId, moment)?.title ?? '',
    uses: uses.filter((use) => use.callId === callId),
  }));

/** What is said of a draft that is not known by then is said of the paper. */
export function partsOf(paper: Paper, tables: Tables, moment: Moment): PaperParts {
  const opened = paper.commentPeriods.filter((period) => period.opened !== null);
  const of = <T extends Readonly<{ draftId: string | null }>>(all: readonly T[], draftId: string): readonly T[] =>
    all.filter((each) => each.draftId === draftId);
  const known = new Set(paper.drafts.map(({ draftId }) => draftId));
  const ofNone = <T extends Readonly<{ draftId: string | null }>>(all: readonly T[]): readonly T[] =>
    all.filter(({ draftId }) => draftId === null || !known.has(draftId));
  return {
    drafts: paper.drafts.map((draft) => ({
      ...draft,
      commentPeriods: of(opened, draft.draftId),
      feedback: of(paper.feedback, draft.draftId),
    })),
    commentPeriods: ofNone(opened),
    feedback: ofNone(paper.feedback),
    usedInput: byCall(paper, tables, moment),
  };
}
