import { firstDay, type PartialDate, period } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { knownYear, sittingDate, type Meeting, meeting, type MeetingEvent, meetingStatus, plannedInMeeting } from '#workstreams';
import { calendarColumns } from '../calendar/calendar-columns.js';
import { foundMeetings } from '../search/found/meetings.js';

/** The dates on which a meeting was held or is planned; that on which it came on record, where none is known. */
export function datesOf({ begun, sittings }: Meeting): readonly PartialDate[] {
  const dates = sittings.map(sittingDate).filter((date) => date !== null);
  return dates.length > 0 || !begun ? dates : [begun.effective];
}

/** UTC day of its first sitting, counted from 1970-01-01. */
export const meetingDay = (row: Meeting): number | null => {
  const days = datesOf(row).map((date) => firstDay(period(date)));
  return days.length === 0 ? null : Math.min(...days);
};

/** The year in which its first date surely lies. */
function yearOf(row: Meeting): number | null {
  const [date] = datesOf(row);
  return date === undefined ? null : knownYear(date);
}

/** One row for each meeting: what its rules know of it. */
export const meetingRegister: Projection<Meeting, MeetingEvent> = {
  name: 'meeting_register',
  version: 3,
  fold: meeting,
  columns: {
    status: (row) => meetingStatus(row) ?? null,
    series_id: ({ seriesId }) => seriesId,
    session: ({ session }) => session,
    cycle: ({ cycle }) => cycle,
    ...calendarColumns(plannedInMeeting),
    year: yearOf,
  },
  told: { title: ({ title }) => title },
  findables: foundMeetings,
};

export const meetings = (tables: Tables): View<Meeting, MeetingEvent> => new View(tables, meetingRegister);
