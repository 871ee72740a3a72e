import { AmendFact, type Command, parse, type PartialDate, period } from '#event-sourcing';
import {
  AddSitting,
  type Authority,
  HoldMeeting,
  LogMeeting,
  type Meeting,
  meeting as meetingFold,
  PublishRecord,
  RecordAttendance,
  ScheduleMeeting,
  type Sitting,
  sittingDate,
} from '#workstreams';
import { activityOf } from '../activity.js';
import { type About, about, between, date as dateIn, present, text, Unplaced, yearOf } from '../cells.js';
import { idFor, plain } from '../names.js';
import type { OnRecord } from '../on-record.js';
import { seriesOfCalls } from '../series.js';
import type { Reading, ReadRow } from './reading.js';
import { type Subject, subjectOf } from './subject.js';

/** A row as it was read, with the meeting that it is about. */
type Read = Readonly<{
  meetingId: string;
  workstreamIds: readonly string[];
  subject: Subject;
  /** The instant of the sitting where its time is given, else the day. */
  when: PartialDate;
  date: PartialDate;
  isVirtual: boolean;
  url: string | undefined;
  /** What the beginning of the meeting says, beside its date. */
  fields: object;
  said: About;
}>;

/** What a sitting is called, where a meeting has several: a letter behind the number says so, or that the agenda was repeated. */
function labelOf({ subject, when }: Read): string | undefined {
  const { number, isRepeated } = subject;
  if (number && number.printed !== number.number) return number.printed;
  return isRepeated ? (number?.printed ?? when) : undefined;
}

/** Numbers start anew each year and count different things; the letters a and b are sittings of one. Others are told apart by their title. */
function meetingIdOf(workstreamIds: readonly string[], date: PartialDate, { number, title }: Subject): string {
  const whose = workstreamIds.toSorted();
  if (number) return idFor('meeting', ...whose, yearOf(date)!, number.counted, number.number);
  return idFor('meeting', ...whose, date, title);
}

const sameYear = ({ begun }: Meeting, { date }: Read): boolean => begun !== null && yearOf(sittingDay(begun.effective)) === yearOf(date);

/** A date without the hour and without the bounds around it. */
const sittingDay = (when: PartialDate): PartialDate => when.replace(/^\[.*\.\.|\]$|T.*$/g, '');

/** Whether both are counted alike, or neither is counted. */
const countAlike = ({ label }: Meeting, { subject: { number } }: Read): boolean =>
  number === undefined ? label === null : label?.startsWith(`${number.counted} `) === true;

/** Whether two rows tell of sittings of one meeting: one page tells of both, and one of them says that the agenda was repeated. */
const isSibling =
  (row: Read) =>
  (other: Meeting): boolean =>
    row.url !== undefined &&
    countAlike(other, row) &&
    [other.page, ...other.records.map(({ page }) => page)].includes(row.url) &&
    sameYear(other, row) &&
    (row.subject.isRepeated || other.sittings.every(({ label }) => label !== null));

/** Whether somebody has entered the meeting by another way. */
const isElsewhere =
  ({ subject: { title, number }, date }: Read) =>
  (other: Meeting): boolean =>
    other.sittings.some((sitting) => sittingDay(sittingDate(sitting) ?? '') === date) &&
    (plain(other.title) === plain(title) || [number?.number, number?.printed].includes(other.officialNumber ?? ''));

/** The beginning of the meeting, as it was announced or as it was held. */
function beginning(row: Read, label: string | undefined): Command {
  const { fields, said, when, date, subject } = row;
  if (subject.isPlanned) {
    const planned = label === undefined ? { scheduledFor: when } : { sittings: [{ label, scheduledFor: when }] };
    return parse(ScheduleMeeting, { ...fields, ...planned, effective: between(undefined, date), ...said });
  }
  const sitting = label !== undefined && { sittings: [{ label, heldOn: when }] };
  return parse(LogMeeting, { ...fields, ...sitting, ...(subject.endsOn && { endsOn: subject.endsOn }), effective: when, ...said });
}

/**
 * A sitting that was held before the one by which the meeting came on record: the beginning is amended, since it should have
 * named both.
 */
