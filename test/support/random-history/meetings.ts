import type { Event } from '#event-sourcing';
import { type Happening, idOf, type Of } from './happening.js';

const series = ({ id, workstreamIds }: Of) => ({ seriesId: id('series'), workstreamIds });
const meeting = ({ id, workstreamIds }: Of) => ({ meetingId: id('meeting'), workstreamIds });
const action = (n: number, of: Of) => ({ ...meeting(of), actionId: idOf(`action ${n % 3}`) });
/** The whole meeting, or one of two sittings. */
const sitting = (n: number): object => [{}, { sitting: 'a' }, { sitting: 'b' }][n % 3]!;

const ofSeries: readonly Happening['event'][] = [
  (n, day, of) => ({
    type: 'SeriesStarted',
    data: { ...series(of), name: `Calls ${day}`, ...(n % 2 === 0 && { cadence: 'monthly' }) },
  }),
  (n, _, of) => ({ type: 'CadenceStated', data: { ...series(of), cadence: n % 2 ? 'weekly' : 'irregular', printed: String(n) } }),
  (_, __, of) => ({ type: 'SeriesEnded', data: series(of) }),
];

const begun = (n: number, day: string, of: Of) => ({
  ...meeting(of),
  ...(n % 3 === 0 && { seriesId: of.id('series') }),
  title: `Meeting ${day}`,
  kind: 'virtual',
  cycle: 2010 + (n % 10),
  agenda: [day],
});

const scheduled = (n: number, day: string, of: Of): Event => ({
  type: 'MeetingScheduled',
  data: {
    ...begun(n, day, of),
    ...(n % 2 ? { scheduledFor: day } : { sittings: ['a', 'b'].map((label) => ({ label, scheduledFor: day })) }),
  },
});

const logged = (n: number, day: string, of: Of): Event => ({
  type: 'MeetingLogged',
  data: { ...begun(n, day, of), ...(n % 2 ? { endsOn: day } : { sittings: [{ label: 'a', heldOn: day }] }) },
});

const ofMeeting: readonly Happening['event'][] = [
  scheduled,
  logged,
  (n, day, of) => ({ type: 'MeetingMoved', data: { ...meeting(of), ...sitting(n), from: null, to: day } }),
  (n, _, of) => ({ type: 'MeetingCancelled', data: { ...meeting(of), ...sitting(n) } }),
  (n, day, of) => ({ type: 'MeetingHeld', data: { ...meeting(of), ...sitting(n), ...(n % 2 === 0 && { endsOn: day }) } }),
  (n, day, of) => ({ type: 'SittingAdded', data: { ...meeting(of), label: n % 2 ? 'a' : 'b', scheduledFor: day } }),
  (n, _, of) => ({
    type: 'AttendanceRecorded',
    data: { ...meeting(of), ...sitting(n), count: `${n}+`, byRegionalGroup: [{ group: 'African Group', count: n }] },
  }),
  (n, _, of) => ({ type: 'TookPart', data: { ...meeting(of), participantIds: [idOf(`workstream ${n % 3}`)] } }),
  (_, day, of) => ({ type: 'AgendaPublished', data: { ...meeting(of), agenda: [day] } }),
  (n, _, of) => ({ type: 'RecordPublished', data: { ...meeting(of), ...sitting(n), authority: n % 2 ? 'draft' : 'adopted' } }),
  (n, _, of) => ({ type: 'RecordingPublished', data: { ...meeting(of), ...sitting(n), page: 'https://example.org', kind: 'recording' } }),
  (n, day, of) => ({
    type: 'DecisionRecorded',
    data: { ...meeting(of), decisionId: idOf(`decision ${n}`), text: day, about: of.workstreamIds },
  }),
  (n, day, of) => ({ type: 'ActionAssigned', data: { ...action(n, of), text: day, dueOn: day } }),
  (n, day, of) => ({ type: 'ActionCarriedOver', data: { ...action(n, of), toMeetingId: idOf(`meeting ${n % 3}`), dueOn: day } }),
  (n, _, of) => ({ type: 'ActionCompleted', data: action(n, of) }),
  (n, _, of) => ({ type: 'MeetingMerged', data: { ...meeting(of), intoMeetingId: idOf(`meeting ${n % 3}`) } }),
];

export const meetingHappenings: readonly Happening[] = [
  ...ofSeries.map((event): Happening => ({ category: 'series', event })),
  ...ofMeeting.map((event): Happening => ({ category: 'meeting', event })),
];
