import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkstreamList } from '#read-models';
import { type Element, parsedXml } from '#test/atom/element';
import { childrenOf, feedFaults, isArchive, linkTo, textOf } from '#test/atom/rules';
import { factIdsIn, type FeedDocument, walk } from '#test/atom/walk';
import { temporaryFolder } from '#test/files';
import { igf } from '#test/programs';
import { TestServer } from '#test/server';

const SAMPLE = 'apps/cli/sample-history';

let server: TestServer;
let phase: string;
beforeAll(async () => {
  const folder = temporaryFolder();
  const files = readdirSync(SAMPLE).map((name) => join(SAMPLE, name));
  await igf(['import', '--store', `file:${join(folder, 'tracker.db')}`, ...files]);
  server = await TestServer.start(folder);
  const { workstreams } = (await server.getLatest('/v1/workstreams?kind=cenb-phase&cycle=2016')).body as WorkstreamList;
  phase = workstreams[0]!.workstreamId;
}, 60_000);
afterAll(async () => server.stop());

const walked = async (path: string): Promise<readonly FeedDocument[]> =>
  walk(path, async (address) => {
    const { status, text } = await server.get(address);
    expect(status).toBe(200);
    return text;
  });

const latest = async (path: string): Promise<Element> => parsedXml((await server.getLatest(path)).text);

describe('Feeds of the sample history', () => {
  test.each(['all', 'corrections', 'kinds/best-practice-forum', 'kinds/cenb-phase', 'kinds/cycle'])(
    '%s.atom is valid Atom with a valid archive',
    async (name) => {
      const documents = await walked(`/v1/feeds/${name}.atom`);
      for (const { feed } of documents) expect(feedFaults(feed)).toEqual([]);
      expect(new Set(documents.map(({ feed }) => textOf(feed, 'id'))).size).toBe(1);
      expect(documents.slice(1).every(({ feed }) => isArchive(feed))).toBe(true);
    },
  );

  test('the feed of all facts tells of each of them once, in the order in which they were recorded', async () => {
    const documents = await walked('/v1/feeds/all.atom');
    expect(documents.length).toBeGreaterThan(10);
    expect(factIdsIn(documents).toReversed()).toEqual((await server.facts()).map(({ id }) => id));
  });

  test('the feed of a workstream tells of its calls and papers, and not of those of others', async () => {
    const [document, ...others] = await walked(`/v1/feeds/workstreams/${phase}.atom`);
    expect(others).toEqual([]);
    expect(textOf(document!.feed, 'title')).toMatch(/Phase II – IGF Intersessional Work Tracker$/);
    const types = childrenOf(document!.feed, 'entry').map((entry) => childrenOf(entry, 'category')[0]!.attributes.term);
    expect(types).toEqual(expect.arrayContaining(['CenbPhaseRegistered', 'CallOpened', 'DeadlineExtended']));
    const own = (await server.facts()).filter(({ data }) => JSON.stringify(data).includes(phase)).map(({ id }) => id);
    expect(new Set(factIdsIn([document!]))).toEqual(new Set(own));
  });

  test('an entry says what happened, when, since when that is known, and from where', async () => {
    const feed = await latest(`/v1/feeds/workstreams/${phase}.atom`);
    const extension = childrenOf(feed, 'entry').find((entry) => childrenOf(entry, 'category')[0]!.attributes.term === 'DeadlineExtended')!;
    const fact = (await server.facts()).find(({ id }) => `urn:uuid:${id}` === textOf(extension, 'id'))!;
    expect(textOf(extension, 'title')).toMatch(/moved .*to 14 November 2016/);
    expect(textOf(extension, 'updated')).toBe(new Date(fact.recordedAt).toISOString());
    expect(textOf(childrenOf(extension, 'author')[0]!, 'name')).toBe(fact.metadata.actor);
    const content = textOf(extension, 'content');
    expect(content).toContain(`(${fact.metadata.effective})`);
    for (const { url } of fact.metadata.sources!) expect(content).toContain(url);
    const links = childrenOf(extension, 'link').map(({ attributes: { href } }) => href!);
    expect(links).toEqual([`/facts/${fact.id}`, `/v1/facts/${fact.id}`]);
    for (const link of links) expect((await server.get(link)).status).toBe(200);
  });

  test('a feed has the same bytes each time, and was updated when its last fact was recorded', async () => {
    const [first, second] = [await server.get('/v1/feeds/all.atom'), await server.get('/v1/feeds/all.atom')];
    expect(second.text).toBe(first.text);
    expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const [newest] = childrenOf(parsedXml(first.text), 'entry');
    expect(textOf(parsedXml(first.text), 'updated')).toBe(textOf(newest!, 'updated'));
  });

  test('a feed of what was known by a date says that it is another feed', async () => {
    const then = await walked('/v1/feeds/all.atom?knownAt=2006');
    expect(then).toHaveLength(1);
    expect(childrenOf(then[0]!.feed, 'entry')).toEqual([]);
    expect(feedFaults(then[0]!.feed)).toEqual([]);
    expect(linkTo(then[0]!.feed, 'self')).toBe('/v1/feeds/all.atom?knownAt=2006');
    expect(textOf(then[0]!.feed, 'id')).not.toBe(textOf(await latest('/v1/feeds/all.atom'), 'id'));
  });

  test('what is not there is told as on every other address', async () => {
    const statuses = async (path: string): Promise<number> => (await server.get(`/v1/feeds/${path}`)).status;
    expect(await statuses('all.atom?page=1000')).toBe(404);
    expect(await statuses('all.atom?page=0')).toBe(400);
    expect(await statuses('kinds/committee.atom')).toBe(400);
    expect(await statuses(`workstreams/${randomUUID()}.atom`)).toBe(404);
  });
});

describe('When more is recorded', () => {
  const rename = async (name: string): Promise<string> => {
    const reply = await server.post(`/v1/workstreams/${phase}/names`, { requestId: randomUUID(), name, effective: '2016-10' });
    expect([reply.status, reply.text]).toEqual([201, expect.any(String)]);
    return (reply.body as { factIds: string[] }).factIds[0]!;
  };

  test('the feed grows at its front, and its archive keeps its bytes for ever', async () => {
    const before = await walked('/v1/feeds/all.atom');
    const page = await server.get(before[1]!.address);
    expect(page.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const factId = await rename('Phase II, <renamed> & more');
    const [now] = await walked('/v1/feeds/all.atom?minPosition=' + String((await server.facts()).at(-1)!.position));
    expect(factIdsIn([now!])[0]).toBe(factId);
    expect(textOf(childrenOf(now!.feed, 'entry')[0]!, 'title')).toContain('<renamed> & more');
    const after = new Map((await walked('/v1/feeds/all.atom')).map(({ address, text }) => [address, text]));
    for (const { address, text } of before.slice(1)) expect(after.get(address)).toBe(text);
  });

  test('a correction is told in the feed of corrections, and of what it corrects', async () => {
    const factId = await rename('Phase 2');
    const { body } = await server.post(`/v1/facts/${factId}/retractions`, { reason: 'It was never called so.' });
    const [entry] = childrenOf(await latest('/v1/feeds/corrections.atom'), 'entry');
    expect(textOf(entry!, 'id')).toBe(`urn:uuid:${(body as { factIds: string[] }).factIds[0]!}`);
    expect(textOf(entry!, 'content')).toContain('Reason: It was never called so.');
    expect(feedFaults(await latest('/v1/feeds/corrections.atom'))).toEqual([]);
  });
});
