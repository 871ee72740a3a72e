import type { EventStore, Recorded } from '#event-sourcing';
import { anEvent, aStream, someEvents } from '../support/events.js';
import { givenADouble, ids, refusalOf } from '../support/eventstoredb/harness.js';

const WRITERS = 16;
const EACH = 30;
const ALL = WRITERS * EACH;
/** How long a call of the writers is waited for, in milliseconds. */
const ANSWER = 500;

describe('An EventStoreDB at which 16 writers are at work', () => {
  const { double, store } = givenADouble();

  /** Each writer fills a stream of its own, one event after the other; an outage comes each time a quarter of all is stored. */
  async function writeThrough(writer: EventStore, outage: () => Promise<void>): Promise<ReadonlyMap<string, readonly string[]>> {
    let stored = 0;
    const written = Array.from({ length: WRITERS }, async (): Promise<[string, string[]]> => {
      const stream = aStream();
      const events = someEvents(EACH);
      for (const [n, event] of events.entries()) {
        await writer.append(stream, n === 0 ? 'none' : BigInt(n - 1), [event]);
        stored += 1;
        if (stored % (ALL / 4) === 0) await outage();
      }
      return [stream, ids(events)];
    });
    return new Map(await Promise.all(written));
  }

  async function follow(reader: EventStore, after: bigint): Promise<readonly Recorded[]> {
    const seen: Recorded[] = [];
    for await (const { events } of reader.subscribe(after, new AbortController().signal)) if (seen.push(...events) >= ALL) break;
    return seen;
  }

  const outages: [string, () => Promise<void>][] = [
    [
      'that is killed and started again',
      async () => {
        await double().kill();
        await double().restart();
      },
    ],
    [
      'that says nothing for longer than it is waited for',
      async () => {
        double().freeze();
        // A call that is waited for twice as long: when it is given up, so were those of the writers.
        const { message } = await refusalOf(store({ patience: { answer: 2 * ANSWER, inAll: 0 } }).read(aStream()));
        expect(message).toContain(`has not answered for ${2 * ANSWER} ms`);
        double().thaw();
      },
    ],
  ];
  test.each(outages)(
    '%s, four times, keeps each event once, and a subscription gets each once',
    async (_, outage) => {
      const patience = { answer: ANSWER, inAll: 30_000 };
      const writer = store({ patience });
      const { position } = await writer.append(aStream(), 'none', [anEvent()]);
      const following = follow(store({ patience }), position);
      const written = await writeThrough(writer, outage);
      for (const [stream, events] of written) expect(ids(await writer.read(stream))).toEqual(events);
      const seen = await following;
      expect(seen.map(({ position }) => position)).toEqual(seen.map(({ position }) => position).toSorted((a, b) => (a < b ? -1 : 1)));
      for (const [stream, events] of written) expect(ids(seen.filter((event) => event.stream === stream))).toEqual(events);
    },
    60_000,
  );

  test('that is not there yet is waited for', async () => {
    const writer = store();
    const event = anEvent();
    const stream = aStream();
    await double().kill();
    const appending = writer.append(stream, 'none', [event]);
    await double().restart();
    expect(await appending).toMatchObject({ revision: 0n });
    expect(ids(await writer.read(stream))).toEqual([event.id]);
  });
});
