import { type CommentPeriod, type Paper, slipDays } from '#workstreams';
import { type Dating, type Extent, factIdsOf, orNone, type When, whenOf } from './when.js';

export type DrawnCommentExtension = Readonly<{
  from: When | null;
  to: When;
  days: number | null;
  announced: When;
  factIds: readonly string[];
}>;

/** A time in which comments on a paper were taken. `to` is when it closed, or is to close; null where none was named. */
export type DrawnComments = Extent &
  Readonly<{
    paperId: string;
    /** Null where they were on the paper as it stood. */
    draftId: string | null;
    /** The call by which they were asked for. */
    callId: string | null;
    /** The date that stands. */
    until: When | null;
    closed: When | null;
    extensions: readonly DrawnCommentExtension[];
    factIds: readonly string[];
  }>;

function drawnComments(period: CommentPeriod, paperId: string, dating: Dating): readonly DrawnComments[] {
  const { opened, until, closed, extensions, draftId, callId } = period;
  // What is only heard of has no beginning to draw it from.
  if (opened === null) return [];
  const closing = closed && dating(closed);
  return [
    {
      paperId,
      draftId,
      callId,
      from: dating(opened),
      to: closing ?? orNone(until),
      until: orNone(until),
      closed: closing,
      extensions: extensions.map((each) => ({
        from: orNone(each.from),
        to: whenOf(each.to),
        days: each.from === null ? null : slipDays(each.from, each.to),
        announced: dating(each),
        factIds: factIdsOf(each),
      })),
      factIds: factIdsOf(opened, ...extensions, closed),
    },
  ];
}

/** The times in which comments on a paper were taken, of which the beginning is known. */
export const commentsOf = ({ paperId, commentPeriods }: Paper, dating: Dating): readonly DrawnComments[] =>
  commentPeriods.flatMap((period) => drawnComments(period, paperId, dating));
