import { EventStoreDbEventStore, type EventStoreDbOptions } from '#event-store';
import type { NewEvent } from '#event-sourcing';
import { EventStoreDbDouble } from './double.js';
import type { Proposed } from './log.js';

/** So short that a test sees the end of it, and long enough for a busy machine. */
const PATIENCE = { answer: 1_000, inAll: 10_000, pauses: [5, 50] } as const;

type Given = Readonly<{
  double: () => EventStoreDbDouble;
  /** A store on the double, or at another address. It is closed after the test. */
  store: (options?: Partial<EventStoreDbOptions>, url?: string) => EventStoreDbEventStore;
}>;

/** A double for the tests of a block. Faults that one test leaves behind do not befall the next. */
export function givenADouble(): Given {
  let double: EventStoreDbDouble;
  const stores: EventStoreDbEventStore[] = [];
  beforeAll(async () => {
    double = await EventStoreDbDouble.start();
  });
  afterEach(async () => {
    await double.tell('recover');
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(async () => double.stop());
  return {
    double: () => double,
    store: ({ patience, ...options } = {}, url = double.url()) => {
      const store = new EventStoreDbEventStore(url, {
        categories: ['workstream', 'call'],
        patience: { ...PATIENCE, ...patience },
        ...options,
      });
      stores.push(store);
      return store;
    },
  };
}

/** An event as another client would write it. */
export const asWritten = ({ id, type, data, metadata }: NewEvent, fields: Partial<Proposed> = {}): Proposed => ({
  id,
  type,
  contentType: 'application/json',
  data: Buffer.from(data).toString('base64'),
  metadata: Buffer.from(metadata).toString('base64'),
  ...fields,
});

export const ids = (events: readonly { id: string }[]): string[] => events.map(({ id }) => id);

/** What a promise was refused with; fails where it was not. */
export async function refusalOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => new Error('It was not refused.'),
    (error: unknown) => error,
  );
  return outcome as Error;
}
