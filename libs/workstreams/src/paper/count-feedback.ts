import { IsIn } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  type Event,
  type Fact,
  IsId,
  IsText,
  IsWebAddress,
  Optional,
} from '#event-sourcing';
import { type Quantity, quantityOf } from '../quantity.js';
import { ofPaper, type OfPaper, type Paper } from './paper.js';
import { assertBegun, mayCoincide, namedDraft } from './requirements.js';
import { type PaperStep, stepOf } from './step.js';

/** Forms in which people said what they think of a paper (`DOMAIN.md`, Comments on papers). */
export const FEEDBACK_KINDS = ['comments', 'survey answers', 'rating sheets'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Somebody states how much was said about a paper, or about one of its drafts, by the effective date. */
export class CountFeedback extends Command {
  @IsId() readonly paperId!: string;
  @Optional() @IsId() readonly draftId?: string;
  @IsIn(FEEDBACK_KINDS) readonly kind!: FeedbackKind;
  /** As printed: 14, 40+, about 200. */
  @IsText(100) readonly count!: string;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type FeedbackCounted = Event<'FeedbackCounted', Claim<CountFeedback> & OfPaper>;

/** A stated number; `draftId` is null for the paper as it stood. */
export type FeedbackStated = PaperStep & Readonly<{ draftId: string | null; kind: FeedbackKind; quantity: Quantity; page: string | null }>;

export const statedFeedback = (fact: Fact<FeedbackCounted>): FeedbackStated => {
  const { draftId = null, kind, count, page = null } = fact.data;
  return { ...stepOf(fact), draftId, kind, quantity: quantityOf(count), page };
};

/** The same number about the same thing at the same time says nothing new, unless it says where that is printed. */
const isRepeated =
  ({ draftId, kind, count, page, effective }: Dated<CountFeedback>) =>
  (stated: FeedbackStated): boolean =>
    stated.draftId === (draftId ?? null) &&
    stated.kind === kind &&
    stated.quantity.printed === count &&
    (page === undefined || stated.page === page) &&
    mayCoincide(stated.effective, effective);

export const countFeedback: Decide<CountFeedback, Paper, FeedbackCounted> = (command, paper) => {
  assertBegun(paper, command.effective);
  namedDraft(paper, command);
  if (paper.feedback.some(isRepeated(command))) return [];
  return [{ type: 'FeedbackCounted', data: { ...ofPaper(paper), ...claimOf(command) } }];
};
