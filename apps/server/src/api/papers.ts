import { GetPaper, GetPapers } from '#read-models';
import {
  BeginPaper,
  CloseCommentPeriod,
  CountFeedback,
  ExtendCommentPeriod,
  FinalisePaper,
  OpenCommentPeriod,
  PresentPaper,
  PublishDraft,
  PublishOutline,
  RetitlePaper,
  ReviseFinal,
  SupersedePaper,
  UseInput,
  WithdrawPaper,
} from '#workstreams';
import { resource } from '../http/resource.js';

export const Papers = resource('v1/papers', {
  GET: GetPapers,
  'GET :paperId': GetPaper,
  'PUT :paperId': BeginPaper,
  'POST :paperId/titles': RetitlePaper,
  'POST :paperId/outlines': PublishOutline,
  'PUT :paperId/drafts/:draftId': PublishDraft,
  'POST :paperId/comment-periods': OpenCommentPeriod,
  'POST :paperId/comment-periods/extensions': ExtendCommentPeriod,
  'POST :paperId/comment-periods/closings': CloseCommentPeriod,
  'POST :paperId/feedback': CountFeedback,
  'POST :paperId/presentations': PresentPaper,
  'POST :paperId/finals': FinalisePaper,
  'POST :paperId/revisions': ReviseFinal,
  'POST :paperId/supersessions': SupersedePaper,
  'POST :paperId/withdrawals': WithdrawPaper,
  'PUT :paperId/uses/:useId': UseInput,
});