function withEarlierSitting({ begun, sittings, meetingId }: Meeting, row: Read, label: string): Reading {
  const { factId } = begun!;
  const held = sittings
    .filter((sitting) => sitting.held?.factId === factId && sitting.label !== label)
    .map((sitting) => ({ label: sitting.label, heldOn: sitting.held!.on, ...(sitting.link !== null && { link: sitting.link }) }));
  const changes = {
    sittings: [{ label, heldOn: row.when }, ...held],
    ...(!row.subject.isRepeated && { title: row.subject.title }),
  };
  const command = parse(AmendFact, {
    corrects: factId,
    requestId: idFor('earlier-sitting', factId, label),
    changes,
    reason: `The agenda was met on before that also, in sitting ${label}.`,
    ...row.said,
  });
  return { commands: [], amendments: [{ stream: `${meetingFold.category}-${meetingId}`, command }] };
}

const holding = ({ meetingId }: Meeting, { when, said, subject: { endsOn } }: Read, sitting: string | null): Command =>
  parse(HoldMeeting, {
    meetingId,
    requestId: idFor('held', meetingId, sitting ?? ''),
    ...(sitting !== null && { sitting }),
    ...(endsOn && { endsOn }),
    effective: when,
    ...said,
  });

/** One more sitting of a meeting that is on record. */
function furtherSitting(known: Meeting, row: Read, label: string): Reading {
  const { meetingId } = known;
  const added = { meetingId, requestId: idFor('sitting', meetingId, label), label, effective: row.when, ...row.said };
  return { commands: [parse(AddSitting, added), holding(known, row, label)] };
}

const isBegunBy = ({ begun }: Meeting, sitting: Sitting): boolean => sitting.held?.factId === begun!.factId;

const beganLater = ({ begun }: Meeting, { when }: Read): boolean =>
  begun!.as === 'logged' && period(begun!.effective).first > period(when).first;

/** What a row adds to a meeting that is on record under the id of the row, or of which it is another sitting. */
function onRecordAlready(known: Meeting, row: Read): Reading {
  const label = known.meetingId === row.meetingId ? labelOf(row) : (labelOf(row) ?? row.subject.number?.printed);
  if (label !== undefined && beganLater(known, row)) return withEarlierSitting(known, row, label);
  const sitting = known.sittings.find((each) => each.label === (label ?? null));
  if (sitting && isBegunBy(known, sitting)) return { commands: [beginning(row, labelOf(row))] };
  if (sitting) return { commands: [holding(known, row, sitting.label)] };
  if (label !== undefined) return furtherSitting(known, row, label);
  const labels = known.sittings.map((each) => each.label).join(', ');
  throw new Unplaced(`subject: this meeting is on record in sittings (${labels}): say which of them the row means`);
}

/** A plan adds nothing to a meeting that was held. */
const planAgain = ({ begun }: Meeting, row: Read): Reading =>
  begun!.as === 'scheduled' ? { commands: [beginning(row, labelOf(row))] } : { commands: [], already: 1 };

const TRANSCRIPT = /\btranscripts?\b/;

/**
 * How far the record can be relied on of which a row tells, if it tells of one. The column says of calls that their summary is
 * at the address; of sessions and of gatherings in a room the address is that of their page, unless it calls itself a transcript.
 * Nobody says that a summary was adopted, so it is a draft.
 */
function authorityOf({ url, isVirtual, subject }: Omit<Read, 'fields'>): Authority | undefined {
  if (subject.isPlanned) return undefined;
  if (url === undefined) return subject.hasSummary ? 'draft' : undefined;
  if (TRANSCRIPT.test(url)) return 'caption';
  return isVirtual || subject.hasSummary || subject.postedOn !== undefined ? 'draft' : undefined;
}

/** The record that a row tells of. When it was published is known only where the subject tells: otherwise it was from the meeting on. */
function recording(meetingId: string, row: Read): Command | undefined {
  const { url, subject, date, said } = row;
  const authority = authorityOf(row);
  return (
    authority &&
    parse(PublishRecord, {
      meetingId,
      requestId: idFor('record', meetingId, url ?? ''),
      authority,
      ...(url !== undefined && { page: url }),
      effective: subject.postedOn ?? between(date, undefined),
      ...said,
    })
  );
}

