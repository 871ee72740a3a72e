import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallList, CountList, FactPage, FigureList, MeetingList, PaperList, SeriesList, WorkstreamList } from '#read-models';
import type { Values } from './description.js';
import { temporaryFolder } from './files.js';
import { igf } from './programs.js';
import { TestServer } from './server.js';

const SAMPLE = 'apps/cli/sample-history';

/** A server with the sample history in its store. */
export async function serverWithSample(env: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  await igf(['import', '--json', '--store', `file:${join(folder, 'tracker.db')}`, ...files], env);
  return TestServer.start(folder);
}

/** Ids of the sample history, by what they stand for in an address, and words that may stand in one: as many as were asked for. */
export async function valuesOfSample(server: TestServer, wanted: number): Promise<readonly Values[]> {
  const list = async <T>(path: string): Promise<T> => (await server.getLatest(path)).body as T;
  const { workstreams } = await list<WorkstreamList>('/v1/workstreams?limit=1000');
  const of = (kind: string): readonly string[] => workstreams.filter((each) => each.kind === kind).map(({ workstreamId }) => workstreamId);
  const phases = of('cenb-phase');
  const others = workstreams.map(({ workstreamId }) => workstreamId);
  const { calls } = await list<CallList>(`/v1/calls`);
  const { meetings } = await list<MeetingList>('/v1/meetings');
  const { series } = await list<SeriesList>('/v1/series');
  const { papers } = await list<PaperList>('/v1/papers');
  const { groups } = await list<FigureList>('/v1/figures');
  const { facts } = await list<FactPage>('/v1/facts');
  const { counts } = await list<CountList>('/v1/counts');
  const all: Readonly<Record<string, readonly string[]>> = {
    workstreamId: [...phases, ...others],
    'cycles/workstreamId': of('cycle').toReversed(),
    callId: calls.map(({ callId }) => callId),
    meetingId: meetings.map(({ meetingId }) => meetingId),
    seriesId: series.map(({ seriesId }) => seriesId),
    paperId: papers.map(({ paperId }) => paperId),
    figureId: groups.flatMap(({ figures }) => figures.map(({ figureId }) => figureId)),
    factId: facts.map(({ factId }) => factId),
    count: counts.map(({ id }) => id),
    cycle: ['2016', '2017', '2018', '2015'],
    kind: ['cenb-phase', 'best-practice-forum'],
    '/kind': ['chairs-summary', 'cstd-input'],
    name: ['calls.csv'],
    q: ['afrique', 'gender', 'ipv6', 'cybersecurity'],
  };
  return Array.from({ length: wanted }, (_, index) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, values]) => (values.length > 0 ? [[name, values[index % values.length]!]] : [])),
    ),
  );
}
