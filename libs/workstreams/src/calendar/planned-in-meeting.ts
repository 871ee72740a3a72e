import { type PartialDate, period } from '#event-sourcing';
import type { MeetingAction } from '../meeting/actions.js';
import type { Meeting } from '../meeting/meeting.js';
import { recordInForce } from '../meeting/publish-record.js';
import { type Sitting, sittingDate } from '../meeting/sittings.js';
import type { Step } from '../step.js';
import { type CalendarLink, cancelled, done, endOf, type FormerDate, formerDates, type Planned, planned, type Settled } from './planned.js';

/** That people met outweighs every word that they would not; what is held together with another meeting is not held itself. */
function settledBy({ held, cancelled: called }: Sitting, meeting: Meeting): Settled | null {
  if (held) return done({ effective: held.on, factId: held.factId });
  const merged = meeting.merged && { ...meeting.merged, reason: 'It is held together with another meeting.' };
  return cancelled(called ?? meeting.cancelled ?? merged);
}

/** The end of a sitting that was held for days, or that is planned to the minute. */
function endOfSitting({ held, scheduledFor }: Sitting, duration: number | null): PartialDate | null {
  if (held) return endOf(held.on, held.endsOn);
  if (scheduledFor === null || duration === null || !scheduledFor.includes('T')) return null;
  return new Date(period(scheduledFor).first + duration * 60_000).toISOString();
}

const isOf =
  (label: string | null) =>
  ({ sitting }: Readonly<{ sitting: string | null }>): boolean =>
    sitting === null || sitting === label;

function linksOf(meeting: Meeting, { label, link }: Sitting): readonly CalendarLink[] {
  const record = recordInForce(meeting, label) ?? recordInForce(meeting);
  const known: readonly (readonly [CalendarLink['to'], string | null | undefined])[] = [
    ['page', meeting.page],
    ['join', link ?? meeting.link],
    ['agenda', meeting.agendas.at(-1)?.page],
    ['record', record?.page],
    ...meeting.recordings.filter(isOf(label)).map(({ page }) => ['recording', page] as const),
  ];
  return known.flatMap(([to, address]) => (address ? [{ to, address }] : []));
}

function sitting(meeting: Meeting, begun: Step, each: Sitting): Planned[] {
  const from = sittingDate(each);
  if (from === null) return [];
  const { meetingId, title, cycle, place, workstreamIds } = meeting;
  const settled = settledBy(each, meeting);
  const points = meeting.agendas.at(-1)?.points ?? [];
  return [
    planned({
      kind: 'meeting',
      id: each.label === null ? `meeting-${meetingId}` : `meeting-${meetingId}-sitting-${encodeURIComponent(each.label)}`,
      label: 'Meeting',
      title: each.label === null ? title : `${title} (${each.label})`,
      from,
      to: endOfSitting(each, meeting.duration),
      former: formerDates(each.moves),
      settled,
      workstreamIds,
      participantIds: meeting.participants.map(({ workstreamId }) => workstreamId),
      cycle,
      place,
      text: points.length === 0 ? null : points.join('\n'),
      links: linksOf(meeting, each),
      stream: `meeting-${meetingId}`,
      factIds: [begun.factId, ...each.moves.map(({ factId }) => factId), ...(settled ? [settled.factId] : [])],
    }),
  ];
}

/** The dates that an action had before: a date with which it is carried over takes the place of the one until then. */
function datesBefore({ originallyDueOn, carriedOver }: MeetingAction): readonly FormerDate[] {
  const dated = carriedOver.filter(({ dueOn }) => dueOn !== null);
  return formerDates(
    dated.map((each, index) => ({ ...each, from: index === 0 ? originallyDueOn : dated[index - 1]!.dueOn, reason: null })),
  );
}

function action(meeting: Meeting, each: MeetingAction): Planned[] {
  if (each.dueOn === null || each.assigned === null) return [];
  const { meetingId, workstreamIds, cycle } = meeting;
  const settled = done(each.completed);
  return [
    planned({
      kind: 'action',
      id: `meeting-${meetingId}-action-${each.actionId}`,
      label: each.owner === null ? 'Action' : `Action of ${each.owner}`,
      title: each.text,
      from: each.dueOn,
      former: datesBefore(each),
      settled,
      whenPassed: 'overdue',
      workstreamIds,
      personId: each.personId,
      cycle,
      stream: `meeting-${meetingId}`,
      factIds: [each.assigned, ...each.carriedOver, ...(settled ? [settled] : [])].map(({ factId }) => factId),
    }),
  ];
}

/** The sittings of a meeting that have a date, and the actions agreed in it that have one; none of what is not on record yet. */
export function plannedInMeeting(meeting: Meeting): readonly Planned[] {
  const { begun, sittings, actions } = meeting;
  if (!begun) return [];
  return [...sittings.flatMap((each) => sitting(meeting, begun, each)), ...actions.flatMap((each) => action(meeting, each))];
}
