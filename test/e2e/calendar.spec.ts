import { randomUUID } from 'node:crypto';
import type { Calendar } from '#read-models';
import { type CalendarEvent, type CalendarFile, readCalendar } from '#test/i-calendar';
import { TestServer } from '#test/server';

const [forum, coalition, cycle, personId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const TITLE = 'Réunion préparatoire du forum sur la cybersécurité, à laquelle toutes et tous sont invités; на русском: встреча';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  await told('PUT', `/v1/best-practice-forums/${forum}`, { name: 'Cybersecurity', cycle: 2016, effective: '2016-04' });
  await told('PUT', `/v1/dynamic-coalitions/${coalition}`, { name: 'Climate', effective: '2010' });
  await told('PUT', `/v1/cycles/${cycle}`, { name: 'IGF 2016', number: 11, cycle: 2016, effective: '2015-12' });
  await told('PUT', `/v1/people/${personId}`, { name: 'Ana Sousa', effective: '2016' });
  const role = { personId, role: 'coordinator', effective: '2016-05-01' };
  await told('PUT', `/v1/workstreams/${forum}/roles/${randomUUID()}`, role);
});
afterAll(async () => server.stop());

async function told(method: 'PUT' | 'POST', path: string, body: object): Promise<void> {
  const { status, text } = await server.request(method, path, { raw: JSON.stringify(body) });
  expect([status, text]).toEqual([201, expect.any(String)]);
}

const calendar = async (query: string): Promise<Calendar> => (await server.getLatest(`/v1/calendar?${query}`)).body as Calendar;
const file = async (query = ''): Promise<CalendarFile> => readCalendar((await server.getLatest(`/v1/calendar.ics?${query}`)).text);
const ids = ({ entries }: Calendar): string[] => entries.map(({ id }) => id);

async function meeting(fields: object): Promise<string> {
  const meetingId = randomUUID();
  await told('PUT', `/v1/meetings/${meetingId}`, {
    workstreamIds: [forum],
    title: TITLE,
    kind: 'virtual',
    effective: '2016-06-01',
    ...fields,
  });
  return meetingId;
}

describe('A subscribed calendar', () => {
  const event = async (meetingId: string): Promise<CalendarEvent> => {
    const { events } = await file(`workstreamId=${forum}`);
    return events.find(({ uid }) => uid === `meeting-${meetingId}@igf-intersessional-work-tracker`)!;
  };

  test('keeps a meeting under its id when it moves, and when it is called off', async () => {
    const meetingId = await meeting({
      scheduledFor: '2016-06-15T14:00+02:00',
      duration: 60,
      agenda: ['Welcome, all'],
      link: 'https://example.org/join',
    });
    const planned = await event(meetingId);
    expect(planned).toMatchObject({ start: '2016-06-15T12:00:00Z', end: '2016-06-15T13:00:00Z', status: 'CONFIRMED', sequence: 0 });
    expect(planned).toMatchObject({ summary: `Meeting: ${TITLE}`, categories: 'meeting', allDay: false });
    expect(planned.description).toMatch(
      /Of: Cybersecurity\nWelcome, all\nJoin: https:\/\/example.org\/join\nOn record: http:.*\/v1\/meetings\//,
    );

    await told('POST', `/v1/meetings/${meetingId}/moves`, { to: '2016-06-22', effective: '2016-06-10' });
    const moved = await event(meetingId);
    expect(moved).toMatchObject({ start: '2016-06-22', end: '2016-06-23', allDay: true, status: 'CONFIRMED', sequence: 1 });
    expect(moved.description).toContain('Until 10 June 2016 it was planned for 15 June 2016, 12:00 UTC.');
    expect(moved.lastModified >= planned.lastModified).toBe(true);

    await told('POST', `/v1/meetings/${meetingId}/cancellations`, { effective: '2016-06-20', reason: 'Nobody can come.' });
    const cancelled = await event(meetingId);
    expect(cancelled).toMatchObject({ uid: planned.uid, start: '2016-06-22', status: 'CANCELLED', sequence: 2 });
    expect(cancelled.description).toContain('Called off on 20 June 2016. Nobody can come.');
  });

  test('links to the minutes of a meeting that was held', async () => {
    const meetingId = await meeting({ scheduledFor: '2016-07-05' });
    await told('POST', `/v1/meetings/${meetingId}/holdings`, { effective: '2016-07-05' });
    const page = 'https://example.org/minutes?a=1,2;3';
    await told('POST', `/v1/meetings/${meetingId}/records`, { authority: 'adopted', page, effective: '2016-07-12' });
    expect(await event(meetingId)).toMatchObject({ attachments: ['https://example.org/minutes?a=1%2C2%3B3'] });
    expect((await event(meetingId)).description).toContain(`Minutes: ${page}`);
  });

  test('tells what was asked for, how often to look again, and what it leaves out', async () => {
    await meeting({ scheduledFor: '2016-08' });
    expect(await file(`workstreamId=${forum}&kind=meeting,action&from=2016-08&to=2016-08`)).toEqual({
      name: 'IGF intersessional work – BPF Cybersecurity 2016 – meeting, action',
      description: expect.stringContaining('One entry is left out, of which no day is known.') as string,
      refresh: 'PT4H',
      events: [],
    });
  });

  test('has the same bytes as long as nothing changes, and is text/calendar', async () => {
    const [first, second] = [await server.getLatest('/v1/calendar.ics'), await server.getLatest('/v1/calendar.ics')];
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(second.text).toBe(first.text);
    expect(readCalendar(first.text).events.length).toBeGreaterThan(0);
  });

  test('is refused for what no calendar has', async () => {
    expect((await server.get('/v1/calendar.ics?kind=party')).status).toBe(400);
    expect((await server.get('/v1/calendar.ics?limit=1')).status).toBe(400);
    expect((await server.get('/v1/calendar?within=-1')).status).toBe(400);
  });
});

