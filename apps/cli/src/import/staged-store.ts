import {
  type Appended,
  assertAppendable,
  type Batch,
  EventStore,
  type Expected,
  type NewEvent,
  type Recorded,
  WrongExpectedRevision,
} from '#event-sourcing';

/** Later than every position that a store gives. */
const BEHIND_ALL = 2n ** 62n;

/** What would be appended to a store, without doing it before `commit`. */
export class StagedStore extends EventStore {
  readonly #staged = new Map<string, readonly Recorded[]>();
  #position: bigint;

  constructor(private readonly store: EventStore) {
    super();
    this.#position = store instanceof StagedStore ? store.#position : BEHIND_ALL;
  }

  get staged(): readonly Recorded[] {
    return [...this.#staged.values()].flat();
  }

  async read(stream: string, from = 0n): Promise<readonly Recorded[]> {
    const staged = (this.#staged.get(stream) ?? []).filter(({ revision }) => revision >= from);
    return [...(await this.store.read(stream, from)), ...staged];
  }

  async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    assertAppendable(stream, events);
    const last = (await this.read(stream)).at(-1)?.revision;
    if ((last ?? 'none') !== expected) throw new WrongExpectedRevision(stream, expected, last ?? 'none');
    const recordedAt = Date.now();
    let revision = last ?? -1n;
    const recorded = events.map((event): Recorded => ({ ...event, stream, revision: ++revision, position: ++this.#position, recordedAt }));
    this.#staged.set(stream, [...(this.#staged.get(stream) ?? []), ...recorded]);
    return { revision, position: this.#position };
  }

  subscribe(after: bigint | 'start', signal: AbortSignal): AsyncIterable<Batch> {
    return this.store.subscribe(after, signal);
  }

  async end(): Promise<bigint> {
    return this.#staged.size > 0 ? this.#position : this.store.end();
  }

  /** The store beneath stays open: it belongs to somebody else. */
  async close(): Promise<void> {
    this.#staged.clear();
  }

  /**
   * Appends all that is staged, a stream at a time and each stream as a whole.
   * @throws WrongExpectedRevision when somebody else has written to a stream meanwhile
   */
  async commit(): Promise<void> {
    for (const [stream, events] of this.#staged) {
      const { revision } = events[0]!;
      await this.store.append(stream, revision === 0n ? 'none' : revision - 1n, events);
    }
    this.#staged.clear();
  }
}
