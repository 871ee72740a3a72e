import {
  CloseCommentPeriod,
  CountFeedback,
  ExtendCommentPeriod,
  FEEDBACK_KINDS,
  OpenCommentPeriod,
  PublishDraft,
  UseInput,
} from '#workstreams';
import type { Thread } from './agenda.js';
import type { OpenedCall } from './calls.js';
import { dateOf } from './days.js';
import type { Desk } from './desk.js';

type DraftPlan = Readonly<{ paperId: string; name: string; call: OpenedCall | undefined }>;
type OnDraft = Readonly<{ paperId: string; draftId: string }>;

const SAID = ['More examples are needed.', 'The region is left out.', 'The terms are not clear.', 'The costs should be named.'] as const;
const DID = ['A section was added.', 'The text was changed.', 'It was left out, being outside the scope.'] as const;

/** Puts a draft up, for comment mostly, with what earlier input did to it. */
export function* draft(desk: Desk, { paperId, name, call }: DraftPlan): Thread {
  const { luck, world, day } = desk;
  const of = { paperId, draftId: desk.id() };
  const days = luck.between(14, 35);
  const saysUntil = luck.some(0.5);
  desk.do(PublishDraft, {
    ...of,
    name,
    ...(luck.some(0.8) && { page: desk.page('draft') }),
    ...(saysUntil && { commentsUntil: dateOf(day + days) }),
  });
  if (call && call.received.length > 0) used(desk, of, call);
  if (!saysUntil && !luck.some(0.6)) return;
  if (!saysUntil) {
    yield* desk.on(day + luck.between(0, 3));
    desk.do(OpenCommentPeriod, { ...of, until: dateOf(day + days), ...(call && luck.some(0.3) && { callId: call.callId }) });
  }
  world.begin(day + days - 3, comments(desk.besides(), of, day + days));
}

function used(desk: Desk, of: OnDraft, { callId, received, opens }: OpenedCall): void {
  const { luck } = desk;
  if (opens > desk.day) return;
  for (let left = luck.between(0, 3); left > 0; left--) {
    const contributionIds = luck.few(received, luck.between(1, 3));
    desk.do(UseInput, {
      ...of,
      useId: desk.id(),
      callId,
      said: luck.pick(SAID),
      did: luck.pick(DID),
      ...(luck.some(0.7) && { contributionIds }),
    });
  }
}

function* comments(desk: Desk, of: OnDraft, until: number): Thread {
  const { luck } = desk;
  const isExtended = luck.some(0.25);
  const last = isExtended ? until + luck.between(5, 21) : until;
  if (isExtended) {
    yield* desk.on(until - luck.between(0, 3));
    desk.do(ExtendCommentPeriod, { ...of, to: dateOf(last) });
  }
  if (luck.some(0.5)) desk.aside(last + luck.between(1, 20), (at) => counted(at, of));
  if (!luck.some(0.6)) return;
  yield* desk.on(last + 1);
  desk.do(CloseCommentPeriod, of);
}

function counted(desk: Desk, of: OnDraft): undefined {
  const { luck } = desk;
  desk.do(CountFeedback, {
    ...of,
    kind: luck.pick(FEEDBACK_KINDS),
    count: luck.some(0.2) ? `about ${luck.between(1, 9)}0` : String(luck.between(2, 90)),
  });
}
