import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  type Fact,
  IsId,
  IsSingleDate,
  IsText,
  IsWebAddress,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { ofPaper, type OfPaper, type Paper } from './paper.js';
import { assertNotFinal, mayCoincide, surelyBefore } from './requirements.js';
import { type PaperStep, stepOf } from './step.js';

export type PaperOutline = PaperStep & Readonly<{ page: string | null }>;

/** A draft as its source names it: `Draft I`, `Draft JP`, `v2`. */
export type PaperDraft = PaperStep & Readonly<{ draftId: string; name: string; page: string | null }>;

/** Puts out what the paper is to hold: its outline, or its scope and goals. */
export class PublishOutline extends Command {
  @IsId() readonly paperId!: string;
  @Optional() @IsWebAddress() readonly page?: string;
}

export type OutlinePublished = Event<'OutlinePublished', Claim<PublishOutline> & OfPaper>;

export const publishOutline: Decide<PublishOutline, Paper, OutlinePublished> = (command, paper) => {
  const { effective, page } = command;
  assertNotFinal(paper, effective);
  const isThis = (outline: PaperOutline): boolean =>
    mayCoincide(outline.effective, effective) && (page === undefined || outline.page === page);
  return paper.outlines.some(isThis) ? [] : [{ type: 'OutlinePublished', data: { ...ofPaper(paper), ...claimOf(command) } }];
};

/** Puts out a draft, under the name that its source gives it. */
export class PublishDraft extends Command {
  @IsId() readonly paperId!: string;
  @IsId() readonly draftId!: string;
  /** As printed: Draft I, Draft JP, v2. */
  @IsText(300) readonly name!: string;
  @Optional() @IsWebAddress() readonly page?: string;
  /** Comments on it are open from now on, until then. Left out, it says nothing of comments. */
  @Optional() @IsSingleDate() readonly commentsUntil?: PartialDate;
}

export type DraftPublished = Event<'DraftPublished', Claim<PublishDraft> & OfPaper>;

export const publishDraft: Decide<PublishDraft, Paper, DraftPublished> = (command, paper) => {
  const { name, commentsUntil, effective } = command;
  assertNotFinal(paper, effective);
  const namesake = paper.drafts.find((draft) => draft.name.toLowerCase() === name.toLowerCase());
  if (namesake) throw new DomainError(`${namesake.name} was published on ${namesake.effective}, as draft ${namesake.draftId}.`);
  assertDueAfter(commentsUntil, effective);
  return [{ type: 'DraftPublished', data: { ...ofPaper(paper), ...claimOf(command) } }];
};

export function assertDueAfter(until: PartialDate | undefined, effective: PartialDate): void {
  if (until !== undefined && surelyBefore(until, effective))
    throw new DomainError(`Comments that opened on ${effective} cannot be due on ${until}.`);
}

export const publishedDraft = (fact: Fact<DraftPublished>): PaperDraft => {
  const { draftId, name, page = null } = fact.data;
  return { ...stepOf(fact), draftId, name, page };
};
