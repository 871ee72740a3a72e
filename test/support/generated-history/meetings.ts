import {
  AddSitting,
  type Cadence,
  CancelMeeting,
  HoldMeeting,
  LogMeeting,
  type MeetingKind,
  MoveMeeting,
  PublishAgenda,
  ScheduleMeeting,
  EndSeries,
  StartSeries,
  StateCadence,
} from '#workstreams';
import type { Thread } from './agenda.js';
import { cycleOn, dateOf, type Day, yearOf } from './days.js';
import type { Desk } from './desk.js';
import { outcomes } from './outcomes.js';
import { roman } from './words.js';
import type { Known } from './world.js';

/** Meetings that follow each other. `stated` is how often it is said to meet; `gap` how many days really lie between. */
export type Rhythm = Readonly<{
  workstreamIds: readonly string[];
  name: string;
  stated: Cadence;
  gap: readonly [least: number, most: number];
  /** Numbers start anew each year, as those of the NRIs do. */
  numbered: 'by year' | 'on';
}>;

/** What is known of a series while it runs: its last meeting takes up what earlier ones left undone. */
export type Running = { readonly id: string; latest: Known | undefined };

type Announced = Readonly<{
  meetingId: string;
  seriesId: string;
  workstreamIds: readonly string[];
  title: string;
  kind: MeetingKind;
  cycle: number;
  officialNumber: string;
}>;

const RESTATED = [
  { cadence: 'monthly' },
  { cadence: 'irregular', printed: 'when there is need' },
  { cadence: 'bimonthly', printed: '(bi)monthly' },
] as const;

const AGENDA = ['Welcome', 'Adoption of the agenda', 'Updates', 'Work plan', 'Any other business'] as const;

/** Runs a series from its first meeting on, until it goes on no more. */
export function* series(desk: Desk, rhythm: Rhythm, from: Day, goesOn: (day: Day) => boolean): Thread {
  const { luck, world } = desk;
  const running: Running = { id: desk.id(), latest: undefined };
  const { workstreamIds, name, stated } = rhythm;
  yield* desk.on(from - 30);
  desk.do(StartSeries, { seriesId: running.id, workstreamIds, name, ...(luck.some(0.8) && { cadence: stated }) });
  let number = 0;
  for (let day = from; goesOn(day); day += luck.between(...rhythm.gap)) {
    const isNewYear = yearOf(desk.day) < yearOf(day);
    number = isNewYear && rhythm.numbered === 'by year' ? 1 : number + 1;
    world.begin(day - 30, oneMeeting(desk.besides(), announced(desk, rhythm, running, number, day), running, day));
    yield* desk.on(day);
    if (luck.some(0.03)) desk.do(StateCadence, { seriesId: running.id, ...luck.pick(RESTATED) });
  }
  yield* desk.on(desk.today);
  if (luck.some(0.6)) desk.do(EndSeries, { seriesId: running.id });
}

function announced(desk: Desk, { workstreamIds, name }: Rhythm, { id }: Running, number: number, day: Day): Announced {
  const officialNumber = roman(number);
  const title = `${name}: call ${officialNumber}`;
  return { meetingId: desk.id(), seriesId: id, workstreamIds, title, kind: 'virtual', cycle: cycleOn(day), officialNumber };
}

function* oneMeeting(desk: Desk, about: Announced, running: Running, day: Day): Thread {
  const { luck } = desk;
  if (luck.some(0.3)) yield* loggedMeeting(desk, about, running, day);
  else if (luck.some(0.1)) yield* twoSittings(desk, about, running, day);
  else yield* plannedMeeting(desk, about, running, day);
}

/** Nobody announced it in time: it is entered once it was held, sometimes as two sittings for two halves of the world. */
function* loggedMeeting(desk: Desk, about: Announced, running: Running, day: Day): Thread {
  const { luck } = desk;
  const later = day + luck.between(2, 8);
  const isTwice = luck.some(0.12);
  const sittings = [day, later].map((held, index) => ({ label: 'ab'.charAt(index), heldOn: dateOf(held) }));
  yield* desk.on(isTwice ? later : day);
  if (!desk.do(LogMeeting, { ...about, ...(isTwice && { sittings }) })) return;
  running.latest = { id: about.meetingId, since: desk.day };
  yield* outcomes(desk, about, running);
}

function* twoSittings(desk: Desk, about: Announced, running: Running, day: Day): Thread {
  const { luck } = desk;
  const days = [day, day + luck.between(3, 8)];
  yield* desk.on(day - luck.between(6, 20));
  const planned = days.map((each, index) => ({ label: 'ab'.charAt(index), scheduledFor: dateOf(each) }));
  if (!desk.do(ScheduleMeeting, { ...about, sittings: planned })) return;
  running.latest = { id: about.meetingId, since: desk.day };
  for (const [index, each] of days.entries()) {
    const sitting = 'ab'.charAt(index);
    yield* desk.on(each);
    if (index === 1 && luck.some(0.1)) desk.do(CancelMeeting, { meetingId: about.meetingId, sitting, reason: 'Nobody had signed up.' });
    else desk.do(HoldMeeting, { meetingId: about.meetingId, sitting });
  }
  yield* outcomes(desk, about, running);
}

function* plannedMeeting(desk: Desk, about: Announced, running: Running, planned: Day): Thread {
  const { luck } = desk;
  const { meetingId } = about;
  yield* desk.on(planned - luck.between(6, 25));
  const agenda = luck.some(0.2) ? { agenda: [...AGENDA] } : {};
  const hour = `${dateOf(planned)}T${luck.between(10, 16)}:00Z`;
  if (!desk.do(ScheduleMeeting, { ...about, ...agenda, scheduledFor: luck.some(0.5) ? hour : dateOf(planned), duration: 60 })) return;
  running.latest = { id: meetingId, since: desk.day };
  if (luck.some(0.4)) {
    yield* desk.on(planned - 5);
    desk.do(PublishAgenda, { meetingId, agenda: luck.few(AGENDA, 4), ...(luck.some(0.4) && { page: desk.page('agenda') }) });
  }
  const day = yield* movedTo(desk, meetingId, planned);
  if (luck.some(0.035)) {
    desk.do(CancelMeeting, { meetingId, reason: 'Too few could come.' });
    return;
  }
  yield* desk.on(day);
  desk.do(HoldMeeting, { meetingId });
  if (luck.some(0.03)) yield* onceMore(desk, meetingId);
  yield* outcomes(desk, about, running);
}

function* movedTo(desk: Desk, meetingId: string, planned: Day): Generator<number, Day> {
  const { luck } = desk;
  if (!luck.some(0.09)) return planned;
  yield* desk.on(planned - luck.between(1, 3));
  const to = planned + luck.between(3, 14);
  desk.do(MoveMeeting, { meetingId, to: dateOf(to), reason: 'It fell together with another meeting.' });
  return to;
}

/** The same agenda again, for those who could not come: that was not planned at first. */
function* onceMore(desk: Desk, meetingId: string): Thread {
  const again = desk.day + desk.luck.between(3, 9);
  desk.do(AddSitting, { meetingId, label: 'b', scheduledFor: dateOf(again) });
  yield* desk.on(again);
  desk.do(HoldMeeting, { meetingId, sitting: 'b' });
}
