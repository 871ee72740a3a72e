import { type Paper, type PaperKind, type Step, titleOfPaper } from '#workstreams';
import { commentsOf, type DrawnComments } from './comments.js';
import { type Dating, type Extent, factIdsOf, type When } from './when.js';

/** A draft: its bar goes on until the next one, the final, or the end of the paper; `to` is null while it is the latest. */
export type DrawnDraft = Extent & Readonly<{ draftId: string; name: string; page: string | null; factIds: readonly string[] }>;

export type DrawnPresentation = Readonly<{ when: When; meetingId: string | null; session: string | null; factIds: readonly string[] }>;

/** Something that happened once. */
export type DrawnStep = Readonly<{ when: When; factIds: readonly string[] }>;

/** A paper: a bar for each draft, the times of comments under it, marks where it was presented and final. */
export type DrawnPaper = Extent &
  Readonly<{
    paperId: string;
    title: string;
    kind: PaperKind | null;
    begun: DrawnStep;
    outlines: readonly DrawnStep[];
    drafts: readonly DrawnDraft[];
    comments: readonly DrawnComments[];
    presentations: readonly DrawnPresentation[];
    final: DrawnStep | null;
    /** Of a final that goes on living. */
    revisions: readonly DrawnStep[];
    superseded: DrawnStep | null;
    withdrawn: DrawnStep | null;
    factIds: readonly string[];
  }>;

type Begun = Paper & Readonly<{ begun: Step }>;

const isBegun = (paper: Paper): paper is Begun => paper.begun !== null;

function drawnPaper(paper: Begun, dating: Dating): DrawnPaper {
  const { begun, outlines, drafts, final, revisions, presentations, superseded, withdrawn } = paper;
  const step = (each: Step): DrawnStep => ({ when: dating(each), factIds: factIdsOf(each) });
  const stepOrNone = (each: Step | null): DrawnStep | null => each && step(each);
  const end = final ?? superseded ?? withdrawn;
  return {
    paperId: paper.paperId,
    title: titleOfPaper(paper),
    kind: paper.kind,
    from: dating(begun),
    to: end && dating(end),
    begun: step(begun),
    outlines: outlines.map(step),
    drafts: drafts.map((draft, index) => {
      const next = drafts[index + 1] ?? end;
      return {
        draftId: draft.draftId,
        name: draft.name,
        page: draft.page,
        from: dating(draft),
        to: next && dating(next),
        factIds: factIdsOf(draft),
      };
    }),
    comments: commentsOf(paper, dating),
    presentations: presentations.map((each) => ({ meetingId: each.meetingId, session: each.session, ...step(each) })),
    final: stepOrNone(final),
    revisions: revisions.map(step),
    superseded: stepOrNone(superseded),
    withdrawn: stepOrNone(withdrawn),
    factIds: factIdsOf(begun, ...outlines, ...drafts, final, superseded, withdrawn),
  };
}

export const papersLane = (papers: readonly Paper[], dating: Dating): readonly DrawnPaper[] =>
  papers.filter(isBegun).map((paper) => drawnPaper(paper, dating));
