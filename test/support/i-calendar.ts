import ICAL from 'ical.js';

/** An event of a calendar file, as its readers get it. */
export type CalendarEvent = Readonly<{
  uid: string;
  sequence: number;
  stamp: string;
  lastModified: string;
  start: string;
  /** Exclusive. */
  end: string | null;
  allDay: boolean;
  summary: string;
  description: string;
  status: string;
  url: string;
  categories: string;
  attachments: readonly string[];
}>;

/** A calendar file, read. */
export type CalendarFile = Readonly<{ name: string; description: string; refresh: string; events: readonly CalendarEvent[] }>;

/** RFC 5545, 3.1: lines end with CRLF and have up to 75 octets. */
function assertLines(text: string): void {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end.');
  if (/(^|[^\r])\n|\r(?!\n)/.test(text)) throw new Error('A line does not end with CRLF.');
  const long = text.split('\r\n').find((line) => Buffer.byteLength(line) > 75 || line.includes('\uFFFD'));
  if (long !== undefined) throw new Error(`A line is too long, or cut within a character: ${long}`);
}

/** RFC 5545, 3.6.1: what an event has, and what it has once. */
function assertOnce(event: ICAL.Component): void {
  for (const name of ['uid', 'dtstamp', 'dtstart', 'sequence', 'last-modified', 'summary', 'description', 'status', 'url'])
    if (event.getAllProperties(name).length !== 1) throw new Error(`An event has no ${name}, or several: ${event.toString()}`);
  for (const name of ['dtend', 'location']) if (event.getAllProperties(name).length > 1) throw new Error(`An event has several ${name}.`);
  if (event.getAllProperties('rrule').length > 0) throw new Error('An event recurs.');
}

const text = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name));

/** The reader leaves text as it is in properties that it does not know. */
const unknownText = (component: ICAL.Component, name: string): string => text(component, name).replaceAll(/\\([\\,;])/g, '$1');

function eventOf(component: ICAL.Component): CalendarEvent {
  assertOnce(component);
  // Every value is read as the kind that it says it is.
  for (const property of component.getAllProperties()) property.getValues().forEach(String);
  const end = component.getFirstPropertyValue('dtend');
  const [start, finish] = [component.getFirstPropertyValue('dtstart') as ICAL.Time, end as ICAL.Time | null];
  if (finish && (finish.compare(start) <= 0 || finish.isDate !== start.isDate)) throw new Error('An event ends before it begins.');
  return {
    uid: text(component, 'uid'),
    sequence: Number(text(component, 'sequence')),
    stamp: text(component, 'dtstamp'),
    lastModified: text(component, 'last-modified'),
    start: start.toString(),
    end: finish?.toString() ?? null,
    allDay: start.isDate,
    summary: text(component, 'summary'),
    description: text(component, 'description'),
    status: text(component, 'status'),
    url: text(component, 'url'),
    categories: text(component, 'categories'),
    attachments: component.getAllProperties('attach').map((each) => String(each.getFirstValue())),
  };
}

/**
 * A calendar file as a strict reader takes it.
 * @throws Error for what is not as RFC 5545 has it
 */
export function readCalendar(file: string): CalendarFile {
  assertLines(file);
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map(eventOf);
  if (new Set(events.map(({ uid }) => uid)).size < events.length) throw new Error('Two events have one id.');
  return {
    name: unknownText(calendar, 'x-wr-calname'),
    description: unknownText(calendar, 'x-wr-caldesc'),
    refresh: text(calendar, 'refresh-interval'),
    events,
  };
}
