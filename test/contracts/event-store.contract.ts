import { type EventStore, type Expected, InvalidAppend, MAX_APPEND_BYTES, StoreUnavailable, WrongExpectedRevision } from '#event-sourcing';
import { anEvent, aStream, readToEnd, readUntil, someEvents } from '../support/events.js';

export type StoreUnderTest = Readonly<{
  store: EventStore;
  /** The same log as another process would open it. */
  another: () => EventStore;
}>;

const ids = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

/** What every adapter of the `EventStore` port keeps to. The log may hold events of others: a shared server passes too. */
export function eventStoreContract(adapter: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${adapter} keeps the contract of the event store`, () => {
    let store: EventStore;
    let another: () => EventStore;
    const opened: EventStore[] = [];

    beforeAll(async () => {
      const underTest = await open();
      store = underTest.store;
      opened.push(store);
      another = () => {
        const other = underTest.another();
        opened.push(other);
        return other;
      };
    });

    afterAll(async () => {
      for (const each of opened) await each.close();
    });

    const refusal = async (stream: string, expected: Expected): Promise<unknown> =>
      store.append(stream, expected, [anEvent()]).catch((error: unknown) => error);

    describe('reading a stream', () => {
      test('finds nothing where nothing was written', async () => {
        expect(await store.read(aStream())).toEqual([]);
      });

      test('from a revision on leaves out what is before it', async () => {
        const stream = aStream();
        const events = someEvents(4);
        await store.append(stream, 'none', events);
        expect(ids(await store.read(stream, 0n))).toEqual(ids(events));
        expect(ids(await store.read(stream, 2n))).toEqual(ids(events.slice(2)));
        expect(await store.read(stream, 4n)).toEqual([]);
        expect(await store.read(aStream(), 2n)).toEqual([]);
      });

      test('gives back what was written, as it was written', async () => {
        const stream = aStream();
        const data = {
          title: 'Consultación ‘ouverte’ – 公開諮詢 \u{1F30D}',
          none: null,
          list: [1, 2.5, -0.001, { deep: [true, false] }],
          zero: 0,
          quote: '"\\',
        };
        const event = anEvent({
          type: 'ContributionReceived',
          data: JSON.stringify(data),
          metadata: JSON.stringify({ actor: 'Ünïcode', $correlationId: 'x' }),
        });
        const before = Date.now();
        await store.append(stream, 'none', [event]);
        const [stored, ...more] = await store.read(stream);
        expect(more).toEqual([]);
        expect(stored).toMatchObject({ id: event.id, type: event.type, stream, revision: 0n });
        expect(JSON.parse(stored!.data)).toEqual(data);
        expect(JSON.parse(stored!.metadata)).toEqual({ actor: 'Ünïcode', $correlationId: 'x' });
        expect(Math.abs(stored!.recordedAt - before)).toBeLessThan(60_000);
      });

      test('numbers revisions from 0 without gaps, in the order of the batch', async () => {
        const stream = aStream();
        const first = someEvents(3);
        const second = someEvents(2);
        expect((await store.append(stream, 'none', first)).revision).toBe(2n);
        expect((await store.append(stream, 2n, second)).revision).toBe(4n);
        const stored = await store.read(stream);
        expect(ids(stored)).toEqual(ids([...first, ...second]));
        expect(stored.map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
      });

      test('gives each event a higher position than the one before, in any stream', async () => {
        const streams = [aStream(), aStream(), aStream()];
        const appended = [];
        for (const stream of streams) appended.push(await store.append(stream, 'none', someEvents(2)));
        const stored = (await Promise.all(streams.map(async (stream) => store.read(stream)))).flat();
        const positions = stored.map(({ position }) => position);
        expect(positions).toEqual(positions.toSorted((a, b) => (a < b ? -1 : 1)));
        expect(new Set(positions).size).toBe(6);
        expect(appended.map(({ position }) => position)).toEqual([positions[1], positions[3], positions[5]]);
      });

      test('keeps long streams whole', async () => {
        const stream = aStream();
        const events = someEvents(700);
        await store.append(stream, 'none', events.slice(0, 400));
        await store.append(stream, 399n, events.slice(400));
        expect(ids(await store.read(stream))).toEqual(ids(events));
      });
    });

    describe('an append', () => {
      const cases: [string, Expected, Expected][] = [
        ['that expects no stream, where there is one', 'none', 1n],
        ['that expects an older revision', 0n, 1n],
        ['that expects a revision to come', 2n, 1n],
        ['that expects a revision far ahead', 40n, 1n],
      ];
      test.each(cases)('%s is refused and stores nothing', async (_, expected, actual) => {
        const stream = aStream();
        const events = someEvents(2);
        await store.append(stream, 'none', events);
        const error = await refusal(stream, expected);
        expect(error).toBeInstanceOf(WrongExpectedRevision);
        expect(error).toMatchObject({ stream, expected, actual });
        expect((error as Error).message).toContain(stream);
        expect(ids(await store.read(stream))).toEqual(ids(events));
      });

      test('that expects a revision of a stream that does not exist is refused', async () => {
        const stream = aStream();
        expect(await refusal(stream, 0n)).toMatchObject({ stream, expected: 0n, actual: 'none' });
        expect(await store.read(stream)).toEqual([]);
      });

      test('loses a race whole: of two writers at one revision one wins', async () => {
        const stream = aStream();
        await store.append(stream, 'none', [anEvent()]);
        const bids = [someEvents(2), someEvents(2), someEvents(2), someEvents(2)];
        const writers = [store, another()];
        const results = await Promise.allSettled(bids.map(async (bid, n) => writers[n % 2]!.append(stream, 0n, bid)));
        const won = results.flatMap((result, n) => (result.status === 'fulfilled' ? [bids[n]!] : []));
        const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
        expect(won).toHaveLength(1);
        for (const reason of reasons) expect(reason).toBeInstanceOf(WrongExpectedRevision);
        expect(ids(await store.read(stream)).slice(1)).toEqual(ids(won[0]!));
      });

      test('repeated with the same ids answers as the first time and stores nothing', async () => {
        const stream = aStream();
        const events = someEvents(2);
        const first = await store.append(stream, 'none', events);
        expect(await store.append(stream, 'none', events)).toEqual(first);
        const later = someEvents(2);
        const second = await store.append(stream, 1n, later);
        expect(await store.append(stream, 'none', events)).toEqual(first);
        expect(await store.append(stream, 1n, later)).toEqual(second);
        expect(ids(await store.read(stream))).toEqual(ids([...events, ...later]));
      });

      test('that repeats only some of the ids is refused', async () => {
        const stream = aStream();
        const [one, two, three] = someEvents(3);
        await store.append(stream, 'none', [one!, two!]);
        for (const again of [[one!, three!], [one!, two!, three!], [two!], [three!]]) {
          await expect(store.append(stream, 'none', again)).rejects.toBeInstanceOf(WrongExpectedRevision);
        }
        expect(ids(await store.read(stream))).toEqual([one!.id, two!.id]);
      });

      test('with the ids of another stream is another append', async () => {
        const events = someEvents(1);
        const streams = [aStream(), aStream()];
        for (const stream of streams) await store.append(stream, 'none', events);
        for (const stream of streams) expect(ids(await store.read(stream))).toEqual(ids(events));
      });

      const invalid: [string, string, Parameters<EventStore['append']>[2]][] = [
        ['of nothing', aStream(), []],
        ['to a stream of the system', '$settings-1', [anEvent()]],
        ['to a stream without a category', 'call', [anEvent()]],
        ['of an event of the system', aStream(), [anEvent({ type: '$metadata' })]],
        ['of an event without a type', aStream(), [anEvent({ type: '' })]],
        ['of an id that is not a UUID', aStream(), [anEvent(), anEvent({ id: 'first' })]],
        ['of the empty UUID', aStream(), [anEvent({ id: '00000000-0000-0000-0000-000000000000' })]],
        ['of more than the limit', aStream(), [anEvent(), anEvent({ data: JSON.stringify('x'.repeat(MAX_APPEND_BYTES)) })]],
      ];
      test.each(invalid)('%s is refused and stores nothing', async (_, stream, events) => {
        await expect(store.append(stream, 'none', events)).rejects.toBeInstanceOf(InvalidAppend);
        if (stream.startsWith('call-')) expect(await store.read(stream)).toEqual([]);
      });

      test('of almost the limit is taken', async () => {
        const stream = aStream();
        const big = JSON.stringify({ text: 'x'.repeat(MAX_APPEND_BYTES - 2000) });
        await store.append(stream, 'none', [anEvent({ data: big })]);
        expect((await store.read(stream))[0]?.data).toHaveLength(big.length);
      });

      test('beside many others takes nothing from them', async () => {
        const streams = Array.from({ length: 64 }, () => aStream());
        await Promise.all(
          streams.map(async (stream) => {
            for (let revision = -1n; revision < 4n; revision++) await store.append(stream, revision < 0n ? 'none' : revision, [anEvent()]);
          }),
        );
        for (const stream of streams) expect((await store.read(stream)).map(({ revision }) => revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
      });
    });

    describe('a subscription', () => {
      test('replays what was there, then goes live, with no gap and no repeat at the seam', async () => {
        const events = someEvents(300);
        const stream = aStream();
        await store.append(stream, 'none', events.slice(0, 100));
        const reading = readUntil(store, 'start', ids(events));
        for (let n = 100; n < 300; n++) await store.append(stream, BigInt(n - 1), [events[n]!]);
        const seen = await reading;
        expect(ids(seen)).toEqual(ids(events));
        expect(seen).toEqual(await store.read(stream));
      });

      test('gives the streams as they were interleaved', async () => {
        const [a, b] = [aStream('call'), aStream('workstream')];
        const events = someEvents(4);
        await store.append(a, 'none', [events[0]!]);
        await store.append(b, 'none', [events[1]!]);
        await store.append(a, 0n, [events[2]!]);
        await store.append(b, 0n, [events[3]!]);
        const seen = await readUntil(store, 'start', ids(events));
        expect(seen.map(({ id, stream }) => [id, stream])).toEqual([a, b, a, b].map((stream, n) => [events[n]!.id, stream]));
      });

      test('starts after its position', async () => {
        const events = someEvents(3);
        const stream = aStream();
        await store.append(stream, 'none', [events[0]!]);
        const { position } = await store.append(stream, 0n, [events[1]!]);
        await store.append(stream, 1n, [events[2]!]);
        expect(ids(await readUntil(store, position, [events[2]!.id]))).toEqual([events[2]!.id]);
        const rest = await readToEnd(store, position);
        expect(ids(rest)).toEqual([events[2]!.id]);
      });

      test('says when it has caught up, and not before everything was handed over', async () => {
        const events = someEvents(500);
        await store.append(aStream(), 'none', events);
        const seen = new Set(ids(await readToEnd(store)));
        expect(events.filter(({ id }) => !seen.has(id))).toEqual([]);
      });

      test('at the end of the log says at once that it has caught up', async () => {
        const { position } = await store.append(aStream(), 'none', [anEvent()]);
        expect(await readToEnd(store, position)).toEqual([]);
      });

      test('sees what another process writes', async () => {
        const events = someEvents(20);
        const other = another();
        const stream = aStream();
        const { position } = await store.append(aStream(), 'none', [anEvent()]);
        const reading = readUntil(store, position, ids(events));
        for (const [n, event] of events.entries()) {
          const writer = n % 2 ? store : other;
          await writer.append(stream, n === 0 ? 'none' : BigInt(n - 1), [event]);
        }
        expect(ids(await reading)).toEqual(ids(events));
      });

      test('is one of several, and each gets all', async () => {
        const events = someEvents(50);
        const stream = aStream();
        const readings = [1, 2, 3].map(async () => readUntil(store, 'start', ids(events)));
        for (const [n, event] of events.entries()) await store.append(stream, n === 0 ? 'none' : BigInt(n - 1), [event]);
        for (const seen of await Promise.all(readings)) expect(ids(seen)).toEqual(ids(events));
      });

      test('holds back for a slow reader, and loses nothing', async () => {
        const events = someEvents(200);
        await store.append(aStream(), 'none', events);
        const seen: string[] = [];
        const stop = new AbortController();
        for await (const batch of store.subscribe('start', stop.signal)) {
          for (const { id } of batch.events) {
            await new Promise(setImmediate);
            seen.push(id);
          }
          if (batch.caughtUp) stop.abort();
        }
        const ours = new Set(ids(events));
        expect(seen.filter((id) => ours.has(id))).toEqual(ids(events));
      });

      test('ends when it is aborted: before it starts, while it waits, and from within', async () => {
        const stop = new AbortController();
        const waiting = (async () => {
          for await (const { caughtUp } of store.subscribe('start', stop.signal)) if (caughtUp) setImmediate(() => stop.abort());
        })();
        await waiting;
        for await (const _ of store.subscribe('start', stop.signal)) throw new Error('An aborted subscription gave something.');
        for await (const _ of store.subscribe('start', new AbortController().signal)) break;
        expect(stop.signal.aborted).toBe(true);
        await store.append(aStream(), 'none', [anEvent()]);
      });
    });

    test('the end of the log is at or behind all that was acknowledged, and behind what came before', async () => {
      const first = await store.append(aStream(), 'none', someEvents(3));
      expect(await store.end()).toBeGreaterThanOrEqual(first.position);
      const second = await another().append(aStream(), 'none', [anEvent()]);
      expect(second.position).toBeGreaterThan(first.position);
      expect(await store.end()).toBeGreaterThanOrEqual(second.position);
    });

    test('closing answers the appends that were accepted', async () => {
      const other = another();
      const stream = aStream();
      const appending = other.append(stream, 'none', [anEvent()]);
      await other.close();
      await appending;
      expect(await store.read(stream)).toHaveLength(1);
    });

    test('a closed store says so', async () => {
      const other = another();
      await other.close();
      const calls = [other.read(aStream()), other.append(aStream(), 'none', [anEvent()]), other.end()];
      for (const call of calls) await expect(call).rejects.toThrow(StoreUnavailable);
    });
  });
}
