import { HoldMeeting, LogMeeting, MergeMeeting, ScheduleMeeting, type SessionKind, TakePart } from '#workstreams';
import { annualMeetingOf, dateOf } from './days.js';
import type { Desk } from './desk.js';
import { outcomes } from './outcomes.js';

/** A session of workstreams at the annual meeting of a cycle, with those who took part beside them. */
export type SessionPlan = Readonly<{
  cycle: number;
  workstreamIds: readonly string[];
  title: string;
  session: SessionKind;
  participantIds?: () => readonly string[];
}>;

/** The id of the session, where it was held by itself, on its day. Now and then it is merged with another one shortly before. */
export function* session(desk: Desk, plan: SessionPlan): Generator<number, string | undefined> {
  const { luck, world } = desk;
  const { cycle, workstreamIds, title, session: kind } = plan;
  const meetingId = desk.id();
  const day = annualMeetingOf(cycle) + luck.between(0, 3);
  const place = `Room ${luck.between(1, 12)}`;
  const about = { meetingId, workstreamIds, title, session: kind, cycle, place, kind: luck.pick(['in-person', 'hybrid'] as const) };
  if (luck.some(0.4)) {
    yield* desk.on(day - luck.between(30, 60));
    if (!desk.do(ScheduleMeeting, { ...about, scheduledFor: dateOf(day) })) return undefined;
    const others = world.programmeOf(cycle);
    if (others.length > 0 && luck.some(0.05)) {
      yield* desk.on(day - luck.between(1, 20));
      const merged = desk.do(MergeMeeting, { meetingId, intoMeetingId: luck.pick(others).id, reason: 'The Secretariat asked for it.' });
      if (merged) return undefined;
    }
    others.push({ id: meetingId, since: desk.day });
    yield* desk.on(day);
    desk.do(HoldMeeting, { meetingId });
  } else {
    yield* desk.on(day);
    if (!desk.do(LogMeeting, { ...about, page: desk.page('session') })) return undefined;
  }
  world.sessionsOf(cycle).push({ id: meetingId, since: day });
  const participantIds = plan.participantIds?.() ?? [];
  if (participantIds.length > 0) desk.do(TakePart, { meetingId, participantIds });
  world.begin(day, outcomes(desk.besides(), { meetingId, workstreamIds }));
  return meetingId;
}
