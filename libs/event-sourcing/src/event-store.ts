/** A fact on its way into a store. `data` and `metadata` are JSON text: stores keep what they are given and parse nothing. */
export type NewEvent = Readonly<{ id: string; type: string; data: string; metadata: string }>;

/** A fact as a store keeps it. */
export type Recorded = NewEvent &
  Readonly<{
    stream: string;
    /** Place in its stream, counted from 0 without gaps. */
    revision: bigint;
    /** Place in the whole log: strictly increasing, not dense. */
    position: bigint;
    /** When the store got it, in milliseconds since 1970. */
    recordedAt: number;
  }>;

/** Where the last of the appended events stands: in its stream, and in the whole log. */
export type Appended = Readonly<{ revision: bigint; position: bigint }>;

/** Part of the log, in order. `caughtUp` says that at this moment nothing more was waiting behind it. */
export type Batch = Readonly<{ events: readonly Recorded[]; caughtUp: boolean }>;

/** What a writer believes about a stream: that it has no events, or its last revision. There is no "any": nothing is unchecked. */
export type Expected = 'none' | bigint;

/** The port behind which the stores stand. Every adapter passes `test/contracts/event-store.contract.ts`. */
export abstract class EventStore {
  /** All events of a stream, or those from a revision on, oldest first; none for a stream that was never written. */
  abstract read(stream: string, from?: bigint): Promise<readonly Recorded[]>;

  /**
   * Appends all of the events or none. Resolves once they will survive a crash. The same ids at the same expected
   * revision again store nothing and answer as the first time.
   * @throws WrongExpectedRevision when the stream is not where `expected` says
   * @throws InvalidAppend when the events cannot be stored at all
   * @throws StoreUnavailable when the outcome is not known: the same call may be made again
   */
  abstract append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended>;

  /** Everything after `position`, in order, then live until `signal` aborts. Never repeats, never skips. */
  abstract subscribe(after: bigint | 'start', signal: AbortSignal): AsyncIterable<Batch>;

  /** Position of the last event of the log, ours or not, or 0: how far there is to go, for those who count on to it. */
  abstract end(): Promise<bigint>;

  abstract close(): Promise<void>;
}

/** Somebody else has written to the stream. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: Expected,
  ) {
    super(`Stream ${stream} was expected ${described(expected)} but is ${described(actual)}.`);
  }
}

const described = (at: Expected): string => (at === 'none' ? 'to be empty' : `at revision ${at}`);

/** These events can never be stored as they are. */
export class InvalidAppend extends Error {}

/** The store did not answer, or not in time. An append may or may not have happened. */
export class StoreUnavailable extends Error {}

/** Largest append that every store takes, in bytes of types, data and metadata: the limit of an EventStoreDB of default settings. */
export const MAX_APPEND_BYTES = 1_000_000;

const STREAM = /^[a-z][A-Za-z]*-[0-9A-Za-z-]+$/;
const UUID = /^(?!00000000-0000-0000-0000-000000000000)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses what not every store could keep, before any store has seen it. */
export function assertAppendable(stream: string, events: readonly NewEvent[]): void {
  if (!STREAM.test(stream)) throw new InvalidAppend(`'${stream}' is not a stream name of the form category-id.`);
  if (events.length === 0) throw new InvalidAppend('There is nothing to append.');
  let bytes = 0;
  for (const { id, type, data, metadata } of events) {
    if (!UUID.test(id)) throw new InvalidAppend(`'${id}' is not a lower-case UUID.`);
    if (type === '' || type.startsWith('$')) throw new InvalidAppend(`'${type}' is not an event type.`);
    bytes += 2 * type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata);
  }
  if (bytes > MAX_APPEND_BYTES) throw new InvalidAppend(`${bytes} bytes in one append are more than the limit of ${MAX_APPEND_BYTES}.`);
}
