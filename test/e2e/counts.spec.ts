import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Checklist, ChecklistItem, CountList, CountOfRecord, CountRow, FactHistory, SeriesList } from '#read-models';
import { temporaryFolder } from '#test/files';
import { igf } from '#test/programs';
import { TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';

let server: TestServer;
beforeAll(async () => {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  await igf(['import', '--json', '--store', `file:${join(folder, 'tracker.db')}`, ...files]);
  server = await TestServer.start(folder);
}, 120_000);
afterAll(async () => server.stop());

const asked = async <T>(path: string): Promise<T> => (await server.getLatest(path)).body as T;

const rowsOf = async (count: string, by: string): Promise<readonly CountRow[]> =>
  (await asked<CountOfRecord>(`/v1/counts/${count}&by=${by}`)).rows;

/** The types of the facts that numbers rest on: each of them stands. */
async function typesOf(factIds: readonly string[]): Promise<Set<string>> {
  const types = new Set<string>();
  for (const id of factIds) {
    const { fact, standing } = await asked<FactHistory>(`/v1/facts/${id}`);
    expect(standing).not.toBeNull();
    types.add(fact.type);
  }
  return types;
}

describe('Counts of the sample history', () => {
  test('are listed, each with its rule, and all of them answer', async () => {
    const { counts } = await asked<CountList>('/v1/counts');
    expect(counts.length).toBeGreaterThan(10);
    for (const { id } of counts) {
      const { count, computed } = await asked<CountOfRecord>(`/v1/counts/${encodeURIComponent(id)}?asOf=2017`);
      expect([count.id, computed.rule]).toEqual([id, expect.stringMatching(/\.$/)]);
    }
  });

  test('of contributions in 2016 show the numbers that were stated, and count no single one', async () => {
    const { computed, rows } = await asked<CountOfRecord>('/v1/counts/contributions?cycle=2016&by=call');
    expect(computed).toMatchObject({ value: 0, factIds: [] });
    const call = rows.find(({ stated }) => stated.length > 0)!;
    expect(call).toMatchObject({ name: 'Call for public input', value: null, none: 'unknown' });
    expect(call.stated.map(({ printed }) => printed)).toEqual(['40+', '120+']);
    expect(await typesOf(call.stated.map(({ factId }) => factId))).toEqual(new Set(['ContributionsCounted']));
  });

  test('of the calls of the initiatives in 2016: 9 held where "fortnightly" promises 17, 19 to 43 days apart', async () => {
    const { series } = await asked<SeriesList>('/v1/series');
    const { seriesId } = series.find(({ name }) => name === 'NRI calls')!;
    const span = `meetings-by-cadence?seriesId=${seriesId}&from=2016&to=2016-12-20`;
    const [expected, held, ...others] = await rowsOf(span, 'cadence');
    expect(others).toEqual([]);
    expect(expected).toMatchObject({ name: 'NRI calls: fortnightly', what: 'meetings expected', value: 17, from: '2016-04-19' });
    expect(held).toMatchObject({ what: 'meetings held', value: 9 });
    const gaps = (await rowsOf(span, 'gap')).map(({ value }) => value!);
    expect([Math.min(...gaps), Math.max(...gaps), gaps.length]).toEqual([19, 43, 8]);
    expect(await typesOf(held!.factIds)).toEqual(new Set(['MeetingLogged']));
  });

  test('of deadlines: that of phase II moved by 75 days, from 31 August to 14 November 2016', async () => {
    const moved = (await rowsOf('deadline-slips?cycle=2016', 'deadline')).filter(
      ({ value, what }) => what === 'days of slip' && value !== 0,
    );
    expect(moved).toMatchObject([{ name: 'Call for public input: closing date for everyone', value: 75 }]);
    const ofIt = (await rowsOf(`deadline-slips?callId=${moved[0]!.id!}`, 'deadline')).filter(({ name }) => name === moved[0]!.name);
    expect(ofIt.map(({ what, value, none }) => [what, value ?? none])).toEqual([
      ['days of slip', 75],
      ['extensions', 1],
      ['extensions announced after the date that they moved', 'unknown'],
    ]);
    expect(await typesOf(moved[0]!.factIds)).toEqual(new Set(['CallOpened', 'DeadlineExtended']));
  });

  test('of initiatives at the end of each year stand beside the 37, 43, 72 and 97 that were published', async () => {
    const rows = (await rowsOf('initiatives-over-time?from=2015&to=2017', 'year')).filter(({ what }) => what === 'on record');
    expect(
      rows.map(({ name, stated }) => [
        name,
        stated
          .filter(({ speaksOf }) => speaksOf.endsWith('-12'))
          .map(({ printed }) => printed)
          .toSorted(),
      ]),
    ).toEqual([
      ['2015', ['37', '43']],
      ['2016', ['72']],
      ['2017', ['97']],
    ]);
    for (const { name, value, factIds } of rows) {
      const { computed } = await asked<CountOfRecord>(`/v1/counts/recognised NRIs?on=${name}`);
      expect([value, factIds.toSorted()]).toEqual([computed.value, computed.factIds.toSorted()]);
    }
  });

  test('refuse what they would pass over', async () => {
    expect(await server.get('/v1/counts/BPFs?callId=b5a2f9d0-6f0c-4c56-9a3a-6a0d1f1f0002')).toMatchObject({ status: 400 });
    expect(await server.get('/v1/counts/angels')).toMatchObject({ status: 400 });
  });
});

describe('The checklist of 2016', () => {
  let checklist: Checklist;
  beforeAll(async () => {
    checklist = await asked<Checklist>('/v1/checklist?cycle=2016&limit=1000');
  });

  const items = (duty: string): readonly ChecklistItem[] => checklist.items.filter((item) => item.duty.id === duty);

  test('names what is missing, why, since when, on which facts, and how it is filled in', async () => {
    expect(items('stated-cadences')).toMatchObject([
      {
        of: { category: 'series', name: 'NRI calls' },
        missing: '9 of 18 meetings that "fortnightly" promises between 2016-04-19 and 2016-12-31, or another cadence',
        since: '2016-04-19',
        fill: { command: 'LogMeeting', method: 'PUT' },
      },
    ]);
    const [unused, ...others] = items('input-uses');
    expect(others).toEqual([]);
    expect(unused).toMatchObject({ of: { category: 'call', name: 'Call for public input' }, since: '2016-11-14' });
    expect(await typesOf(unused!.factIds)).toEqual(new Set(['ContributionsCounted']));
    expect(items('figure-judgements').map(({ missing }) => missing)).toContain('a judgement: 123, 83 cannot all hold');
    for (const { duty, fill, factIds } of checklist.items) {
      expect(`${duty.rule} ${duty.source}`).toMatch(/https:|our reading|Our reading|DOMAIN\.md|plan/);
      expect(fill.path).toMatch(/^\/v1\//);
      expect(factIds).not.toEqual([]);
    }
  });

  test('tells for each workstream what applies, and its numbers open to the items', () => {
    for (const { workstream, duties, missing } of checklist.workstreams) {
      const own = checklist.items.filter((item) => item.workstream.workstreamId === workstream.workstreamId);
      expect(own).toHaveLength(missing);
      for (const each of duties) {
        expect(each.applies).toBe(each.why === null);
        expect(each.missing).toBe(each.applies ? own.filter((item) => item.duty.id === each.duty).length : null);
      }
    }
    const initiative = checklist.workstreams.find(({ workstream }) => workstream.kind === 'igf-initiative')!;
    expect(initiative.duties.find(({ duty }) => duty === 'outcome-papers')).toMatchObject({
      applies: false,
      expected: null,
      missing: null,
    });
  });

  test('comes in pages, and as a file', async () => {
    const first = await asked<Checklist>('/v1/checklist?cycle=2016&limit=150');
    const rest = await asked<Checklist>(`/v1/checklist?cycle=2016&cursor=${first.next!}`);
    expect([...first.items, ...rest.items]).toEqual(checklist.items);
    expect([first.total, rest.next]).toEqual([checklist.items.length, null]);
    const { text } = await server.get('/v1/checklist?cycle=2016&format=ndjson');
    expect(text.trimEnd().split('\n')).toHaveLength(first.total);
    const { workstream } = checklist.workstreams.find(({ missing }) => missing > 1)!;
    const own = `/v1/checklist?cycle=2016&workstreamId=${workstream.workstreamId}&limit=1`;
    const { items: ofOne, next } = await asked<Checklist>(own);
    const [second] = (await asked<Checklist>(`${own}&cursor=${next!}`)).items;
    expect([ofOne[0], second]).toEqual(
      checklist.items.filter((item) => item.workstream.workstreamId === workstream.workstreamId).slice(0, 2),
    );
  });

  test('of one workstream is its part of the whole', async () => {
    const { workstream } = checklist.workstreams.find(({ workstream: { name } }) => name === 'Cybersecurity')!;
    const own = await asked<Checklist>(`/v1/workstreams/${workstream.workstreamId}/checklist`);
    expect(own.items).toEqual(checklist.items.filter((item) => item.workstream.workstreamId === workstream.workstreamId));
    expect(await asked<Checklist>(`/v1/checklist?cycle=2016&workstreamId=${workstream.workstreamId}`)).toEqual(own);
    expect(await server.get(`/v1/checklist?cycle=2015&workstreamId=${workstream.workstreamId}`)).toMatchObject({ status: 400 });
  });

  test('is that of the day that is asked about: what was not due yet is not missing', async () => {
    const { items: early } = await asked<Checklist>('/v1/checklist?cycle=2016&asOf=2016-10-01&limit=1000');
    expect(early.map(({ duty }) => duty.id)).not.toContain('coalition-reports');
    expect(early.map(({ duty }) => duty.id)).not.toContain('input-uses');
  });
});
