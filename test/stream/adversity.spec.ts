import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { encode, type EventStore } from '#event-sourcing';
import { buildAll, ReadDatabase } from '#event-sourcing/projections';
import { readModels } from '#read-models';
import { anEvent, aStream } from '#test/events';
import { generatedHistory, type Step } from '#test/generated-history/index';
import { problemIn } from '#test/problems';
import { TestServer } from '#test/server';
import type { Reading, StreamReader } from '#test/stream-reader';

const servers: TestServer[] = [];
afterAll(async () => Promise.all(servers.map(async (server) => server.stop())));

async function started(...settings: Parameters<typeof TestServer.start>): Promise<TestServer> {
  const server = await TestServer.start(...settings);
  servers.push(server);
  return server;
}

const idsIn = async (server: TestServer): Promise<readonly string[]> => (await server.facts()).map(({ id }) => id);

type Append = (store: EventStore, count: number) => Promise<void>;

/** Appends the facts of a long history, one after the other, from where it stopped; others have their turn in between. */
function historian(): Append {
  const steps = generatedHistory(20_000);
  return async (store, count) => {
    for (let n = 0; n < count; n++) {
      const { stream, revision, id, event, metadata } = steps.next().value as Step;
      await store.append(stream, revision === 0 ? 'none' : BigInt(revision - 1), [encode(id, event, metadata)]);
      await setImmediate();
    }
  };
}

/** What one gets who follows a stream and comes back after each cut; it stops when it has come to the end of the log, as `end` tells. */
async function followed(
  server: TestServer,
  { path, lastEventId }: Reading,
  cuts: readonly number[],
  end: Promise<bigint>,
): Promise<string[]> {
  const ids: string[] = [];
  let last = lastEventId;
  const take = (reader: StreamReader): void => {
    ids.push(...reader.factIds);
    last = reader.lastEventId;
  };
  for (const cutAfter of cuts) {
    const reader = server.follow({ ...(path !== undefined && { path }), lastEventId: last, cutAfter });
    await Promise.race([reader.ended, end.then(async (position) => reader.reached(position)).catch(() => undefined)]);
    reader.cut();
    take(reader);
  }
  const reader = server.follow({ ...(path !== undefined && { path }), lastEventId: last });
  await reader.reached(await end);
  reader.cut();
  take(reader);
  return ids;
}

