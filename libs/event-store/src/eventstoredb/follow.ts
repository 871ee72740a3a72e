import {
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { setImmediate as aTurnOfTheEventLoop } from 'node:timers/promises';
import type { Batch, Recorded } from '#event-sourcing';
import { recorded } from './events.js';
import { Unanswered } from './failures.js';

/** Most events that are handed over at once, and that wait to be. */
const MOST = 512;
/** Stands in line behind the events after which nothing more was waiting. */
const CAUGHT_UP = Symbol('caught up');
type Item = AllStreamResolvedEvent | typeof CAUGHT_UP;

/** What to follow with: the client, the beginnings of stream names, and how long to wait for the confirmation, in milliseconds. */
export type Following = Readonly<{ client: EventStoreDBClient; prefixes: readonly string[]; answer: number }>;

/** One subscription: everything after a position in streams of these prefixes, until it is dropped, ends, or is aborted. */
export async function* follow(
  { client, prefixes, answer }: Following,
  after: bigint | 'start',
  signal: AbortSignal,
): AsyncGenerator<Batch, void, undefined> {
  const subscription = client.subscribeToAll(
    {
      fromPosition: after === 'start' ? START : { commit: after, prepare: after },
      filter: streamNameFilter({ prefixes: [...prefixes] }),
    },
    { highWaterMark: MOST },
  );
  const abandon = (): unknown => subscription.destroy();
  const timer = setTimeout(() => subscription.destroy(new Unanswered(answer)), answer);
  subscription.once('confirmation', () => clearTimeout(timer));
  subscription.on('caughtUp', () => subscription.push(CAUGHT_UP));
  signal.addEventListener('abort', abandon);
  const waiting = new Waiting(after === 'start' ? -1n : after);
  try {
    yield* batches(subscription, waiting);
  } catch (error) {
    // Whatever is wrong, it is wrong with what comes after those that wait.
    if (!signal.aborted) yield* waiting.handedOver(true);
    throw error;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abandon);
    void subscription.unsubscribe().catch(() => undefined);
  }
}

/** What has come in together is handed over together. */
async function* batches(subscription: AllStreamSubscription, waiting: Waiting): AsyncGenerator<Batch, void, undefined> {
  for await (const item of subscription as AsyncIterable<Item>) {
    waiting.take(item);
    if (subscription.readableLength === 0) await aTurnOfTheEventLoop();
    if (subscription.readableLength === 0 || waiting.isFull) yield* waiting.handedOver(subscription.readableLength > 0);
  }
}

/** Events on their way to the reader. */
class Waiting {
  #events: Recorded[] = [];
  #live = false;

  constructor(private last: bigint) {}

  get isFull(): boolean {
    return this.#events.length >= MOST;
  }

  /** Keeps an event, unless the reader had it before: after a drop a server may begin too early. */
  take(item: Item): void {
    if (item === CAUGHT_UP) this.#live = true;
    else this.#keep(recorded(item.event));
  }

  /** All that waits, as one batch; none if it would say nothing. */
  handedOver(isMoreToCome: boolean): readonly Batch[] {
    const batch = { events: this.#events, caughtUp: this.#live && !isMoreToCome };
    this.#events = [];
    return batch.events.length > 0 || batch.caughtUp ? [batch] : [];
  }

  #keep(event: Recorded): void {
    if (event.position <= this.last) return;
    this.last = event.position;
    this.#events.push(event);
  }
}
