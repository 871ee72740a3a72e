import { status } from '@grpc/grpc-js';
import type { Batch, EventStore } from '#event-sourcing';
import { anEvent, aStream, readToEnd, readUntil, someEvents } from '../support/events.js';
import { asWritten, givenADouble, ids, refusalOf } from '../support/eventstoredb/harness.js';

/** Longer than any test waits: what hangs on it hangs. */
const FOR_EVER = 1_000_000;
const never = new AbortController().signal;
/** More than is handed over at once, and not so many that the server must wait for the reader to send the last of them. */
const AS_MANY_AS_THE_CLIENT_TAKES_IN = 900;

describe('A subscription to EventStoreDB', () => {
  const { double, store } = givenADouble();

  const noneOpen = async (): Promise<boolean> => (await double().until(({ open }) => open.subscribe === 0)).open.subscribe === 0;
  const endOfLog = async (): Promise<bigint> => (await store().append(aStream(), 'none', [anEvent()])).position;

  /** What waits until a subscription that begins after now has been sent everything, and told that it has caught up. */
  async function whenAllIsSent(): Promise<() => Promise<void>> {
    const { caughtUp } = await double().facts();
    return async () => {
      await double().until((now) => now.caughtUp > caughtUp);
    };
  }

  /** Appends events one by one, with something happening between any two. */
  async function appendOneByOne(writer: EventStore, count: number, between: (n: number) => Promise<unknown>): Promise<string[]> {
    const stream = aStream();
    const events = someEvents(count);
    for (const [n, event] of events.entries()) {
      await writer.append(stream, n === 0 ? 'none' : BigInt(n - 1), [event]);
      await between(n);
    }
    return ids(events);
  }

  describe('that is lost', () => {
    const ways: [string, status | undefined][] = [
      ['with an error that the client does not act upon', status.INTERNAL],
      ['as the connection is', status.UNAVAILABLE],
      ['as a server does that shuts down', status.CANCELLED],
      ['in order', undefined],
    ];
    test.each(ways)('%s is taken up behind the last event, with no gap and no repeat', async (_, code) => {
      const lost: unknown[] = [];
      const reader = store({ onLost: (error) => lost.push(error) });
      const after = await endOfLog();
      const reading = readUntilCount(reader, after, 12);
      const appended = await appendOneByOne(store(), 12, async (n) => {
        if (n % 4 !== 2) return;
        await double().until(({ open }) => open.subscribe === 1);
        await double().tell('endSubscriptions', code);
      });
      expect(await reading).toEqual(appended);
      expect(lost).toHaveLength(3);
    });

    test('and is then given events again passes none of them on', async () => {
      const reader = store();
      const after = await endOfLog();
      const reading = readUntilCount(reader, after, 6);
      const appended = await appendOneByOne(store(), 6, async (n) => {
        if (n !== 3) return;
        await double().until(({ open }) => open.subscribe === 1);
        await double().arm('subscribe', { kind: 'is given events again', events: 10 });
        await double().tell('endSubscriptions', status.UNAVAILABLE);
      });
      expect(await reading).toEqual(appended);
    });

    test('before it was confirmed is given up and begun again', async () => {
      const after = await endOfLog();
      await double().arm('subscribe', { kind: 'gets no answer' });
      expect(await readToEnd(store({ patience: { answer: 300 } }), after)).toEqual([]);
      expect(await noneOpen()).toBe(true);
    });

    test('again and again is taken up again and again', async () => {
      const after = await endOfLog();
      await double().arm('subscribe', { kind: 'fails', code: status.UNKNOWN, details: 'No leader info available in response' }, 10);
      expect(await readToEnd(store(), after)).toEqual([]);
    });
  });

  describe('that is over', () => {
    test('because its reader has left is closed on the server', async () => {
      for await (const _ of store().subscribe('start', never)) break;
      expect(await noneOpen()).toBe(true);
    });

    test('because its reader has failed is closed on the server', async () => {
      const failing = (async () => {
        for await (const _ of store().subscribe('start', never)) throw new Error('The reader has failed.');
      })();
      expect((await refusalOf(failing)).message).toBe('The reader has failed.');
      expect(await noneOpen()).toBe(true);
    });

    test('because it was aborted is closed on the server', async () => {
      const stop = new AbortController();
      for await (const _ of store().subscribe('start', stop.signal)) stop.abort();
      expect(await noneOpen()).toBe(true);
    });

    test('because its store was closed ends', async () => {
      const closing = store();
      const batches = closing.subscribe(await endOfLog(), never);
      await batches[Symbol.asyncIterator]().next();
      await closing.close();
      expect(await batches[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
      expect(await noneOpen()).toBe(true);
    });

    test('while it waits to try again ends at once', async () => {
      const stop = new AbortController();
      await double().arm('subscribe', { kind: 'fails', code: status.UNAVAILABLE, details: 'Server Is Not Ready' });
      const patience = { pauses: [FOR_EVER, FOR_EVER] } as const;
      await nothingFrom(store({ patience, onLost: () => setImmediate(() => stop.abort()) }).subscribe('start', stop.signal));
      expect(stop.signal.aborted).toBe(true);
    });

    test('while it waits to be confirmed ends at once, and is closed on the server', async () => {
      const stop = new AbortController();
      await double().arm('subscribe', { kind: 'gets no answer' });
      const reading = nothingFrom(store({ patience: { answer: FOR_EVER } }).subscribe('start', stop.signal));
      await double().until(({ open }) => open.subscribe === 1);
      stop.abort();
      await reading;
      expect(await noneOpen()).toBe(true);
    });

    test('while the server says nothing at all ends at once', async () => {
      const stop = new AbortController();
      const reader = store({ patience: { answer: FOR_EVER } });
      await reader.read(aStream());
      double().freeze();
      const reading = nothingFrom(reader.subscribe('start', stop.signal));
      setImmediate(() => stop.abort());
      await reading;
      double().thaw();
      expect(stop.signal.aborted).toBe(true);
    });
  });

  describe('that cannot go on', () => {
    test('because access is denied says so', async () => {
      await double().arm('subscribe', {
        kind: 'fails',
        code: status.PERMISSION_DENIED,
        details: '',
        trailers: { exception: 'access-denied' },
      });
      const { message } = await refusalOf(nothingFrom(store().subscribe('start', never)));
      expect(message).toBe('The event store denies access to $all: the user in its address has not the right.');
    });

    test('because an event has two positions gives what came before it, and names it', async () => {
      const stream = aStream('workstream');
      const [before, event] = [anEvent(), anEvent()];
      const after = await endOfLog();
      await store().append(aStream('workstream'), 'none', [before]);
      await double().tell('write', stream, [asWritten(event)], 7n);
      const given: string[] = [];
      const reading = (async () => {
        for await (const { events } of store({ categories: ['workstream'] }).subscribe(after, never)) given.push(...ids(events));
      })();
      const { message } = await refusalOf(reading);
      expect(given).toEqual([before.id]);
      expect(message).toContain(`Event ${event.id} of ${stream} at revision 0 belongs to a transaction of the old TCP protocol`);
    });
  });

  describe('that has caught up', () => {
    test('does not say so before all is handed over, whenever the client says it', async () => {
      const after = await endOfLog();
      await store().append(aStream(), 'none', someEvents(AS_MANY_AS_THE_CLIENT_TAKES_IN));
      const allSent = await whenAllIsSent();
      let handedOver = 0;
      for await (const batch of store().subscribe(after, never)) {
        handedOver += batch.events.length;
        if (batch.caughtUp) break;
        // So slow that the client is told so while it still holds events.
        await allSent();
      }
      expect(handedOver).toBe(AS_MANY_AS_THE_CLIENT_TAKES_IN);
    });

    test('goes on saying so of what comes in live', async () => {
      const after = await endOfLog();
      const live: Batch[] = [];
      for await (const batch of store().subscribe(after, never)) {
        live.push(batch);
        if (live.length === 4) break;
        await store().append(aStream(), 'none', [anEvent()]);
      }
      expect(live.map(({ events, caughtUp }) => [events.length, caughtUp])).toEqual([0, 1, 1, 1].map((count) => [count, true]));
    });
  });

  test('hands over together what has come in together, and never more than 512 at once', async () => {
    const after = await endOfLog();
    await store().append(aStream(), 'none', someEvents(AS_MANY_AS_THE_CLIENT_TAKES_IN));
    const batches = async (each: () => Promise<void>): Promise<number[]> => {
      const sizes: number[] = [];
      for await (const { events, caughtUp } of store().subscribe(after, never)) {
        sizes.push(events.length);
        await each();
        if (caughtUp) break;
      }
      return sizes;
    };
    const toAQuickReader = await batches(async () => Promise.resolve());
    const toASlowReader = await batches(await whenAllIsSent());
    for (const sizes of [toAQuickReader, toASlowReader]) {
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(AS_MANY_AS_THE_CLIENT_TAKES_IN);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(512);
    }
    expect(toAQuickReader.length).toBeLessThan(AS_MANY_AS_THE_CLIENT_TAKES_IN / 2);
    expect(toASlowReader.length).toBeLessThan(AS_MANY_AS_THE_CLIENT_TAKES_IN / 10);
  });

  test('gives the events of our categories, and none of others or of the system', async () => {
    const after = await endOfLog();
    const events = someEvents(3);
    for (const [n, stream] of [aStream('call'), aStream('workstream'), aStream('call')].entries()) {
      await double().tell(
        'write',
        aStream('order'),
        someEvents(20).map((event) => asWritten(event)),
      );
      await double().tell('write', 'callers', [asWritten(anEvent())]);
      await double().tell('write', stream, [asWritten(events[n]!)]);
    }
    expect(ids(await readToEnd(store(), after))).toEqual(ids(events));
    expect(ids(await readUntil(store({ categories: ['workstream'] }), after, [events[1]!.id]))).toEqual([events[1]!.id]);
  });

  async function readUntilCount(reader: EventStore, after: bigint, count: number): Promise<string[]> {
    const seen: string[] = [];
    for await (const { events } of reader.subscribe(after, never)) if (seen.push(...ids(events)) >= count) break;
    return seen;
  }

  async function nothingFrom(batches: AsyncIterable<Batch>): Promise<void> {
    for await (const { events } of batches) throw new Error(`It has given ${events.length} events.`);
  }
});
