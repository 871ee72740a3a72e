import type { Fact, Fold } from '#event-sourcing';
import { type PaperBegun, type PaperKind, type PaperRetitled, type PaperTitle, withFirstTitle, withTitle } from './begin-paper.js';
import { type CommentPeriod, withCommentsClosed, withCommentsExtended, withCommentsOpened } from './comment-periods.js';
import type { CommentPeriodClosed, CommentPeriodExtended, CommentPeriodOpened } from './consult.js';
import { type FeedbackCounted, type FeedbackStated, statedFeedback } from './count-feedback.js';
import { type PaperDraft, type DraftPublished, type PaperOutline, type OutlinePublished, publishedDraft } from './drafts.js';
import type { PaperSuperseded, PaperWithdrawn } from './end-paper.js';
import {
  type PaperFinal,
  withFinal,
  type FinalRevised,
  type PaperFinalised,
  type PaperRevision,
  revisionOfFinal,
} from './finalise-paper.js';
import { type PaperPresented, type PaperPresentation, paperPresentation } from './present-paper.js';
import { type PaperStep, stepOf } from './step.js';
import { type InputUsed, type InputUse, useOfInput } from './use-input.js';

/** Every fact of a paper names the workstreams whose paper it is, copied by its rule from the beginning. */
export type OfPaper = Readonly<{ paperId: string; workstreamIds: readonly string[] }>;

export type PaperEvent =
  | PaperBegun
  | PaperRetitled
  | OutlinePublished
  | DraftPublished
  | CommentPeriodOpened
  | CommentPeriodExtended
  | CommentPeriodClosed
  | FeedbackCounted
  | PaperPresented
  | PaperFinalised
  | FinalRevised
  | PaperSuperseded
  | PaperWithdrawn
  | InputUsed;

/** A paper with all that is known of it. `begun` is null until its beginning is folded. */
export type Paper = Readonly<{
  paperId: string;
  workstreamIds: readonly string[];
  kind: PaperKind | null;
  /** The year of the annual meeting that ends its cycle. */
  cycle: number | null;
  issuedBy: string | null;
  page: string | null;
  begun: PaperStep | null;
  /** As they followed each other, oldest first. */
  titles: readonly PaperTitle[];
  outlines: readonly PaperOutline[];
  drafts: readonly PaperDraft[];
  /** In order; one of which `opened` is null was only heard of. */
  commentPeriods: readonly CommentPeriod[];
  /** Stated numbers of comments and answers; numbers that disagree stand side by side. */
  feedback: readonly FeedbackStated[];
  presentations: readonly PaperPresentation[];
  final: PaperFinal | null;
  /** Of a living final, in order. */
  revisions: readonly PaperRevision[];
  superseded: (PaperStep & Readonly<{ by: string }>) | null;
  withdrawn: (PaperStep & Readonly<{ reason: string | null }>) | null;
  uses: readonly InputUse[];
}>;

const initial: Paper = {
  paperId: '',
  workstreamIds: [],
  kind: null,
  cycle: null,
  issuedBy: null,
  page: null,
  begun: null,
  titles: [],
  outlines: [],
  drafts: [],
  commentPeriods: [],
  feedback: [],
  presentations: [],
  final: null,
  revisions: [],
  superseded: null,
  withdrawn: null,
  uses: [],
};

/** The beginning fills in what it knows and undoes nothing: a final without a date is folded before it. */
const begun = (paper: Paper, fact: Fact<PaperBegun>): Paper => {
  const { paperId, workstreamIds, kind, cycle = null, issuedBy = null, page = null } = fact.data;
  const titles = withFirstTitle(paper.titles, fact);
  return { ...paper, paperId, workstreamIds, kind, cycle, issuedBy, page, titles, begun: stepOf(fact) };
};

/** A draft that names the end of its comments opens them. */
const withDraft = (paper: Paper, fact: Fact<DraftPublished>): Paper => {
  const { draftId, commentsUntil: until, page } = fact.data;
  const { effective, id } = fact;
  const drafts = [...paper.drafts, publishedDraft(fact)];
  if (until === undefined) return { ...paper, drafts };
  const opening = { effective, id, data: { draftId, until, ...(page !== undefined && { page }) } };
  return { ...paper, drafts, commentPeriods: withCommentsOpened(paper.commentPeriods, opening) };
};

/** One stream holds all facts of one paper. */
export const paper: Fold<Paper, PaperEvent> = {
  category: 'paper',
  initial,
  on: {
    PaperBegun: begun,
    PaperRetitled: (paper, fact) => ({ ...paper, titles: withTitle(paper.titles, fact.data.title, stepOf(fact)) }),
    OutlinePublished: (paper, fact) => ({ ...paper, outlines: [...paper.outlines, { ...stepOf(fact), page: fact.data.page ?? null }] }),
    DraftPublished: withDraft,
    CommentPeriodOpened: (paper, fact) => ({ ...paper, commentPeriods: withCommentsOpened(paper.commentPeriods, fact) }),
    CommentPeriodExtended: (paper, fact) => ({ ...paper, commentPeriods: withCommentsExtended(paper.commentPeriods, fact) }),
    CommentPeriodClosed: (paper, fact) => ({ ...paper, commentPeriods: withCommentsClosed(paper.commentPeriods, fact) }),
    FeedbackCounted: (paper, fact) => ({ ...paper, feedback: [...paper.feedback, statedFeedback(fact)] }),
    PaperPresented: (paper, fact) => ({ ...paper, presentations: [...paper.presentations, paperPresentation(fact)] }),
    PaperFinalised: withFinal,
    FinalRevised: (paper, fact) => ({ ...paper, revisions: [...paper.revisions, revisionOfFinal(fact)] }),
    PaperSuperseded: (paper, fact) => ({ ...paper, superseded: paper.superseded ?? { ...stepOf(fact), by: fact.data.by } }),
    PaperWithdrawn: (paper, fact) => ({
      ...paper,
      withdrawn: paper.withdrawn ?? { ...stepOf(fact), reason: fact.metadata.reason ?? null },
    }),
    InputUsed: (paper, fact) => ({ ...paper, uses: [...paper.uses, useOfInput(fact)] }),
  },
};

/** A fact that names the paper and its workstreams as its beginning did. */
export const ofPaper = ({ paperId, workstreamIds }: Paper): OfPaper => ({ paperId, workstreamIds });

/** The title in use; empty for an id of which nothing is known. */
export const titleOfPaper = ({ titles }: Pick<Paper, 'titles'>): string => titles.at(-1)?.title ?? '';
