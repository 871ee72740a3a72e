import {
  type EventStoreDBClient,
  NO_STREAM,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { type Appended, type Expected, type NewEvent, type Recorded, WrongExpectedRevision } from '#event-sourcing';
import { positionOf, proposed, recorded } from './events.js';
import { Unanswered, UnreadableEvent } from './failures.js';
import { within } from './patience.js';

/** Which events of a stream: all, unless told otherwise. */
type Stretch = Readonly<{ from?: bigint; count?: number }>;

/** One stream, by single calls. Whether a call that failed is made again is for others to decide. */
export class Stream {
  constructor(
    private readonly client: EventStoreDBClient,
    readonly name: string,
    /** In milliseconds, the time for a sign of life. */
    private readonly answer: number,
  ) {}

  /** The leader is asked: it knows what was written before. */
  async read({ from, count }: Stretch = {}): Promise<readonly Recorded[]> {
    const options = { fromRevision: from ?? START, requiresLeader: true, ...(count !== undefined && { maxCount: count }) } as const;
    const reading = this.client.readStream(this.name, options);
    const timer = setTimeout(() => reading.destroy(new Unanswered(this.answer)), this.answer);
    const read: ResolvedEvent[] = [];
    try {
      for await (const event of reading) {
        timer.refresh();
        read.push(event);
      }
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    } finally {
      clearTimeout(timer);
      void reading.cancel().catch(() => undefined);
    }
    // Not before: a read that is left in the middle stays with the client, though its call may be over.
    return read.map(({ event }) => recorded(event));
  }

  async append(expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    const options = { expectedRevision: expected === 'none' ? NO_STREAM : expected, requiresLeader: true, deadline: this.answer } as const;
    try {
      const { nextExpectedRevision: revision, position } = await within(
        this.answer,
        this.client.appendToStream(this.name, events.map(proposed), options),
      );
      const which = `Revision ${revision} of ${this.name}`;
      return position ? { revision, position: positionOf(position, which) } : await this.#last(revision);
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const { actualVersion } = error;
      throw new WrongExpectedRevision(this.name, expected, actualVersion === NO_STREAM ? 'none' : actualVersion);
    }
  }

  /** The answer that an append would have got, if the stream holds just these events after that revision. */
  async appended(expected: Expected, events: readonly NewEvent[]): Promise<Appended | undefined> {
    const from = expected === 'none' ? 0n : expected + 1n;
    const stored = await this.read({ from, count: events.length });
    if (events.some(({ id }, index) => id !== stored[index]?.id)) return undefined;
    const { revision, position } = stored.at(-1)!;
    return { revision, position };
  }

  /** Of events that it has had before, the server does not always say where they are. */
  async #last(revision: bigint): Promise<Appended> {
    const [event] = await this.read({ from: revision, count: 1 });
    if (!event) throw new UnreadableEvent(`${this.name} has no event at revision ${revision}, where it was appended.`);
    return { revision, position: event.position };
  }
}
