import type { Moment, PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import {
  type CalendarKind,
  type CalendarLink,
  type CalendarStanding,
  type CalendarState,
  type FormerDate,
  type Planned,
  type Settled,
} from '#workstreams';
import { type NamedPerson, personAt } from '../people/people.js';
import type { NamedWorkstream } from '../workstream-directory/workstream-directory.js';
import type { Who } from './who.js';

/** How exactly the date of an entry is known. */
export type CalendarPrecision = 'instant' | 'day' | 'month' | 'year' | 'bounds' | 'unknown';

/** Something with a date, as it stood at a moment. */
export type CalendarEntry = Readonly<{
  kind: CalendarKind;
  /** The same for ever, however often it moves. */
  id: string;
  /** What is there on that date, and of what. */
  title: string;
  /** The date in force, or the day on which it came to pass. */
  from: PartialDate;
  /** The last day, or the end in time; null where it is not known, and where there is but one day. */
  to: PartialDate | null;
  precision: CalendarPrecision;
  /** The offset from UTC in which an instant was stated; null for days, of which no source says in which zone they are meant. */
  timeZone: string | null;
  /** Its source calls the date tentative. */
  tentative: boolean;
  /** The dates that held before. */
  former: readonly FormerDate[];
  state: CalendarState;
  /** Null for what is not overdue. The facts that set the date are in `factIds`. */
  overdueDays: number | null;
  /** What has ended it; null while nothing has. */
  settled: Settled | null;
  /** Whose it is. */
  workstreams: readonly NamedWorkstream[];
  /** Of a milestone, the workstreams that are waited for, each for as many days as the milestone is overdue; null for all else. */
  owedBy: readonly NamedWorkstream[] | null;
  person: NamedPerson | null;
  place: string | null;
  text: string | null;
  links: readonly CalendarLink[];
  /** Where all that is known of it is shown. */
  shownAt: string;
  /** The last revision of the stream that tells of it. */
  revision: string;
  /** When that was recorded. */
  recordedAt: string;
  factIds: readonly string[];
}>;

const PRECISIONS: readonly (readonly [RegExp, CalendarPrecision])[] = [
  [/T/, 'instant'],
  [/^\[/, 'bounds'],
  [/^XXXX$/, 'unknown'],
  [/^\d{4}-\d\d-\d\d$/, 'day'],
  [/^\d{4}-\d\d$/, 'month'],
];

const precisionOf = (date: PartialDate): CalendarPrecision => PRECISIONS.find(([form]) => form.test(date))?.[1] ?? 'year';

const timeZoneOf = (date: PartialDate): string | null => /T.*?(Z|[+-]\d\d:\d\d)$/.exec(date)?.[1] ?? null;

/** Where each kind of stream is shown. */
const SHOWN: Readonly<Record<string, string>> = { meeting: 'meetings', call: 'calls', paper: 'papers', workstream: 'workstreams' };

function shownAt({ kind, stream }: Planned): string {
  const [category, id] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
  return kind === 'milestone' ? `/v1/cycles/${id}/milestones` : `/v1/${SHOWN[category]!}/${id}`;
}

/** Something planned with how it stands. */
export type JudgedPlan = Readonly<{ plan: Planned; standing: CalendarStanding }>;

export function calendarEntry({ plan, standing }: JudgedPlan, tables: Tables, moment: Moment, who: Who): CalendarEntry {
  const { kind, id, label, title, from, to, tentative, former, settled, owedBy, place, text, links, factIds, stream, personId } = plan;
  const { revision, recordedAt } = who.log.lastOf(stream, moment)!;
  return {
    kind,
    id,
    title: `${label}: ${title}`,
    from,
    to,
    precision: precisionOf(from),
    timeZone: timeZoneOf(from),
    tentative,
    former,
    ...standing,
    settled,
    workstreams: plan.workstreamIds.map((workstreamId) => who.named(workstreamId)),
    owedBy: owedBy?.map((workstreamId) => who.named(workstreamId)) ?? null,
    person: personId === null ? null : personAt(tables, personId, moment),
    place,
    text,
    links,
    shownAt: shownAt(plan),
    revision: String(revision),
    recordedAt: new Date(recordedAt).toISOString(),
    factIds,
  };
}
