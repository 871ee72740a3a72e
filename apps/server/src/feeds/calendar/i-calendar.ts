import ical, { escape, ICalEvent, ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { DAY, lastDay, period } from '#event-sourcing';
import type { Calendar, CalendarEntry, GetCalendarFeed } from '#read-models';
import { titleOf } from '../../web/titles.js';
import { descriptionOf, headingOf } from './calendar-text.js';
import { foldLines } from './fold-lines.js';

/** How often a client may look again, in seconds: facts come in by the day. */
const REFRESH = 4 * 3600;

/** Ids are unique in the world (RFC 5545, 3.8.4.7), and the same on every server that holds these facts. */
const uidOf = ({ id }: CalendarEntry): string => `${id}@igf-intersessional-work-tracker`;

/** The library writes text in fields that are read as addresses: what text would mask is percent-encoded before. */
const address = (url: string): string => url.replaceAll(/[,;\\]/g, encodeURIComponent);

const isToTheDay = (date: string): boolean => /^\d{4}-\d\d-\d\d/.test(date);

type Times = Pick<ICalEventData, 'allDay' | 'start' | 'end' | 'transparency'>;

/** Days are days in no zone: `VALUE=DATE`, the end exclusive. */
function wholeDays({ from, to }: CalendarEntry): Times {
  const last = to !== null && isToTheDay(to) ? to : from;
  return {
    allDay: true,
    start: new Date(period(from).first),
    end: new Date((lastDay(period(last)) + 1) * DAY),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** An instant without a known end has no length. */
function inTime({ from, to }: CalendarEntry): Times {
  const { first: start } = period(from);
  const end = to === null || !isToTheDay(to) ? start : to.includes('T') ? period(to).first : period(to).end;
  return {
    start: new Date(start),
    ...(end > start && { end: new Date(end) }),
    transparency: end > start ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  };
}

function statusOf({ state, tentative }: CalendarEntry): ICalEventStatus {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED;
  return tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** Its number and its dates of change are those of the stream that tells of it: the same facts give the same bytes. */
function eventOf(entry: CalendarEntry, origin: string): ICalEventData {
  const { precision, links, kind, place, revision, recordedAt, shownAt } = entry;
  const page = links.find(({ to }) => to === 'page');
  return {
    id: uidOf(entry),
    sequence: Number(revision),
    stamp: recordedAt,
    lastModified: recordedAt,
    ...(precision === 'day' ? wholeDays(entry) : inTime(entry)),
    summary: headingOf(entry),
    description: descriptionOf(entry, origin),
    ...(place !== null && { location: place }),
    categories: [{ name: kind }],
    url: address(page?.address ?? `${origin}${shownAt}`),
    attachments: links.filter(({ to }) => to === 'record' || to === 'recording').map((link) => address(link.address)),
    status: statusOf(entry),
  };
}

/** What the calendar is called where it stands beside others: by what was asked for. */
function nameOf({ workstreams, person }: Calendar, { kind, cycle, overdue }: GetCalendarFeed): string {
  const of = person ? person.name : workstreams?.map(titleOf).join(', ');
  const parts = [of, kind?.join(', '), cycle === undefined ? undefined : `cycle ${cycle}`, overdue ? 'overdue' : undefined];
  return ['IGF intersessional work', ...parts.filter(Boolean)].join(' – ');
}

const leftOut = (count: number): string =>
  count === 0 ? '' : ` ${count === 1 ? 'One entry is' : `${count} entries are`} left out, of which no day is known.`;

const END = 'END:VCALENDAR';

/** A calendar in iCalendar (RFC 5545). What is not known to the day cannot stand in it, and is counted in its description. */
export function iCalendar(calendar: Calendar, query: GetCalendarFeed, origin: string): string {
  const shown = calendar.entries.filter(({ precision }) => precision === 'day' || precision === 'instant');
  const about = `Meetings, deadlines and milestones, as the facts on record have them.${leftOut(calendar.total - shown.length)}`;
  const file = ical({
    prodId: '//IGF Intersessional Work Tracker//Calendar//EN',
    // The library leaves the text of these two as it is.
    name: escape(nameOf(calendar, query), false),
    description: escape(about, false),
    ttl: REFRESH,
  });
  // Folded by the library, which makes an encoder for each letter, a year of entries takes seconds.
  const [head, tail] = file.toString().split(END);
  const events = shown.map((entry) => foldLines(new ICalEvent(eventOf(entry, origin), file).toString()));
  return [head, ...events, END, tail, '\r\n'].join('');
}
