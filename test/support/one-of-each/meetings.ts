import { randomUUID } from 'node:crypto';
import type { Recording } from './recording.js';

const MEETING = {
  kind: 'virtual',
  informal: false,
  session: 'main',
  cycle: 2017,
  officialNumber: 'VI',
  label: 'Planning call',
  place: 'Online',
  link: 'https://meet.example.org/nris',
  page: 'https://www.intgovforum.org/meeting',
  agenda: ['Welcome', 'Main session'],
};

const LINK = 'https://meet.example.org/b';
const PAGE = 'https://www.intgovforum.org/record';

/** Every kind of fact about a series of meetings. */
async function recordSeries(to: Recording, workstreamIds: readonly string[]): Promise<string> {
  const seriesId = randomUUID();
  const series = `/v1/series/${seriesId}`;
  await to.put(series, {
    workstreamIds,
    name: 'NRI calls',
    cadence: 'fortnightly',
    printed: 'every two weeks',
    effective: '2017',
  });
  const stated = { cadence: 'bimonthly', printed: '(bi)monthly', statedIn: 'the page of the NRIs' };
  await to.post(`${series}/cadences`, { ...stated, effective: '2017-05' });
  await to.post(`${series}/endings`, { effective: '2018' });
  return seriesId;
}

async function recordOutcome(
  to: Recording,
  meeting: string,
  [first, other]: readonly string[],
  named: Readonly<Record<'toMeetingId' | 'personId', string>>,
): Promise<void> {
  await to.post(`${meeting}/attendance`, {
    sitting: 'VIb',
    count: 'about 20',
    byStakeholderGroup: [{ group: 'Government', count: 3 }],
    byRegionalGroup: [{ group: 'African Group', count: 4 }],
    effective: '2017-06-09',
  });
  await to.post(`${meeting}/participants`, { participantIds: [first, other], effective: '2017-06-09' });
  await to.post(`${meeting}/records`, { sitting: 'VIb', authority: 'draft', page: PAGE, summary: 'All agreed.', effective: '2017-06-15' });
  await to.post(`${meeting}/recordings`, { sitting: 'VIb', page: PAGE, kind: 'transcript', effective: '2017-06-15' });
  await to.put(`${meeting}/decisions/${randomUUID()}`, { text: 'One session.', about: [other], by: 'consensus', effective: '2017-06-10' });
  const action = `${meeting}/actions/${randomUUID()}`;
  const assigned = { text: 'Ask all.', owner: 'The host', personId: named.personId, dueOn: '2017-06-20' };
  await to.put(action, { ...assigned, effective: '2017-06-09' });
  await to.post(`${action}/carry-overs`, { toMeetingId: named.toMeetingId, dueOn: '2017-07', effective: '2017-06-21' });
  await to.post(`${action}/completion`, { effective: '2017-06-30' });
}

/** Every kind of fact about a meeting and its series. */
export async function recordMeetings(
  to: Recording,
  workstreamIds: readonly string[],
  personId: string,
): Promise<Record<'meetingId' | 'seriesId', string>> {
  const seriesId = await recordSeries(to, workstreamIds);
  const [meetingId, later, gone, logged] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const common = { ...MEETING, workstreamIds, seriesId };
  const meeting = `/v1/meetings/${meetingId}`;
  await to.put(meeting, {
    ...common,
    title: 'Virtual Meeting VI',
    duration: 90,
    sittings: [{ label: 'VIa', scheduledFor: '2017-06-08T08:00Z', link: LINK }],
    effective: '2017-05-20',
  });
  await to.put(`/v1/meetings/${later}`, { ...common, title: 'Virtual Meeting VII', scheduledFor: '2017-06-19', effective: '2017-06-01' });
  await to.put(`/v1/meetings/${gone}`, { ...common, title: 'Side meeting', scheduledFor: '2017-06-19', effective: '2017-06-01' });
  const sittings = [{ label: 'a', heldOn: '2017-05-11', link: LINK }];
  await to.put(`/v1/meetings/${logged}/log`, { ...common, title: 'Virtual Meeting V', sittings, effective: '2017-05-11' });
  const several = { ...common, kind: 'hybrid', title: 'Retreat', endsOn: '2017-05-03', effective: '2017-05-01' };
  await to.put(`/v1/meetings/${randomUUID()}/log`, several);
  await to.post(`${meeting}/sittings`, { label: 'VIb', scheduledFor: '2017-06-08T14:00Z', link: LINK, effective: '2017-05-21' });
  await to.post(`${meeting}/moves`, { sitting: 'VIb', to: '2017-06-09', effective: '2017-06-01' });
  await to.post(`${meeting}/agendas`, { agenda: ['Welcome'], page: PAGE, effective: '2017-06-02' });
  await to.post(`${meeting}/cancellations`, { sitting: 'VIa', effective: '2017-06-07' });
  await to.post(`${meeting}/holdings`, { sitting: 'VIb', endsOn: '2017-06-09', effective: '2017-06-09' });
  await recordOutcome(to, meeting, workstreamIds, { toMeetingId: later, personId });
  await to.post(`/v1/meetings/${gone}/merger`, { intoMeetingId: later, effective: '2017-06-10' });
  return { meetingId, seriesId };
}
