import type { CommentPeriod } from '../paper/comment-periods.js';
import { type Paper, titleOfPaper } from '../paper/paper.js';
import { done, formerDates, type Planned, planned } from './planned.js';

function comments(paper: Paper, period: CommentPeriod): Planned[] {
  const { opened, until, closed, draftId, page, extensions } = period;
  if (!opened || until === null || !paper.begun) return [];
  const draft = paper.drafts.find((each) => each.draftId === draftId);
  const settled = done(closed);
  return [
    planned({
      kind: 'comments',
      id: `paper-${paper.paperId}-comments-${opened.factId}`,
      label: 'End of comments',
      title: draft ? `${titleOfPaper(paper)} (${draft.name})` : titleOfPaper(paper),
      from: until,
      former: formerDates(extensions),
      settled,
      workstreamIds: paper.workstreamIds,
      cycle: paper.cycle,
      links: page === null ? [] : [{ to: 'page', address: page }],
      stream: `paper-${paper.paperId}`,
      factIds: [opened, ...extensions, ...(settled ? [settled] : [])].map(({ factId }) => factId),
    }),
  ];
}

/** The ends of the times in which comments on a paper are taken. A date that passes ends none, and nobody owes the word that it did. */
export const plannedInPaper = (paper: Paper): readonly Planned[] => paper.commentPeriods.flatMap((each) => comments(paper, each));
