import type { Findables } from '#event-sourcing/projections';
import type { Meeting } from '#workstreams';
import { dayOf, type Found, name, type SaidText, text } from './found.js';

const outcomes = ({ agendas, records, decisions, actions }: Meeting): readonly SaidText[] => [
  ...agendas.flatMap(({ points, factId }) => points.flatMap((point) => text('agenda', point, factId))),
  ...records.flatMap(({ summary, factId }) => text('summary', summary, factId)),
  ...decisions.flatMap((decision) => text('decision', decision.text, decision.factId)),
  ...actions.flatMap((action) => (action.assigned ? text('action', action.text, action.assigned.factId) : [])),
];

function found(row: Meeting, begun: NonNullable<Meeting['begun']>): Found {
  const { meetingId, workstreamIds, seriesId, participants, cycle, title, label, officialNumber, place } = row;
  const { factId } = begun;
  const labels = [meetingId, ...workstreamIds, ...participants.map(({ workstreamId }) => workstreamId)];
  return {
    kind: 'meeting',
    id: meetingId,
    title,
    day: dayOf(begun),
    labels: [...labels, ...(seriesId === null ? [] : [seriesId]), ...(cycle === null ? [] : [String(cycle)])],
    said: [
      ...name('title', title, factId),
      ...name('label', label, factId),
      ...text('official number', officialNumber, factId),
      ...text('place', place, factId),
      ...outcomes(row),
    ],
    workstreamIds,
    address: `/v1/meetings/${meetingId}`,
  };
}

/** Meetings by what they are called, and by what came of them. */
export const foundMeetings: Findables<Meeting> = { kinds: ['meeting'], of: (row) => (row.begun ? [found(row, row.begun)] : []) };
