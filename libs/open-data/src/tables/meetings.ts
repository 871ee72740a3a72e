import { type GetMeeting, getMeeting, type MeetingView } from '#read-models';
import { sittingDate } from '#workstreams';
import { type FromStream, fromStreams } from '../streams.js';
import { openTable } from '../table.js';
import { orNothing } from './calls.js';

type Row = FromStream<MeetingView>;

const sittingDates = ({ sittings }: MeetingView): readonly string[] => sittings.map(sittingDate).filter((date) => date !== null);

export const meetings = openTable<Row>({
  name: 'meetings',
  about: 'The meetings that were planned or held, sessions at annual meetings among them.',
  key: ['meeting_id'],
  rows: (tables, moment) =>
    fromStreams('meeting', (meetingId) => orNothing(() => getMeeting({ meetingId, ...moment } as GetMeeting, tables).body), tables, moment),
  columns: [
    { name: 'meeting_id', type: 'id', about: 'Id of the meeting.', value: ({ row }) => row.meetingId },
    { name: 'title', type: 'text', about: 'Its title.', value: ({ row }) => row.title },
    {
      name: 'workstream_ids',
      type: 'ids',
      about: 'The workstreams that met.',
      value: ({ row }) => row.workstreams.map((each) => each.workstreamId),
    },
    { name: 'series_id', type: 'id', about: 'The series of meetings that it belongs to.', value: ({ row }) => row.seriesId },
    { name: 'kind', type: 'text', about: 'How one met.', value: ({ row }) => row.kind },
    { name: 'session', type: 'text', about: 'What session of an annual meeting it was.', value: ({ row }) => row.session },
    { name: 'cycle', type: 'whole number', about: 'The year of the annual meeting of its cycle.', value: ({ row }) => row.cycle },
    { name: 'status', type: 'text', about: 'Whether it was held.', value: ({ row }) => row.status },
    {
      name: 'sittings',
      type: 'dates',
      about: 'The dates of its sittings: those on which they were held, else planned.',
      value: ({ row }) => sittingDates(row),
    },
    {
      name: 'participants',
      type: 'whole number',
      about: 'How many workstreams are on record as having taken part.',
      value: ({ row }) => row.participants.length,
    },
    { name: 'decisions', type: 'whole number', about: 'How many decisions are on record.', value: ({ row }) => row.decisions.length },
    { name: 'actions', type: 'whole number', about: 'How many actions are on record.', value: ({ row }) => row.actions.length },
    {
      name: 'records',
      type: 'whole number',
      about: 'How many minutes, summaries and other records were published.',
      value: ({ row }) => row.records.length,
    },
    {
      name: 'minutes_delay',
      type: 'whole number',
      about: 'Days from the last sitting to the first record; empty while there is none.',
      value: ({ row }) => row.minutesDelay?.days ?? null,
    },
    { name: 'page', type: 'web address', about: 'Its page.', value: ({ row }) => row.page },
    { name: 'fact_ids', type: 'ids', about: 'The facts that the line is made of.', value: ({ factIds }) => factIds },
  ],
});
