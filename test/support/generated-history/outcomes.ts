import {
  AssignAction,
  CarryActionOver,
  CompleteAction,
  DECISION_RULES,
  PublishRecord,
  PublishRecording,
  RecordAttendance,
  RecordDecision,
  REGIONAL_GROUPS,
  STAKEHOLDER_GROUPS,
} from '#workstreams';
import type { Thread } from './agenda.js';
import { dateOf } from './days.js';
import type { Desk } from './desk.js';
import type { Running } from './meetings.js';
import { someone } from './people.js';

type Held = Readonly<{ meetingId: string; workstreamIds: readonly string[] }>;

const TASKS = [
  'send the draft round',
  'ask the Secretariat for a list',
  'write to the contributors',
  'prepare the session',
  'put up the minutes',
] as const;
const CONCLUSIONS = [
  'The scope is agreed.',
  'The deadline stays.',
  'The next call is in a month.',
  'The outline is adopted.',
  'Two editors are named.',
] as const;

/** What comes of a meeting that was held on the desk's day: minutes some days later, a recording, who was there, decisions, tasks. */
export function* outcomes(desk: Desk, held: Held, running?: Running): Thread {
  const { luck, day } = desk;
  const { meetingId } = held;
  if (luck.some(0.55)) desk.aside(day, (at) => attendance(at, meetingId));
  if (luck.some(0.3)) desk.aside(day + luck.between(1, 6), (at) => recording(at, meetingId));
  for (let left = luck.between(0, 2); left > 0 && luck.some(0.5); left--) decision(desk, held);
  for (let left = luck.between(0, 2); left > 0; left--) {
    if (luck.some(0.6)) desk.world.begin(day, action(desk.besides(), meetingId, running));
  }
  yield* minutes(desk, meetingId);
}

function* minutes(desk: Desk, meetingId: string): Thread {
  const { luck, day } = desk;
  if (luck.some(0.15)) {
    yield* desk.on(day + 1);
    desk.do(PublishRecord, { meetingId, authority: 'caption', page: desk.page('captions') });
  }
  if (!luck.some(0.75)) return;
  // Seven to fourteen days are usual; some are never written.
  yield* desk.on(day + (luck.some(0.85) ? luck.between(4, 15) : luck.between(16, 70)));
  const page = desk.page('minutes');
  desk.do(PublishRecord, { meetingId, authority: 'draft', page, ...(luck.some(0.3) && { summary: 'What was said, point by point.' }) });
  if (!luck.some(0.35)) return;
  yield* desk.on(desk.day + luck.between(10, 40));
  desk.do(PublishRecord, { meetingId, authority: 'adopted', page });
  if (!luck.some(0.1)) return;
  yield* desk.on(desk.day + luck.between(5, 60));
  desk.do(PublishRecord, { meetingId, authority: 'corrected', page: desk.page('minutes') });
}

function attendance(desk: Desk, meetingId: string): undefined {
  const { luck } = desk;
  const people = luck.between(5, 60);
  const isBroken = luck.some(0.2);
  const half = Math.floor(people / 2);
  const groups = isBroken
    ? {
        byStakeholderGroup: luck.few(STAKEHOLDER_GROUPS, 2).map((group) => ({ group, count: half })),
        ...(luck.some(0.5) && { byRegionalGroup: luck.few(REGIONAL_GROUPS, 2).map((group) => ({ group, count: half })) }),
      }
    : {};
  desk.do(RecordAttendance, { meetingId, count: luck.some(0.15) ? `about ${people}` : String(people), ...groups });
}

function recording(desk: Desk, meetingId: string): undefined {
  desk.do(PublishRecording, { meetingId, page: desk.page('recording'), kind: desk.luck.some(0.7) ? 'recording' : 'transcript' });
}

export function decision(desk: Desk, { meetingId, workstreamIds }: Held): void {
  const { luck } = desk;
  desk.do(RecordDecision, {
    meetingId,
    decisionId: desk.id(),
    text: luck.pick(CONCLUSIONS),
    ...(luck.some(0.5) && { about: workstreamIds }),
    ...(luck.some(0.7) && { by: luck.pick(DECISION_RULES) }),
  });
}

/** A task: most are done before the next meeting, some are taken up there again. */
function* action(desk: Desk, meetingId: string, running: Running | undefined): Thread {
  const { luck } = desk;
  const actionId = desk.id();
  yield* desk.on(desk.day);
  const owner = luck.some(0.6) ? { personId: someone(desk) } : { owner: 'the coordinators' };
  const { day } = desk;
  desk.do(AssignAction, { meetingId, actionId, text: luck.pick(TASKS), ...owner, ...(luck.some(0.5) && { dueOn: dateOf(day + 21) }) });
  yield* desk.on(day + luck.between(25, 45));
  const next = running?.latest;
  if (next && next.id !== meetingId && next.since <= desk.day && luck.some(0.35)) {
    desk.do(CarryActionOver, { meetingId, actionId, toMeetingId: next.id, ...(luck.some(0.4) && { dueOn: dateOf(desk.day + 30) }) });
    yield* desk.on(desk.day + luck.between(10, 40));
  }
  if (luck.some(0.7)) desk.do(CompleteAction, { meetingId, actionId });
}
