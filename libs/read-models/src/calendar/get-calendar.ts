import { DAY, IsCount, IsId, IsSingleDate, type Moment, Optional, type PartialDate, period, Query } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { CALENDAR_KINDS, type CalendarKind, calendarState, heldAt, type Planned, spanOfPlan } from '#workstreams';
import { askedInstant, IsFlag, IsListOf, IsListOfIds } from '../asked.js';
import { type NamedPerson, personAt } from '../people/people.js';
import { type NamedWorkstream, workstreams } from '../workstream-directory/workstream-directory.js';
import { type CalendarEntry, calendarEntry, type JudgedPlan } from './calendar-entry.js';
import type { Wanted } from './rows-of-calendar.js';
import { plannedIn } from './sources.js';
import { Who } from './who.js';

/** Which part of the calendar is asked about: all that fits every field that is given. */
abstract class CalendarQuestion extends Query {
  /** Only what may lie on this date or later. */
  @Optional() @IsSingleDate() readonly from?: PartialDate;
  /** Only what may lie on this date or earlier. */
  @Optional() @IsSingleDate() readonly to?: PartialDate;
  /** Only what may lie on the day asked about or in so many days after it. */
  @Optional() @IsCount(36_600) readonly within?: number;
  /** Only these kinds, set apart by commas. */
  @Optional() @IsListOf(CALENDAR_KINDS) readonly kind?: readonly CalendarKind[];
  /** Only what is of these workstreams, or what they have a part in; set apart by commas. */
  @Optional() @IsListOfIds(100) readonly workstreamId?: readonly string[];
  /** Only of the workstreams in which this person held a role at that moment. */
  @Optional() @IsId() readonly personId?: string;
  /** The year of the annual meeting. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  /** Only what is overdue. */
  @Optional() @IsFlag() readonly overdue?: boolean;
}

/** All that has a date ahead, or had one, as it stood at a moment: meetings, deadlines, milestones and the rest, by date. */
export class GetCalendar extends CalendarQuestion {
  @Optional() @IsCount(10_000, 1) readonly limit?: number;
}

/** The same as a file in iCalendar (RFC 5545), to subscribe to. Everything that fits is in it, as far as the day is known. */
export class GetCalendarFeed extends CalendarQuestion {}

/** By date; `total` counts also those beyond the limit. */
export type Calendar = Readonly<{
  /** The day of which is said what is ahead, due and overdue. */
  judgedOn: PartialDate;
  /** The workstreams that were asked about; null for all. Of a person, those in which that person then held a role. */
  workstreams: readonly NamedWorkstream[] | null;
  /** The person who was asked about. */
  person: NamedPerson | null;
  total: number;
  entries: readonly CalendarEntry[];
}>;

type Span = Wanted['span'];

const today = (moment: Moment): number => Math.floor((askedInstant(moment) - 1) / DAY);

function spanAsked({ from, to, within, ...moment }: CalendarQuestion): Span {
  const asked = { first: from === undefined ? -Infinity : period(from).first, end: to === undefined ? Infinity : period(to).end };
  if (within === undefined) return asked;
  const first = today(moment);
  return { first: Math.max(asked.first, first * DAY), end: Math.min(asked.end, (first + within + 1) * DAY) };
}

function isIn({ first, end }: Span): (plan: Planned) => boolean {
  return (plan) => spanOfPlan(plan).end > first && spanOfPlan(plan).first < end;
}

/** The workstreams in which a person held a role at a moment. */
function servedBy(personId: string, moment: Moment, tables: Tables): readonly string[] {
  const rows = workstreams(tables).about(personId, moment);
  const instant = askedInstant(moment);
  const serves = rows.filter(({ roles }) => heldAt(roles, instant).some((role) => role.personId === personId));
  return serves.flatMap((row) => (row.kind === 'none' ? [] : [row.workstreamId]));
}

function workstreamsAsked({ workstreamId, personId, ...moment }: CalendarQuestion, tables: Tables): readonly string[] | undefined {
  if (personId === undefined) return workstreamId;
  const served = servedBy(personId, moment, tables);
  return workstreamId === undefined ? served : served.filter((id) => workstreamId.includes(id));
}

const isOf =
  (asked: readonly string[] | undefined) =>
  ({ workstreamIds, participantIds }: Planned): boolean =>
    asked === undefined || [...workstreamIds, ...participantIds].some((id) => asked.includes(id));

const isOfCycle =
  (cycle: number | undefined, who: Who) =>
  (plan: Planned): boolean =>
    cycle === undefined || plan.cycle === cycle || (plan.cycle === null && plan.workstreamIds.some((id) => who.named(id).cycle === cycle));

const byDate = ({ plan: a }: JudgedPlan, { plan: b }: JudgedPlan): number =>
  period(a.from).first - period(b.from).first || period(a.from).end - period(b.from).end || (a.id < b.id ? -1 : 1);

function answer(query: CalendarQuestion, limit: number, tables: Tables): Calendar {
  const moment: Moment = { asOf: query.asOf, knownAt: query.knownAt, upTo: query.upTo };
  const who = new Who(tables, moment);
  const asked = workstreamsAsked(query, tables);
  const span = spanAsked(query);
  const instant = askedInstant(moment);
  const wanted: Wanted = { moment, span, isOpen: query.overdue === true, workstreamIds: asked };
  const found = plannedIn(query.kind ?? CALENDAR_KINDS, wanted, tables, who)
    .filter(isIn(span))
    .filter(isOf(asked))
    .filter(isOfCycle(query.cycle, who))
    .map((plan): JudgedPlan => ({ plan, standing: calendarState(plan, instant) }))
    .filter(({ standing }) => query.overdue === undefined || (standing.state === 'overdue') === query.overdue);
  return {
    judgedOn: new Date(today(moment) * DAY).toISOString().slice(0, 10),
    workstreams: asked?.map((id) => who.named(id)) ?? null,
    person: query.personId === undefined ? null : personAt(tables, query.personId, moment),
    total: found.length,
    entries: found
      .toSorted(byDate)
      .slice(0, limit)
      .map((each) => calendarEntry(each, tables, moment, who)),
  };
}

export const getCalendar: Answering<GetCalendar, Calendar> = (query, tables) => ({ body: answer(query, query.limit ?? 100, tables) });

export const getCalendarFeed: Answering<GetCalendarFeed, Calendar> = (query, tables) => ({ body: answer(query, Infinity, tables) });