describe('The calendar', () => {
  const milestoneId = randomUUID();
  const milestone = `cycle-${cycle}-milestone-${milestoneId}`;
  beforeAll(async () => {
    const fields = {
      name: 'first draft',
      dueOn: '2016-09-30',
      appliesTo: ['best-practice-forum', 'dynamic-coalition'],
      effective: '2016-01',
    };
    await told('PUT', `/v1/cycles/${cycle}/milestones/${milestoneId}`, fields);
    await told('POST', `/v1/cycles/${cycle}/milestones/${milestoneId}/completions`, { metBy: coalition, effective: '2016-09-20' });
  });

  test('names who is waited for, of all or of those asked about', async () => {
    const { entries } = await calendar('kind=milestone&asOf=2016-10-04');
    expect(entries).toMatchObject([
      { id: milestone, state: 'overdue', overdueDays: 4, owedBy: [{ name: 'Cybersecurity' }], shownAt: `/v1/cycles/${cycle}/milestones` },
    ]);
    expect(entries[0]!.factIds).toHaveLength(2);
    expect((await calendar(`kind=milestone&asOf=2016-10-04&workstreamId=${coalition}`)).entries).toMatchObject([
      { state: 'done', owedBy: [] },
    ]);
    expect(ids(await calendar(`overdue=true&asOf=2016-10-04&workstreamId=${forum}`))).toEqual([milestone]);
    expect(ids(await calendar(`overdue=true&asOf=2016-10-04&workstreamId=${coalition}`))).toEqual([]);
  });

  test('shows what was planned then, by what was known', async () => {
    await told('POST', `/v1/cycles/${cycle}/milestones/${milestoneId}/moves`, { to: '2016-10-20', effective: '2016-09-25' });
    const due = async (asOf: string) =>
      (await calendar(`kind=milestone&asOf=${asOf}`)).entries.map(({ from, state, former }) => [from, state, former.length]);
    expect(await due('2016-09-24')).toEqual([['2016-09-30', 'ahead', 0]]);
    expect(await due('2016-09-26')).toEqual([['2016-10-20', 'ahead', 1]]);
    expect((await calendar('asOf=2016-09-26&knownAt=2016')).total).toBe(0);
    const before = (await server.facts()).at(-2)!.position;
    expect((await calendar(`kind=milestone&upTo=${before}`)).entries).toMatchObject([{ from: '2016-09-30', revision: '2' }]);
  });

  test('is that of a person, of a cycle, or of some days', async () => {
    const mine = await calendar(`personId=${personId}&asOf=2016-06-01`);
    expect([mine.person?.name, mine.workstreams]).toMatchObject(['Ana Sousa', [{ name: 'Cybersecurity' }]]);
    expect(ids(mine)).toContain(milestone);
    expect((await calendar(`personId=${personId}&asOf=2016-04-30`)).total).toBe(0);
    expect((await calendar('cycle=2015')).total).toBe(0);
    expect((await calendar('cycle=2016&kind=milestone')).total).toBe(1);
    expect(ids(await calendar('asOf=2016-10-06&within=14'))).toEqual([milestone]);
    expect(ids(await calendar('asOf=2016-10-06&within=13'))).toEqual([]);
    expect(ids(await calendar('from=2016-10&to=2016-10'))).toEqual([milestone]);
    const limited = await calendar('limit=1');
    expect([limited.entries.length, limited.total > 1]).toEqual([1, true]);
  });
});
