/** A row as it was read, and the last fact that is in it: a row is the fold of its facts, so by that it is told from any other. */
type Kept = Readonly<{ lastPosition: number; state: unknown; size: number }>;

/** So many characters of rows are kept. */
const MOST_KEPT = 32_000_000;

/** The states of rows that were read last, by stream: to take one apart again costs more than all that is done with it. */
export class States {
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  /** The state of a row with all facts up to a position; read where it is not kept. */
  get(stream: string, lastPosition: number, read: () => string): unknown {
    const kept = this.#kept.get(stream);
    if (kept?.lastPosition === lastPosition) return kept.state;
    const row = read();
    this.#keep(stream, { lastPosition, state: JSON.parse(row), size: row.length }, kept);
    return this.#kept.get(stream)!.state;
  }

  #keep(stream: string, next: Kept, before: Kept | undefined): void {
    if (this.#size > MOST_KEPT) this.#forget();
    else if (before) this.#size -= before.size;
    this.#kept.set(stream, next);
    this.#size += next.size;
  }

  /** All at once: what is asked for is soon there again. */
  #forget(): void {
    this.#kept.clear();
    this.#size = 0;
  }
}
