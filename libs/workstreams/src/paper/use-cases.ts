import { deciding, naming, type UseCase } from '#event-sourcing';
import { callForInput } from '../call-for-input/call-for-input.js';
import { meeting } from '../meeting/meeting.js';
import { workstream } from '../workstream/workstream.js';
import { BeginPaper, beginPaper, RetitlePaper, retitlePaper } from './begin-paper.js';
import {
  CloseCommentPeriod,
  closeCommentPeriod,
  ExtendCommentPeriod,
  extendCommentPeriod,
  OpenCommentPeriod,
  openCommentPeriod,
} from './consult.js';
import { CountFeedback, countFeedback } from './count-feedback.js';
import { PublishDraft, publishDraft, PublishOutline, publishOutline } from './drafts.js';
import { cannotSupersede, SupersedePaper, supersedePaper, WithdrawPaper, withdrawPaper } from './end-paper.js';
import { FinalisePaper, finalisePaper, ReviseFinal, reviseFinal } from './finalise-paper.js';
import { paper } from './paper.js';
import { PresentPaper, presentPaper } from './present-paper.js';
import { lacksContribution, UseInput, useInput } from './use-input.js';

const on = deciding(paper, 'paperId');

export const paperUseCases: readonly UseCase[] = [
  on(BeginPaper, beginPaper, 'PaperBegun', {
    creates: 'paperId',
    owners: 'workstreamIds',
    references: { workstreamIds: naming(workstream) },
  }),
  on(RetitlePaper, retitlePaper, 'PaperRetitled'),
  on(PublishOutline, publishOutline, 'OutlinePublished'),
  on(PublishDraft, publishDraft, 'DraftPublished', { creates: 'draftId' }),
  on(OpenCommentPeriod, openCommentPeriod, 'CommentPeriodOpened', { references: { callId: naming(callForInput) } }),
  on(ExtendCommentPeriod, extendCommentPeriod, 'CommentPeriodExtended'),
  on(CloseCommentPeriod, closeCommentPeriod, 'CommentPeriodClosed'),
  on(CountFeedback, countFeedback, 'FeedbackCounted'),
  on(PresentPaper, presentPaper, 'PaperPresented', { references: { meetingId: naming(meeting) } }),
  on(FinalisePaper, finalisePaper, 'PaperFinalised'),
  on(ReviseFinal, reviseFinal, 'FinalRevised'),
  on(SupersedePaper, supersedePaper, 'PaperSuperseded', { references: { by: naming(paper, cannotSupersede) } }),
  on(WithdrawPaper, withdrawPaper, 'PaperWithdrawn'),
  on(UseInput, useInput, 'InputUsed', { creates: 'useId', references: { callId: naming(callForInput, lacksContribution) } }),
];
