import {
  BeginPaper,
  FinalisePaper,
  type PaperKind,
  PresentPaper,
  PublishOutline,
  RetitlePaper,
  ReviseFinal,
  SupersedePaper,
  WithdrawPaper,
} from '#workstreams';
import type { Thread } from './agenda.js';
import type { OpenedCall } from './calls.js';
import { annualMeetingOf, type Day } from './days.js';
import type { Desk } from './desk.js';
import { draft } from './drafts.js';
import { meet } from './milestones.js';
import { roman } from './words.js';
import type { Strand } from './world.js';

/** A paper as it is planned: whose, and of which cycle. `call` is the one whose answers it uses. */
export type PaperPlan = Readonly<{
  strand: Strand;
  title: string;
  kind: PaperKind;
  cycle: number;
  begins: Day;
  call?: OpenedCall;
  /** The paper of the cycle before, of which it takes the place. */
  supersedes?: string | undefined;
}>;

/** A paper from its beginning to its final; most drafts are due before the annual meeting, most finals come after it. */
export function* paper(desk: Desk, plan: PaperPlan, paperId: string): Thread {
  const { luck } = desk;
  const { strand, title, kind, cycle, begins } = plan;
  const meeting = annualMeetingOf(cycle);
  yield* desk.on(begins);
  const isBegun = desk.do(BeginPaper, { paperId, workstreamIds: [strand.id], title, kind, cycle }, desk.roughly());
  if (!isBegun) return;
  if (luck.some(0.3)) {
    yield* desk.on(begins + luck.between(5, 25));
    desk.do(PublishOutline, { paperId, ...(luck.some(0.6) && { page: desk.page('outline') }) });
  }
  const days = [meeting - luck.between(85, 110), meeting - luck.between(35, 60), meeting - luck.between(5, 20)];
  const due = days.filter((day) => day > desk.day).slice(0, luck.between(1, 3));
  for (const [index, day] of due.entries()) {
    yield* desk.on(day);
    yield* draft(desk, { paperId, name: `Draft ${roman(index + 1)}`, call: plan.call });
    if (index < 2 && luck.some(0.7)) meet(desk, strand, cycle, index === 0 ? 'first draft' : 'second draft', paperId);
  }
  if (luck.some(0.06)) desk.do(RetitlePaper, { paperId, title: `${title}, with recommendations` });
  if (luck.some(0.02)) desk.do(WithdrawPaper, { paperId, reason: 'It could not be agreed on.' });
  else yield* finished(desk, plan, paperId);
}

function* finished(desk: Desk, { strand, title, cycle, supersedes }: PaperPlan, paperId: string): Thread {
  const { luck, world } = desk;
  if (luck.some(0.7)) {
    yield* desk.on(Math.max(desk.day, annualMeetingOf(cycle) + luck.between(0, 3)));
    const known = world.sessionsOf(cycle).filter(({ since }) => since <= desk.day);
    const where = known.length > 0 && luck.some(0.4) ? { meetingId: luck.pick(known).id } : { session: title };
    desk.do(PresentPaper, { paperId, ...where });
  }
  if (!luck.some(0.85)) return;
  yield* desk.on(Math.max(desk.day, annualMeetingOf(cycle)) + luck.between(8, 80));
  const living = luck.some(0.3);
  desk.do(FinalisePaper, { paperId, page: desk.page('output'), ...(living && { living }) });
  meet(desk, strand, cycle, 'final output', paperId);
  if (supersedes !== undefined && luck.some(0.5)) desk.do(SupersedePaper, { paperId: supersedes, by: paperId });
  for (let left = living ? luck.between(0, 3) : 0; left > 0; left--) {
    yield* desk.on(desk.day + luck.between(20, 120));
    desk.do(ReviseFinal, { paperId, name: `v${5 - left}`, page: desk.page('output') });
  }
}
