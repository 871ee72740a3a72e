import type { Recorded } from '../event-store.js';

/**
 * How many streams are collected before those that were longest untouched are taken to be complete. Of a history of 200,000
 * facts, one in ten is then folded twice, and some 40,000 are held at a time.
 */
const MOST_STREAMS = 2000;

/** A stream that seems to be complete, with all its events. */
export type WholeStream = readonly [stream: string, events: readonly Recorded[]];

/**
 * Collects events by stream while a log goes by, so that each row can be folded once, from all its facts. Those of a stream
 * mostly follow each other soon; a stream that comes back after it was given out is named instead, to be folded later.
 */
export class StreamsInTheMaking {
  #recent = new Map<string, Recorded[]>();
  #older = new Map<string, Recorded[]>();
  readonly #givenOut = new Set<string>();
  /** Streams of which more came after they were given out. */
  readonly cameBack = new Set<string>();

  /** Takes events; gives out the streams that seem to be complete. */
  take(events: readonly Recorded[]): Iterable<WholeStream> {
    for (const event of events) this.#take(event);
    if (this.#recent.size < MOST_STREAMS) return [];
    const complete = this.#older;
    this.#older = this.#recent;
    this.#recent = new Map();
    return this.#giveOut(complete);
  }

  /** All that is left. */
  rest(): Iterable<WholeStream> {
    return [...this.#giveOut(this.#older), ...this.#giveOut(this.#recent)];
  }

  #take(event: Recorded): void {
    const { stream } = event;
    const events = this.#recent.get(stream);
    if (events) events.push(event);
    else if (this.#givenOut.has(stream)) this.cameBack.add(stream);
    else this.#recent.set(stream, this.#fromOlder(stream, event));
  }

  #fromOlder(stream: string, event: Recorded): Recorded[] {
    const events = this.#older.get(stream);
    this.#older.delete(stream);
    return events ? [...events, event] : [event];
  }

  #giveOut(complete: ReadonlyMap<string, Recorded[]>): ReadonlyMap<string, Recorded[]> {
    for (const stream of complete.keys()) this.#givenOut.add(stream);
    return complete;
  }
}
