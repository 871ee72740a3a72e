import { randomUUID } from 'node:crypto';
import type { FactPage } from '#read-models';
import { type CenbPhaseII, recordCenbPhaseII } from '#test/cenb';
import { recordOneOfEach } from '#test/one-of-each/index';
import { type Reply, TestServer } from '#test/server';

const HOSTILE = `<script>alert("x")</script> & 'quotes'`;
const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let server: TestServer;
let cenb: CenbPhaseII;
let pages: readonly string[];
beforeAll(async () => {
  server = await TestServer.start();
  cenb = await recordCenbPhaseII(server);
  const each = await recordOneOfEach(server);
  const workstreamId = randomUUID();
  await server.put(`/v1/policy-networks/${workstreamId}`, { name: HOSTILE, abbreviation: HOSTILE, aliases: [HOSTILE], note: HOSTILE });
  await server.put(
    `/v1/calls/${randomUUID()}`,
    { workstreamIds: [workstreamId], title: HOSTILE, questions: [HOSTILE], channels: [{ kind: 'other', address: HOSTILE }] },
    { 'x-actor': HOSTILE },
  );
  const { facts } = (await server.getLatest('/v1/facts?limit=1000')).body as FactPage;
  const paged = facts.filter(({ stream }) => /^(workstream|call)-/.test(stream));
  const streams = new Set(paged.map(({ stream }) => stream.replace('-', 's/')));
  const kinds = new Map(facts.map(({ type, factId }) => [type, factId]));
  pages = [
    '/',
    '/api',
    '/problems/refused',
    ...[...streams].filter((stream) => /^(workstream|call)s/.test(stream)).map((stream) => `/${stream}`),
    ...[...kinds.values(), each.ids.factId].map((factId) => `/facts/${factId}`),
  ];
});
afterAll(async () => server.stop());

const addressesIn = ({ text }: Reply, attribute = 'href|src|action'): string[] =>
  [...text.matchAll(new RegExp(` (?:${attribute})="([^"]*)"`, 'g'))].map(([, address]) => address!.replaceAll('&amp;', '&'));

/** The text of a page without its marks, as people read it. */
const read = ({ text }: Reply): string => text.replaceAll(/<style>.*?<\/style>|<[^>]*>/gs, ' ').replaceAll(/\s+/g, ' ');

