import type { EventStoreDBClient } from '@eventstore/db-client';
import { setMaxListeners } from 'node:events';
import {
  type Appended,
  assertAppendable,
  type Batch,
  EventStore,
  type Expected,
  InvalidAppend,
  type NewEvent,
  type Recorded,
  Serially,
  StoreUnavailable,
  WrongExpectedRevision,
} from '#event-sourcing';
import { connect } from './eventstoredb/client.js';
import { endOfLog } from './eventstoredb/end.js';
import { finalError } from './eventstoredb/failures.js';
import { follow } from './eventstoredb/follow.js';
import { PATIENCE, type Patience, pause, pauseAfter, persisting } from './eventstoredb/patience.js';
import { Stream } from './eventstoredb/stream.js';

export type EventStoreDbOptions = Readonly<{
  /** The categories of our streams: the log of a server may hold those of others too. */
  categories: readonly string[];
  patience?: Partial<Patience>;
  /** Told each time that a subscription was lost and will be taken up again. */
  onLost?: (error: unknown) => void;
}>;

/**
 * The store on a server of its own, through the last client of its line. An append that resolved is on the disks of most of the
 * cluster. Failures that leave open what happened are met by asking again, with the same ids at the same revision.
 */
export class EventStoreDbEventStore extends EventStore {
  readonly #client: EventStoreDBClient;
  readonly #prefixes: readonly string[];
  readonly #patience: Patience;
  readonly #onLost: (error: unknown) => void;
  readonly #closing = new AbortController();
  readonly #writers = new Serially();
  readonly #accepted = new Set<Promise<unknown>>();

  /**
   * @param address esdb://… or esdb+discover://…, as EventStoreDB writes it
   * @throws Error when the client would make something else of the address than it says
   */
  constructor(address: string, { categories, patience, onLost = () => undefined }: EventStoreDbOptions) {
    super();
    this.#client = connect(address);
    this.#prefixes = categories.map((category) => `${category}-`);
    this.#patience = { ...PATIENCE, ...patience };
    this.#onLost = onLost;
    setMaxListeners(0, this.#closing.signal);
  }

  override async read(stream: string, from?: bigint): Promise<readonly Recorded[]> {
    return this.#accept(async () => this.#persisting(stream, async () => this.#stream(stream).read(from === undefined ? {} : { from })));
  }

  override async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    assertAppendable(stream, events);
    this.#assertFollowed(stream);
    // Two appends that are under way to one stream together may arrive the other way round.
    return this.#accept(async () => this.#writers.run(stream, async () => this.#append(stream, expected, events)));
  }

  override async *subscribe(after: bigint | 'start', signal: AbortSignal): AsyncGenerator<Batch> {
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const reasons = [signal, this.#closing.signal];
    for (const reason of reasons) reason.addEventListener('abort', abort);
    if (reasons.some(({ aborted }) => aborted)) abort();
    try {
      yield* this.#follow(after, stop.signal);
    } finally {
      for (const reason of reasons) reason.removeEventListener('abort', abort);
    }
  }

  override async end(): Promise<bigint> {
    return this.#accept(async () => this.#persisting('$all', async () => endOfLog(this.#client, this.#patience.answer)));
  }

  /**
   * Answers what it has accepted, as far as the call now under way can tell. Then no call is open, and the process may end:
   * the socket, which the client has no way to close, does not hold it.
   */
  override async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#accepted);
  }

  async #append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    return this.#persisting(stream, async (failures) => {
      try {
        return await this.#stream(stream).append(expected, events);
      } catch (error) {
        // The stream may be elsewhere because an earlier try got through.
        const ours = failures > 0 && error instanceof WrongExpectedRevision && (await this.#stream(stream).appended(expected, events));
        if (ours) return ours;
        throw error;
      }
    });
  }

  /** Begins again behind the last event that was handed over, whatever ended the subscription before. */
  async *#follow(after: bigint | 'start', stop: AbortSignal): AsyncGenerator<Batch> {
    const { answer, pauses } = this.#patience;
    const following = { client: this.#client, prefixes: this.#prefixes, answer };
    const over = (): boolean => stop.aborted;
    for (let position = after, failures = 0; !over(); failures++) {
      try {
        for await (const batch of follow(following, position, stop)) {
          position = batch.events.at(-1)?.position ?? position;
          failures = 0;
          yield batch;
        }
        throw new Error('The event store has ended a subscription.');
      } catch (error) {
        if (over()) return;
        const final = finalError(error, '$all');
        if (final) throw final;
        this.#onLost(error);
        await pause(pauseAfter(failures, pauses), stop);
      }
    }
  }

  #stream(name: string): Stream {
    return new Stream(this.#client, name, this.#patience.answer);
  }

  async #persisting<T>(stream: string, call: (failures: number) => Promise<T>): Promise<T> {
    return persisting(stream, this.#patience, this.#closing.signal, call);
  }

  /** Takes work on, unless the store is closing. What was taken on is answered first. */
  async #accept<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw new StoreUnavailable('The event store is closed.');
    const answer = work();
    this.#accepted.add(answer);
    try {
      return await answer;
    } finally {
      this.#accepted.delete(answer);
    }
  }

  /** What no subscription would ever give is not taken either. */
  #assertFollowed(stream: string): void {
    if (this.#prefixes.some((prefix) => stream.startsWith(prefix))) return;
    throw new InvalidAppend(`${stream} is of no category that this store follows: ${this.#prefixes.join('…, ')}….`);
  }
}
