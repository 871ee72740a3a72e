import {
  DeclareDormant,
  DelistInitiative,
  FileYearlyReport,
  HoldAnnualMeeting,
  INITIATIVE_LEVELS,
  ListInitiative,
  MentionInitiative,
  NameOrganisingTeam,
  Rejuvenate,
  ReclassifyInitiative,
  ScheduleAnnualMeeting,
  STAKEHOLDER_GROUPS,
} from '#workstreams';
import type { Thread } from './agenda.js';
import { callForInput, plannedCall } from './calls.js';
import { dateOf, type Day, dayOf, yearOf } from './days.js';
import type { Desk } from './desk.js';
import { alias } from './forums.js';
import { CITIES, PLACES } from './words.js';
import type { Strand } from './world.js';

const MONTHS = ['03', '05', '06', '07', '09', '10', '11'] as const;

/** Year by year: a meeting is announced, moved, held and reported on. Some fall asleep; some of those wake up again. */
export function* initiativeYears(desk: Desk, strand: Strand): Thread {
  const { luck } = desk;
  let isFirst = true;
  for (let year = yearOf(desk.day) + 1; ; year++) {
    yield* desk.on(Math.max(desk.day, dayOf(`${year}-01-10`)) + luck.between(0, 40));
    besides(desk, strand);
    isFirst = !(yield* annualMeeting(desk, strand, year, isFirst)) && isFirst;
    if (luck.some(0.05) && (yield* slept(desk, strand))) return;
  }
}

/** Whether the meeting of the year was held. */
function* annualMeeting(desk: Desk, strand: Strand, year: number, isFirst: boolean): Generator<number, boolean> {
  const { luck } = desk;
  const workstreamId = strand.id;
  const place = luck.pick(CITIES);
  const planned = dayOf(`${year}-${luck.pick(MONTHS)}-01`) + luck.between(0, 27);
  if (luck.some(0.25)) called(desk, strand, year, planned);
  const day = luck.some(0.7) ? yield* announced(desk, { workstreamId, year, place }, planned) : planned;
  yield* desk.on(day);
  if (luck.some(0.07) || yearOf(day) !== year) return false;
  const edition = luck.some(0.3) ? { edition: String(year - 2005) } : {};
  desk.do(HoldAnnualMeeting, { workstreamId, year, place, ...edition, ...(isFirst && { first: true }) });
  if (luck.some(0.8)) desk.aside(day + luck.between(15, 120), (at) => reported(at, workstreamId, year));
  return true;
}

/** The day for which the meeting was announced in the end. */
function* announced(
  desk: Desk,
  about: Readonly<{ workstreamId: string; year: number; place: string }>,
  planned: Day,
): Generator<number, Day> {
  const { luck } = desk;
  yield* desk.on(Math.max(desk.day, planned - luck.between(40, 100)));
  const isTentative = luck.some(0.2);
  desk.do(ScheduleAnnualMeeting, { ...about, scheduledFor: dateOf(planned), ...(isTentative && { tentative: true }) });
  if (!luck.some(isTentative ? 0.6 : 0.12)) return planned;
  yield* desk.on(planned - luck.between(5, 35));
  const moved = planned + luck.between(7, 45);
  desk.do(ScheduleAnnualMeeting, { ...about, scheduledFor: dateOf(moved) });
  return moved;
}

function reported(desk: Desk, workstreamId: string, year: number): undefined {
  desk.do(FileYearlyReport, { workstreamId, year, kind: 'report', ...(desk.luck.some(0.7) && { page: desk.page('report') }) });
}

function called(desk: Desk, { id, name }: Pick<Strand, 'id' | 'name'>, year: number, meeting: Day): void {
  const { luck, world } = desk;
  const plan = { workstreamIds: [id], title: `${name} ${year}: call for topics`, purpose: luck.pick(['proposals', 'survey'] as const) };
  const opening = { ...plan, opens: Math.max(desk.day + 1, meeting - 110), days: luck.between(21, 50), expected: luck.between(4, 16) };
  world.begin(opening.opens, callForInput(desk.besides(), opening, plannedCall(desk, opening)));
}

/** What happens in some years beside the meeting. */
function besides(desk: Desk, strand: Strand): void {
  const { luck, day } = desk;
  const workstreamId = strand.id;
  if (luck.some(0.15)) desk.aside(day + luck.between(0, 200), (at) => team(at, workstreamId));
  if (luck.some(0.08)) desk.aside(day + luck.between(0, 300), (at) => mentioned(at, workstreamId));
  if (luck.some(0.05)) desk.aside(day + luck.between(0, 300), (at) => alias(at, strand, `${strand.name} ${yearOf(at.day)}`));
  if (luck.some(0.04)) desk.do(ListInitiative, { workstreamId, list: 'regional list' });
  if (luck.some(0.02)) {
    const isLevel = luck.some(0.5);
    desk.do(ReclassifyInitiative, { workstreamId, ...(isLevel ? { level: luck.pick(INITIATIVE_LEVELS) } : { place: luck.pick(PLACES) }) });
  }
}

/** Falls asleep; whether for good. */
function* slept(desk: Desk, strand: Strand): Generator<number, boolean> {
  const { luck } = desk;
  const workstreamId = strand.id;
  desk.do(DeclareDormant, { workstreamId }, desk.roughly());
  if (luck.some(0.4)) desk.do(DelistInitiative, { workstreamId });
  if (luck.some(0.45)) {
    strand.until = desk.day;
    return true;
  }
  yield* desk.on(desk.day + luck.between(200, 1200));
  desk.do(Rejuvenate, { workstreamId });
  desk.do(ListInitiative, { workstreamId });
  return false;
}

export function team(desk: Desk, workstreamId: string): undefined {
  const { luck } = desk;
  const members = luck
    .few(STAKEHOLDER_GROUPS, luck.between(3, 5))
    .map((stakeholderGroup) => ({ stakeholderGroup, count: luck.between(1, 6) }));
  desk.do(NameOrganisingTeam, { workstreamId, members, ...(luck.some(0.3) && { complete: luck.some(0.7) }) });
}

export function mentioned(desk: Desk, workstreamId: string): undefined {
  desk.do(
    MentionInitiative,
    { workstreamId, as: desk.luck.pick(['present at the coordination session', 'named in the report', 'on the map'] as const) },
    desk.roughly(),
  );
}
