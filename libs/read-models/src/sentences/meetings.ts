import type { MeetingEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, list, type NameOf, quoted, type Sentences } from './words.js';

type Begun = Extract<MeetingEvent, { type: 'MeetingScheduled' | 'MeetingLogged' }>['data'];
type Counts = readonly Readonly<{ group: string; count: number }>[];

const what = ({ kind, informal, session, officialNumber, label, place }: Begun): string =>
  bracketed([officialNumber, label, informal && 'informal', kind, session && `session: ${session}`, place]);

/** A meeting by its title, and by its sitting where one is meant. */
const which = ({ meetingId, sitting }: Readonly<{ meetingId: string; sitting?: string }>, nameOf: NameOf): string =>
  `${quoted(nameOf(meetingId))}${sitting === undefined ? '' : `, sitting ${sitting},`}`;

const byGroup = (counts: Counts = []): string => list(counts.map(({ group, count }) => `${group} ${count}`));

const through = (endsOn?: string): string => (endsOn === undefined ? '' : `, up to ${dateText(endsOn)}`);

const names = (ids: readonly string[], nameOf: NameOf): string => list(ids.map((id) => quoted(nameOf(id))));

export const meetingSentences: Sentences<MeetingEvent> = {
  MeetingScheduled: (data) => {
    const { title, scheduledFor, duration, sittings = [] } = data;
    const dates = list([scheduledFor && dateText(scheduledFor), ...sittings.map((each) => `${each.label} ${dateText(each.scheduledFor)}`)]);
    return `The meeting ${quoted(title)}${what(data)} was scheduled for ${dates}${duration ? `, ${duration} minutes` : ''}.`;
  },
  MeetingLogged: (data) => {
    const { title, sittings = [], endsOn } = data;
    const held = bracketed(sittings.map(({ label, heldOn }) => `sitting ${label} on ${dateText(heldOn)}`));
    return `The meeting ${quoted(title)}${what(data)} was held${through(endsOn)}${held}.`;
  },
  MeetingMoved: ({ from, to, ...data }, nameOf) =>
    `The meeting ${which(data, nameOf)} was moved ${from ? `from ${dateText(from)} ` : ''}to ${dateText(to)}.`,
  MeetingCancelled: (data, nameOf) => `The meeting ${which(data, nameOf)} was cancelled.`,
  MeetingHeld: ({ endsOn, ...data }, nameOf) => `The meeting ${which(data, nameOf)} was held${through(endsOn)}.`,
  SittingAdded: ({ meetingId, label, scheduledFor }, nameOf) =>
    `The meeting ${quoted(nameOf(meetingId))} got another sitting, ${label}${scheduledFor ? `, scheduled for ${dateText(scheduledFor)}` : ''}.`,
  AttendanceRecorded: ({ count, byStakeholderGroup, byRegionalGroup, ...data }, nameOf) =>
    `The meeting ${which(data, nameOf)} was attended: ${[count, byGroup(byStakeholderGroup), byGroup(byRegionalGroup)].filter(Boolean).join('; ')}.`,
  TookPart: ({ meetingId, participantIds }, nameOf) =>
    `In the meeting ${quoted(nameOf(meetingId))} took part: ${names(participantIds, nameOf)}.`,
  AgendaPublished: ({ meetingId, agenda = [] }, nameOf) =>
    `The agenda of the meeting ${quoted(nameOf(meetingId))} was published${agenda.length > 0 ? `: ${list(agenda)}` : ''}.`,
  RecordPublished: ({ authority, summary, ...data }, nameOf) =>
    `A record (${authority}) of the meeting ${which(data, nameOf)} was published${summary ? `: ${summary}` : ''}.`,
  RecordingPublished: ({ kind, ...data }, nameOf) => `A ${kind} of the meeting ${which(data, nameOf)} was published.`,
  DecisionRecorded: ({ meetingId, text, by, about = [] }, nameOf) =>
    `The meeting ${quoted(nameOf(meetingId))} decided${bracketed([by && `by ${by}`, about.length > 0 && `about ${names(about, nameOf)}`])}: ${text}`,
  ActionAssigned: ({ meetingId, text, owner, dueOn }, nameOf) =>
    `The meeting ${quoted(nameOf(meetingId))} agreed on an action${bracketed([owner, dueOn && `due on ${dateText(dueOn)}`])}: ${text}`,
  ActionCarriedOver: ({ meetingId, toMeetingId, dueOn }, nameOf) =>
    `An action of the meeting ${quoted(nameOf(meetingId))} was carried over to ${quoted(nameOf(toMeetingId))}${bracketed([dueOn && `due on ${dateText(dueOn)}`])}.`,
  ActionCompleted: ({ meetingId }, nameOf) => `An action of the meeting ${quoted(nameOf(meetingId))} was completed.`,
  MeetingMerged: ({ meetingId, intoMeetingId }, nameOf) =>
    `The meeting ${quoted(nameOf(meetingId))} was merged into ${quoted(nameOf(intoMeetingId))}.`,
};