describe('However often a reader is cut off', () => {
  test('while facts arrive, it ends with exactly those of the store, in their order', async () => {
    const server = await started(undefined, { heartbeat: 20 });
    const append = historian();
    await append(server.store, 300);
    const types = ['CallOpened', 'ContributionReceived', 'MeetingScheduled'];
    const cuts = fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(cuts, { minLength: 1, maxLength: 5 }), cuts, fc.nat(300), async (readers, filteredCuts, back) => {
        const before = await server.facts();
        const lastEventId = String(before.at(-1 - back)!.position);
        const end = append(server.store, 60).then(async () => server.store.end());
        const [some, ...all] = await Promise.all([
          followed(server, { path: `/v1/stream?type=${types.join()}`, lastEventId }, filteredCuts, end),
          ...readers.map(async (cutsOfOne) => followed(server, { lastEventId }, cutsOfOne, end)),
        ]);
        const facts = (await server.facts()).slice(before.length - back);
        for (const ids of all) expect(ids).toEqual(facts.map(({ id }) => id));
        expect(some).toEqual(facts.filter(({ type }) => types.includes(type)).map(({ id }) => id));
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 120_000);

  test('and however often the server is started anew', async () => {
    let server = await TestServer.start();
    const append = historian();
    const ids: string[] = [];
    let lastEventId: string | undefined = '0';
    for (let round = 0; round < 3; round++) {
      const reader = await server.follow({ lastEventId }).caughtUp();
      await append(server.store, 20);
      const stopped = server.stop();
      await reader.ended;
      await stopped;
      expect(reader.of('dropped')).toEqual([{ reason: 'stopping', detail: expect.any(String) as unknown }]);
      ids.push(...reader.factIds);
      lastEventId = reader.lastEventId;
      server = await TestServer.start(server.folder);
    }
    const reader = await server.follow({ lastEventId }).caughtUp();
    reader.cut();
    expect([...ids, ...reader.factIds]).toEqual(await idsIn(server));
    await server.stop();
  });

  test('or the read side is built anew beside it and put in its place', async () => {
    const server = await started();
    const append = historian();
    await append(server.store, 100);
    const reader = await server.follow({ path: '/v1/stream?from=start' }).caughtUp();
    const database = new ReadDatabase(join(server.folder, 'read'));
    const writing = append(server.store, 200);
    for (let round = 0; round < 3; round++) {
      const stop = new AbortController();
      await buildAll(server.store.subscribe('start', stop.signal), database, readModels);
      stop.abort();
    }
    await writing;
    await append(server.store, 20);
    await reader.reached(await server.store.end());
    reader.cut();
    database.close();
    expect(reader.factIds).toEqual(await idsIn(server));
  });
});

const LARGE = 400_000;
const aLargeEvent = () => anEvent({ data: JSON.stringify({ title: 'x'.repeat(LARGE) }) });

describe('A reader that stops to read', () => {
  test('is dropped and told why; others get everything, and so does it when it comes back', async () => {
    const server = await started(undefined, { mostWaiting: 1_000_000, lastWords: 60_000 });
    const [slow, quick] = [await server.follow().caughtUp(), await server.follow().caughtUp()];
    slow.pause();
    // What waits in the kernel for a reader on the same machine comes to some megabytes.
    for (let n = 0; n < 50; n++) {
      const { position } = await server.store.append(aStream(), 'none', [aLargeEvent()]);
      await quick.reached(position);
    }
    slow.resume();
    await slow.ended;
    expect(slow.events.at(-1)).toMatchObject({ event: 'dropped' });
    expect(slow.of('dropped')).toEqual([{ reason: 'slow', detail: expect.any(String) as unknown }]);
    const ids = await idsIn(server);
    expect(quick.factIds).toEqual(ids);
    // It got what the kernel held and the buffer, no more.
    expect(slow.facts.length).toBeLessThan(ids.length);
    const back = await server.follow({ lastEventId: slow.lastEventId }).caughtUp();
    expect([...slow.factIds, ...back.factIds]).toEqual(ids);
    for (const reader of [quick, back]) reader.cut();
  }, 60_000);

  test('leaves its place to others, although it never ends the connection itself', async () => {
    const server = await started(undefined, { mostWaiting: 100_000, mostReaders: 1, lastWords: 10 });
    const slow = await server.follow().caughtUp();
    slow.pause();
    for (let n = 0; n < 40; n++) await server.store.append(aStream(), 'none', [aLargeEvent()]);
    const next = await admitted(server);
    expect(next.of('caught-up')).toHaveLength(1);
    next.cut();
    slow.cut();
  }, 60_000);

  test('while it catches up is waited for, and what it has yet to get is not held for it', async () => {
    const server = await started(undefined, { mostWaiting: 100_000 });
    for (let n = 0; n < 30; n++) await server.store.append(aStream(), 'none', [aLargeEvent()]);
    await server.getLatest('/v1/facts?limit=1');
    const reader = server.follow({ path: '/v1/stream?from=start' });
    reader.pause();
    for (let n = 0; n < 10; n++) await server.store.append(aStream(), 'none', [aLargeEvent()]);
    reader.resume();
    await reader.caughtUp();
    reader.cut();
    expect(reader.factIds).toEqual(await idsIn(server));
  }, 60_000);
});

/** A reader that asks until there is room for it. */
async function admitted(server: TestServer): Promise<StreamReader> {
  for (;;) {
    const reader = server.follow();
    if (
      await reader.caughtUp().then(
        () => true,
        () => false,
      )
    )
      return reader;
  }
}

describe('When there are as many readers as there may be', () => {
  test('another one is told to come later; as soon as one leaves there is room', async () => {
    const server = await started(undefined, { mostReaders: 2 });
    const readers = [await server.follow().caughtUp(), await server.follow().caughtUp()];
    const refused = await server.get('/v1/stream');
    expect(problemIn(refused)).toEqual([503, 'too-many-readers']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    readers[0]!.cut();
    const next = await admitted(server);
    for (const reader of [...readers, next]) reader.cut();
  });
});

describe('A stream behind another request on the same connection', () => {
  test('that has not been answered yet is refused or served, and harms nobody', async () => {
    const server = await started();
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const ask = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
    socket.write(ask('/v1/facts') + ask('/v1/stream') + ask('/v1/stream'));
    let received = '';
    for await (const chunk of socket.setEncoding('utf8')) {
      received += chunk as string;
      if (received.includes('caught-up') || received.includes('on a connection of its own')) break;
    }
    socket.destroy();
    const id = randomUUID();
    expect((await server.put(`/v1/dynamic-coalitions/${id}`, { name: 'DC', effective: '2010' })).status).toBe(201);
  });
});