/** One record tells of all sittings of a meeting: it was published once, whichever row is read first. */
function recordOf(known: Meeting | undefined, meetingId: string, row: Read): Reading {
  const command = recording(meetingId, row);
  if (!command) return { commands: [] };
  const isThere = row.subject.postedOn === undefined && known?.records.some(({ page }) => page === (row.url ?? null));
  return isThere ? { commands: [], already: 1 } : { commands: [command] };
}

function attendanceAt(meetingId: string, { subject: { attendance: count }, when: effective, said }: Read): readonly Command[] {
  if (count === undefined) return [];
  return [parse(RecordAttendance, { meetingId, requestId: idFor('attendance', meetingId, count), count, effective, ...said })];
}

/** The readings of one row, as one. */
const together = (...readings: readonly Reading[]): Reading => ({
  commands: readings.flatMap(({ commands }) => commands),
  amendments: readings.flatMap(({ amendments = [] }) => amendments),
  already: readings.reduce((sum, { already = 0 }) => sum + already, 0),
});

/** What a row tells of the meeting itself, given the same meeting as it is on record. */
function entry(row: Read, same: Meeting | undefined): Reading {
  if (!same) return { commands: [beginning(row, labelOf(row))] };
  return row.subject.isPlanned ? planAgain(same, row) : onRecordAlready(same, row);
}

function entering(row: Read, known: OnRecord): Reading {
  const others = known.meetingsOf(row.workstreamIds);
  const same = others.find(({ meetingId }) => meetingId === row.meetingId) ?? others.find(isSibling(row));
  const elsewhere = same ? undefined : others.find(isElsewhere(row));
  const there = same ?? elsewhere;
  const meetingId = there?.meetingId ?? row.meetingId;
  return together(
    elsewhere ? { commands: [], already: 1 } : entry(row, same),
    { commands: attendanceAt(meetingId, row) },
    recordOf(there, meetingId, row),
  );
}

/** What the beginning of a meeting says. An address that is no record of it is that of its page. */
function fieldsOf(row: Omit<Read, 'fields'>, kind: string, seriesId: string | undefined, ofWorkstreams: number | undefined): object {
  const { meetingId, workstreamIds, subject, url } = row;
  const { title, number, place, session, isInformal, cycle = ofWorkstreams } = subject;
  const fields = {
    seriesId,
    informal: isInformal || kind.endsWith('(informal)') || undefined,
    session,
    cycle,
    officialNumber: number?.number,
    label: number?.called,
    place,
    page: authorityOf(row) === undefined ? url : undefined,
  };
  return { meetingId, workstreamIds, title, kind: kind.replace(/ \(informal\)$/, ''), ...present(fields) };
}

/** A meeting, or one of its sittings, with its attendance and its record. The subject is kept as printed in the notes where the title is not all of it. */
export const meeting: ReadRow = (row, known) => {
  const date = dateIn(row, 'date');
  if (date === undefined) throw new Unplaced('date is empty');
  const [kind, printed, url] = [text(row, 'kind'), text(row, 'subject'), row.cells.summary_url];
  const { workstreamIds, registrations, cycle } = activityOf(text(row, 'activity'), known, yearOf(date));
  const isVirtual = kind === 'virtual';
  const subject = subjectOf(printed, { date, isVirtual });
  const series = isVirtual ? seriesOfCalls(workstreamIds, known) : undefined;
  const when = subject.time === undefined ? date : `${date}T${subject.time}Z`;
  const said = about(row, subject.title === printed ? undefined : printed);
  const meetingId = meetingIdOf(workstreamIds, date, subject);
  const read = { meetingId, workstreamIds, subject, when, date, isVirtual, url, said };
  const fields = fieldsOf(read, kind, series?.seriesId, cycle);
  return together({ commands: [...registrations, ...(series?.beginning ?? [])] }, entering({ ...read, fields }, known));
};