describe('Every page', () => {
  test('is whole HTML in UTF-8 with a title and one heading', async () => {
    expect(pages.length).toBeGreaterThan(20);
    for (const path of pages) {
      const { status, headers, text } = await server.get(path, BROWSER);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
      expect(text).toMatch(/^<!doctype html><html lang="en">.*<title>[^<]+<\/title>.*<\/html>$/s);
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
    }
  });

  test('runs no script and loads nothing', async () => {
    for (const path of pages) {
      const reply = await server.get(path, BROWSER);
      expect(reply.text).not.toMatch(/<(script|img|iframe|link|object|embed|video|audio)\b|@import|url\(| on[a-z]+=/i);
      expect(addressesIn(reply, 'src|action').filter((address) => /^(\w+:)?\/\//.test(address))).toEqual([]);
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });

  test('leads to nothing that is not there', async () => {
    const replies = await Promise.all(pages.map(async (path) => server.get(path, BROWSER)));
    const within = new Set(replies.flatMap((reply) => addressesIn(reply)).filter((address) => address.startsWith('/')));
    expect(within.size).toBeGreaterThan(40);
    for (const address of within) expect([address, (await server.get(address, BROWSER)).status]).toEqual([address, 200]);
  });

  test('shows text as text, whatever it says', async () => {
    const texts = await Promise.all(pages.map(async (path) => (await server.get(path, BROWSER)).text));
    const shown = texts.filter((text) => text.includes('&lt;script>'));
    expect(shown.length).toBeGreaterThanOrEqual(4);
    for (const text of texts) expect(text).not.toContain('<script>');
  });

  test('keeps the moment in its links, whatever part of it is asked for', async () => {
    for (const [path, query] of [
      ['/', 'asOf=2017-10'],
      [`/calls/${cenb.callId}`, 'asOf=2016-09-01&knownAt=2100'],
      [`/workstreams/${cenb.workstreamId}`, 'knownAt=2100'],
      [`/facts/${(await server.facts())[1]!.id}`, 'knownAt=2100'],
    ] as const) {
      const reply = await server.get(`${path}?${query}`, BROWSER);
      const links = addressesIn(reply, 'href').filter((address) => /^\/(calls|workstreams|facts|v1|\?|$)/.test(address));
      expect(links.length).toBeGreaterThan(1);
      const now = reply.text.includes('Show now') ? [path] : [];
      expect(links.filter((address) => !address.endsWith(`?${query}`))).toEqual(now);
    }
  });
});

describe('The overview', () => {
  test('puts first what takes input now, and does not call open what is past its date', async () => {
    const workstreamIds = [cenb.workstreamId];
    await server.put(`/v1/calls/${randomUUID()}`, { workstreamIds, title: 'Of today', closingDate: '2199', effective: '2026' });
    const text = read(await server.getLatest('/'));
    const places = ['Open (', 'Of today', 'Past their closing date', 'Call for public input'].map((part) => text.lastIndexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
  });

  test('shows which dates were named when, and a way to who says so', async () => {
    const reply = await server.getLatest('/');
    expect(read(reply)).toMatch(/For the next draft: 31 August 2016 Closing date: 14 November 2016 named later \( source \)/);
    const extension = (cenb.steps[2]!.body as { factIds: string[] }).factIds[0]!;
    const fact = read(await server.get(`/facts/${extension}`));
    for (const part of ['Deadline extended', 'between 2016 and 14 November 2016', 'IGF Secretariat', 'intgovforum.org'])
      expect(fact).toContain(part);
  });

  test('says of a call that was reopened that it is open again', async () => {
    expect(read(await server.getLatest('/'))).toMatch(/Open again \(\d+\) Call for public input/);
  });

  test('of a moment before everything says that there is nothing', async () => {
    expect(read(await server.get('/?knownAt=2010'))).toContain('Nothing is on record for this moment.');
  });
});

describe('The status of a workstream', () => {
  test('stands on its page, with its reasons, the facts behind them and what would change it', async () => {
    const reply = await server.getLatest(`/workstreams/${cenb.workstreamId}`);
    const text = read(reply);
    expect(text).toMatch(/Status phase stage collecting : it has called for input \( 1 , 2 \)\./);
    expect(text).toMatch(/silence silent : a call is past its closing date without having been closed/);
    expect(text).toContain('It would be final if a final output is on record.');
    const call = read(await server.get(`/calls/${cenb.callId}`));
    expect(call).toMatch(/past its closing date : a closing date is on record \( fact \); no closing date lies ahead\./);
  });

  test('is left out for a moment at which it was not sure to be there', async () => {
    const text = read(await server.get(`/workstreams/${cenb.workstreamId}?asOf=2015`));
    expect(text).not.toContain('Status');
  });
});

describe('The form for another moment', () => {
  test('works when one of its fields is left empty, or has blanks around what was typed', async () => {
    const reply = await server.get(`/calls/${cenb.callId}?asOf=+2016-09-01+&knownAt=`, BROWSER);
    expect(reply.status).toBe(200);
    expect(read(reply)).toContain('This page shows what was true by the end of 1 September 2016.');
    expect((await server.get(`/calls/${cenb.callId}?asOf=&knownAt=`, BROWSER)).text).not.toContain('This page shows');
  });

  test('says in words what is wrong with what was typed', async () => {
    const reply = await server.get(`/calls/${cenb.callId}?asOf=1+September+2016`, BROWSER);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(read(reply)).toMatch(/asOf must be an instant, a day, a month or a year, such as/);
  });
});

describe('A page for people about what went wrong', () => {
  test.each([
    ['/nowhere', 404],
    [`/calls/${randomUUID()}`, 404],
    [`/facts/${randomUUID()}`, 404],
    ['/problems/__proto__', 404],
    ['/calls/x', 400],
  ])('at %s has the status that programs get too', async (path, status) => {
    const page = await server.get(path, BROWSER);
    expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
    expect(addressesIn(page)).toContain('/');
    const program = await server.get(path, { accept: 'application/json' });
    expect([program.status, program.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });

  test('never repeats an address as markup', async () => {
    expect((await server.get('/%3Cscript%3Ealert(1)%3C%2Fscript%3E', BROWSER)).text).not.toContain('<script>');
  });

  test('explains every kind of problem under its type', async () => {
    const { text } = await server.get('/api');
    const kinds = [...text.matchAll(/href="(\/problems\/[a-z-]+)"/g)].map(([, path]) => path!);
    expect(kinds.length).toBeGreaterThan(10);
    for (const path of kinds) expect((await server.get(path)).status).toBe(200);
  });
});
