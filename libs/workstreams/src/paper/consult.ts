import {
  type Claim,
  claimOf,
  Command,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  IsId,
  IsSingleDate,
  IsWebAddress,
  Optional,
  type PartialDate,
  period,
} from '#event-sourcing';
import { type CommentPeriod, takesComments, lastPeriod } from './comment-periods.js';
import { assertDueAfter } from './drafts.js';
import { ofPaper, type OfPaper, type Paper } from './paper.js';
import { assertBegun, assertInWork, contradiction, namedDraft, saysMore } from './requirements.js';

/** What concerns comments on a draft; on the paper as it stands, when none is named. */
abstract class Consult extends Command {
  @IsId() readonly paperId!: string;
  /** The draft on which comments are taken; left out, the paper as it stands, such as a final that stays open. */
  @Optional() @IsId() readonly draftId?: string;
}

/** Takes comments from now on. */
export class OpenCommentPeriod extends Consult {
  @Optional() @IsSingleDate() readonly until?: PartialDate;
  /** Where comments are made. */
  @Optional() @IsWebAddress() readonly page?: string;
  /** The call by which comments are asked for, where one is on record. */
  @Optional() @IsId() readonly callId?: string;
}

/** Takes comments longer. `effective` is when that was announced. */
export class ExtendCommentPeriod extends Consult {
  @IsSingleDate() readonly to!: PartialDate;
}

/** Ends the comments. A date that passes does not (`DOMAIN.md`, Comments on papers). */
export class CloseCommentPeriod extends Consult {}

export type CommentPeriodOpened = Event<'CommentPeriodOpened', Claim<OpenCommentPeriod> & OfPaper>;
/** `from` is the date that held until then, as was known when this was recorded; null when there was none. */
export type CommentPeriodExtended = Event<'CommentPeriodExtended', Claim<ExtendCommentPeriod> & OfPaper & { from: PartialDate | null }>;
export type CommentPeriodClosed = Event<'CommentPeriodClosed', Claim<CloseCommentPeriod> & OfPaper>;

/** On what comments are taken, in words. */
const subjectOf = (paper: Paper, command: Dated<Consult>): string => namedDraft(paper, command)?.name ?? 'the paper';

const periodOf = (paper: Paper, { draftId = null }: Readonly<{ draftId?: string | null }>): CommentPeriod | undefined =>
  lastPeriod(paper.commentPeriods, draftId);

export const openCommentPeriod: Decide<OpenCommentPeriod, Paper, CommentPeriodOpened> = (command, paper) => {
  const { until, page, callId, effective } = command;
  assertInWork(paper, effective);
  const subject = subjectOf(paper, command);
  const last = periodOf(paper, command);
  assertDueAfter(until, effective);
  if (last && takesComments(last)) {
    const said = { until, page, callId };
    const field = contradiction(last, said);
    if (field) {
      const due = last.until === null ? '' : `, until ${last.until}`;
      throw new DomainError(
        `Comments on ${subject} are open already${due}, with another ${field}. Extend or close them, or amend that fact.`,
      );
    }
    if (!saysMore(last, said)) return [];
  }
  return [{ type: 'CommentPeriodOpened', data: { ...ofPaper(paper), ...claimOf(command) } }];
};

export const extendCommentPeriod: Decide<ExtendCommentPeriod, Paper, CommentPeriodExtended> = (command, paper) => {
  const { to, effective } = command;
  assertBegun(paper, effective);
  const subject = subjectOf(paper, command);
  const last = periodOf(paper, command);
  if (!last || !takesComments(last))
    throw new DomainError(`Comments on ${subject} are not recorded as open by ${effective}. Open them first.`);
  const { until: from } = last;
  if (from === to) return [];
  if (from !== null && period(to).end <= period(from).end) {
    throw new DomainError(
      `An extension moves the end of comments later: ${to} does not follow ${from}. If ${from} was recorded wrongly, amend the fact that says so.`,
    );
  }
  return [{ type: 'CommentPeriodExtended', data: { ...ofPaper(paper), ...claimOf(command), from } }];
};

export const closeCommentPeriod: Decide<CloseCommentPeriod, Paper, CommentPeriodClosed> = (command, paper) => {
  assertBegun(paper, command.effective);
  const subject = subjectOf(paper, command);
  const last = periodOf(paper, command);
  if (last?.closed) return [];
  if (!last?.opened) throw new DomainError(`Comments on ${subject} are not recorded as open by ${command.effective}.`);
  return [{ type: 'CommentPeriodClosed', data: { ...ofPaper(paper), ...claimOf(command) } }];
};
