import { decode } from './codec.js';
import type { Fact } from './event.js';
import type { EventStore } from './event-store.js';

/** How many facts are remembered at a time: some tens of megabytes. */
const MOST_FACTS = 20_000;

/**
 * Reads streams of which it remembers the beginning: facts never change, so only what came since is read and decoded. The
 * last one that is remembered is read again: where it is not the same any more, nothing that is remembered counts.
 */
export class KnownStreams {
  readonly #known = new Map<string, readonly Fact[]>();
  #remembered = 0;

  constructor(private readonly store: EventStore) {}

  /** All facts of a stream, oldest first, as the store has them now. */
  async facts(stream: string): Promise<readonly Fact[]> {
    const known = this.#known.get(stream);
    const last = known?.at(-1);
    if (!known || !last) return this.#all(stream);
    const [again, ...fresh] = await this.store.read(stream, last.revision);
    if (again?.id !== last.id || again.position !== last.position) return this.#all(stream);
    return fresh.length === 0 ? known : this.#remember(stream, [...known, ...fresh.map(decode)], fresh.length);
  }

  async #all(stream: string): Promise<readonly Fact[]> {
    const facts = (await this.store.read(stream)).map(decode);
    return this.#remember(stream, facts, facts.length);
  }

  #remember(stream: string, facts: readonly Fact[], more: number): readonly Fact[] {
    this.#remembered += more;
    if (this.#remembered > MOST_FACTS) {
      this.#known.clear();
      this.#remembered = facts.length;
    }
    this.#known.set(stream, facts);
    return facts;
  }
}
