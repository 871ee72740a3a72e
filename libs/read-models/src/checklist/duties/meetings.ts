import { dateOfDay, type KeptCadence, type Meeting, MINUTES_DAYS, type MeetingSeries, minutesStanding } from '#workstreams';
import { type Duty, lacking, type Looked, whole, type YearOfWork } from '../duty.js';
import { ALL } from './kinds.js';

function recordOf(meeting: Meeting, { day }: YearOfWork): readonly Looked[] {
  const { state, owedSince, factIds } = minutesStanding(meeting, day);
  if (state === 'not applicable') return [];
  if (state !== 'missing') return [whole(factIds)];
  const of = { category: 'meeting', id: meeting.meetingId, name: meeting.title };
  const fill = { command: 'PublishRecord', method: 'POST', path: `/v1/meetings/${meeting.meetingId}/records` } as const;
  return [lacking({ of, missing: 'a record of what was said', since: owedSince, factIds, fill })];
}

/** A meeting that was held has a record. */
export const meetingRecords: Duty = {
  id: 'meeting-records',
  title: 'Records of meetings',
  rule: `A meeting that was held has a record ${MINUTES_DAYS} days after its last sitting.`,
  source: `Minutes of calls of 2016 came after 7 to 13 days: https://mail.intgovforum.org/pipermail/bp_ipv6_intgovforum.org/2016-August/000516.html. That ${MINUTES_DAYS} days are enough is our reading.`,
  of: ALL,
  needs: 'a meeting on record as held',
  look: (year) => year.meetings.flatMap((meeting) => recordOf(meeting, year)),
};

function keptTo({ seriesId, name, started }: MeetingSeries, { span, stated, expected, held }: KeptCadence): readonly Looked[] {
  if (!stated || expected === null) return [];
  const factIds = [...(started ? [started.factId] : []), stated.factId, ...held.map(({ factId }) => factId)];
  if (held.length >= expected) return [whole(factIds)];
  const said = `"${stated.printed ?? stated.cadence}"`;
  const missing = `${expected - held.length} of ${expected} meetings that ${said} promises between ${dateOfDay(span.from)} and ${dateOfDay(span.to)}, or another cadence`;
  const fill = { command: 'LogMeeting', method: 'PUT', path: '/v1/meetings/{meetingId}/log' } as const;
  return [lacking({ of: { category: 'series', id: seriesId, name }, missing, since: dateOfDay(span.from), factIds, fill })];
}

/** A series meets as often as it was said to. */
export const statedCadences: Duty = {
  id: 'stated-cadences',
  title: 'Meetings held as often as was said',
  rule: 'A series holds as many meetings as the days suffice for at the cadence that was stated of it.',
  source:
    "Our reading: what was stated is what people may expect. NRI calls of 2016 were called fortnightly (11th IGF Chair's Summary) and came 19 to 43 days apart.",
  of: ALL,
  needs: 'a series with a cadence that promises a number',
  look: ({ cadences }) => cadences.flatMap(({ series, kept }) => kept.flatMap((each) => keptTo(series, each))),
};
