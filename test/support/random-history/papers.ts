import { type Happening, idOf, type Of } from './happening.js';

const paper = ({ id, workstreamIds }: Of) => ({ paperId: id('paper'), workstreamIds });
/** One of two drafts, or the paper as it stands. */
const draft = (n: number) => (n % 3 === 0 ? {} : { draftId: idOf(`draft ${n % 3}`) });

const events: readonly Happening['event'][] = [
  (n, day, of) => ({ type: 'PaperBegun', data: { ...paper(of), title: `Paper ${day}`, kind: 'outcome document', cycle: 2006 + (n % 20) } }),
  (n, _, of) => ({ type: 'PaperRetitled', data: { ...paper(of), title: `Title ${n % 4}` } }),
  (_, __, of) => ({ type: 'OutlinePublished', data: paper(of) }),
  (n, day, of) => ({
    type: 'DraftPublished',
    data: { ...paper(of), draftId: idOf(`draft ${n % 3}`), name: `Draft ${n}`, ...(n % 2 && { commentsUntil: day }) },
  }),
  (n, day, of) => ({ type: 'CommentPeriodOpened', data: { ...paper(of), ...draft(n), until: day, callId: of.id('call') } }),
  (n, day, of) => ({ type: 'CommentPeriodExtended', data: { ...paper(of), ...draft(n), from: null, to: day } }),
  (n, _, of) => ({ type: 'CommentPeriodClosed', data: { ...paper(of), ...draft(n) } }),
  (n, _, of) => ({ type: 'FeedbackCounted', data: { ...paper(of), ...draft(n), kind: 'comments', count: `${n}+` } }),
  (n, day, of) => ({ type: 'PaperPresented', data: { ...paper(of), ...draft(n), session: `Session ${day}` } }),
  (n, day, of) => ({ type: 'PaperFinalised', data: { ...paper(of), ...(n % 2 ? { living: n % 4 === 1 } : { title: `Final ${day}` }) } }),
  (n, _, of) => ({ type: 'FinalRevised', data: { ...paper(of), name: `v${n}` } }),
  (n, _, of) => ({ type: 'PaperSuperseded', data: { ...paper(of), by: idOf(`paper ${n % 3}`) } }),
  (_, __, of) => ({ type: 'PaperWithdrawn', data: paper(of) }),
  (n, day, of) => ({
    type: 'InputUsed',
    data: { ...paper(of), ...draft(n), useId: idOf(`use ${n}`), callId: of.id('call'), said: day, did: day },
  }),
];

export const paperHappenings = events.map((event): Happening => ({ category: 'paper', event }));
