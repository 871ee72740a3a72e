import { type CALL_PURPOSES, CloseCall, CountContributions, ExtendDeadline, OpenCall, ReopenCall } from '#workstreams';
import type { Thread } from './agenda.js';
import { contribution } from './contributions.js';
import { dateOf, type Day } from './days.js';
import type { Desk } from './desk.js';

/** A call as it is planned. */
export type CallPlan = Readonly<{
  workstreamIds: readonly string[];
  title: string;
  purpose: (typeof CALL_PURPOSES)[number];
  opens: Day;
  /** How many days it is open at first. */
  days: number;
  /** How many contributions come, about. */
  expected: number;
}>;

/** A call that runs: what has been received, and not taken back, and until when contributions are in time. */
export type OpenedCall = { readonly callId: string; readonly opens: Day; readonly received: string[]; closes: Day };

const CHANNELS = [
  { kind: 'e-mail', address: 'input@intgovforum.example' },
  { kind: 'mailing list', address: 'bp_topic@intgovforum.example' },
  { kind: 'web form' },
  { kind: 'survey' },
  { kind: 'shared document' },
  { kind: 'review platform' },
] as const;
const QUESTIONS = [
  'What works, and what does not?',
  'Who takes part, and who should?',
  'Which policies have helped?',
  'What should be done next?',
] as const;

/** The call with what is to be known of it by others, once it runs. */
export function plannedCall(desk: Desk, { opens, days }: CallPlan): OpenedCall {
  return { callId: desk.id(), opens, received: [], closes: opens + days };
}

export function* callForInput(desk: Desk, plan: CallPlan, call: OpenedCall): Thread {
  const { luck, world } = desk;
  const { workstreamIds, title, purpose, opens, expected } = plan;
  const { callId, closes } = call;
  const hasInclusion = luck.some(0.5);
  yield* desk.on(opens);
  const isOpen = desk.do(OpenCall, {
    callId,
    workstreamIds,
    title,
    purpose,
    questions: luck.few(QUESTIONS, luck.between(1, 3)),
    channels: luck.few(CHANNELS, luck.between(1, 2)),
    closingDate: dateOf(closes),
    ...(hasInclusion && { inclusionDate: dateOf(closes - 15) }),
    ...(luck.some(0.15) && { audience: ['IGF initiatives'], deadlines: [{ category: 'NRIs', kind: 'closing', on: dateOf(closes + 10) }] }),
    ...(luck.some(0.7) && { page: desk.page('call') }),
  });
  if (!isOpen) return;
  for (let left = luck.between(Math.ceil(expected / 2), Math.ceil(expected * 1.5)); left > 0; left--) {
    // Most come shortly before the deadline.
    const after = Math.max(luck.between(1, plan.days + 12), luck.between(1, plan.days + 2));
    desk.aside(opens + after, (at) => contribution(at, call));
  }
  for (let left = luck.between(0, 2); left > 0; left--) desk.aside(opens + luck.between(20, plan.days + 60), (at) => counted(at, call));
  world.begin(closes - 4, ending(desk.besides(), call, hasInclusion));
}

/** A number that somebody stated, which need not be the one that the record gives. */
function counted(desk: Desk, { callId, received }: OpenedCall): undefined {
  const { luck } = desk;
  const number = received.length + luck.between(0, 3);
  desk.do(CountContributions, {
    callId,
    count: luck.pick([String(number), `${number}+`, `about ${number}`, `over ${number}`]),
    ...(luck.some(0.3) && { covers: 'Draft I' }),
    ...(luck.some(0.2) && { contributors: String(Math.ceil(number / 2)) }),
    ...(luck.some(0.1) && { includesOtherCalls: true }),
  });
}

function* ending(desk: Desk, call: OpenedCall, hasInclusion: boolean): Thread {
  const { luck } = desk;
  const { callId } = call;
  const announcement = { announcedBy: 'IGF Secretariat', announcedIn: 'the list' };
  if (hasInclusion && luck.some(0.15)) {
    yield* desk.on(call.closes - 16);
    desk.do(ExtendDeadline, { callId, deadline: 'inclusion', to: dateOf(call.closes - 3), ...announcement });
  }
  // Deadlines move often, and mostly without a trace.
  while (luck.some(0.4)) {
    yield* desk.on(Math.max(desk.day, call.closes - luck.between(0, 5)));
    call.closes += luck.between(7, 35);
    desk.do(ExtendDeadline, { callId, deadline: 'closing', to: dateOf(call.closes), ...(luck.some(0.6) && announcement) });
  }
  if (!luck.some(0.55)) return;
  yield* desk.on(call.closes + luck.between(1, 40));
  desk.do(CloseCall, { callId });
  if (!luck.some(0.08)) return;
  yield* desk.on(desk.day + luck.between(2, 20));
  desk.do(ReopenCall, { callId, reason: 'More time was asked for.' });
  yield* desk.on(desk.day + luck.between(10, 30));
  desk.do(CloseCall, { callId });
}
