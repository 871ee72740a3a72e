import type { PaperEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, type NameOf, quoted, type Sentences } from './words.js';

type Subject = Readonly<{ paperId: string; draftId?: string }>;

/** The paper, or the draft of it that is meant. */
const subject = ({ paperId, draftId }: Subject, nameOf: NameOf): string => {
  const paper = quoted(nameOf(paperId));
  return draftId === undefined ? paper : `${nameOf(draftId) || 'a draft'} of ${paper}`;
};

const until = (date: string | undefined): string => (date === undefined ? '' : ` until ${dateText(date)}`);

export const paperSentences: Sentences<PaperEvent> = {
  PaperBegun: ({ title, kind, cycle, issuedBy }) =>
    `The paper ${quoted(title)} was begun${bracketed([kind, cycle && `cycle ${cycle}`, issuedBy])}.`,
  PaperRetitled: ({ title }) => `A paper was retitled ${quoted(title)}.`,
  OutlinePublished: (data, nameOf) => `The outline of ${subject(data, nameOf)} was published.`,
  DraftPublished: ({ paperId, name, commentsUntil }, nameOf) =>
    `${name} of ${quoted(nameOf(paperId))} was published${bracketed([commentsUntil && `comments${until(commentsUntil)}`])}.`,
  CommentPeriodOpened: (data, nameOf) => {
    const call = data.callId && nameOf(data.callId);
    return `Comments on ${subject(data, nameOf)} opened${until(data.until)}${bracketed([call && `by the call ${quoted(call)}`])}.`;
  },
  CommentPeriodExtended: (data, nameOf) => {
    const from = data.from === null ? '' : `from ${dateText(data.from)} `;
    return `The end of comments on ${subject(data, nameOf)} moved ${from}to ${dateText(data.to)}.`;
  },
  CommentPeriodClosed: (data, nameOf) => `Comments on ${subject(data, nameOf)} were closed.`,
  FeedbackCounted: (data, nameOf) => `${data.count} ${data.kind} on ${subject(data, nameOf)} were counted.`,
  PaperPresented: (data, nameOf) => {
    const meeting = data.meetingId && nameOf(data.meetingId);
    return `${subject(data, nameOf)} was presented${bracketed([data.session, meeting])}.`;
  },
  PaperFinalised: ({ paperId, living, title, annexedTo }, nameOf) =>
    `${quoted(title ?? nameOf(paperId))} was final${bracketed([
      living && 'a living document',
      annexedTo && `annexed to ${quoted(annexedTo)}`,
    ])}.`,
  FinalRevised: ({ paperId, name }, nameOf) => `The living final of ${quoted(nameOf(paperId))} was revised${bracketed([name])}.`,
  PaperSuperseded: ({ paperId, by }, nameOf) => `${quoted(nameOf(paperId))} was superseded by ${quoted(nameOf(by))}.`,
  PaperWithdrawn: ({ paperId }, nameOf) => `The paper ${quoted(nameOf(paperId))} was withdrawn.`,
  InputUsed: (data, nameOf) =>
    `Input to ${quoted(nameOf(data.callId))} was used in ${subject(data, nameOf)}. Said: ${quoted(data.said)} Done: ${quoted(data.did)}`,
};
