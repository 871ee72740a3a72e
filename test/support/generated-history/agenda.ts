/**
 * Something that goes on by itself, as a forum does or a call. It gives the instant, in milliseconds since 1970, until which
 * it rests, and is then taken up again.
 */
export type Thread = Generator<number, void>;

type Entry = Readonly<{ at: number; turn: number; thread: Thread }>;

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn);

/** What goes on side by side, each at its time: a heap with the earliest on top. */
export class Agenda {
  readonly #heap: Entry[] = [];
  #turns = 0;

  /** The thread goes on at that instant; of several at the same, the first that was put there. */
  put(at: number, thread: Thread): void {
    const heap = this.#heap;
    let index = heap.push({ at, turn: (this.#turns += 1), thread }) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapped(index, parent)) break;
      index = parent;
    }
  }

  /** Takes up the earliest, told through `begin` when that is. False when there is nothing left to do. */
  goOn(begin: (at: number) => void): boolean {
    const next = this.#take();
    if (!next) return false;
    begin(next.at);
    const { done, value } = next.thread.next();
    if (!done) this.put(Math.max(value, next.at), next.thread);
    return true;
  }

  #take(): Entry | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (heap.length > 0 && last) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    const { length } = this.#heap;
    for (let index = 0; ;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      if (left >= length) return;
      const least = right < length && isBefore(this.#heap[right]!, this.#heap[left]!) ? right : left;
      if (!this.#swapped(least, index)) return;
      index = least;
    }
  }

  /** Puts a child above its parent, if it comes before it. */
  #swapped(child: number, parent: number): boolean {
    const heap = this.#heap;
    if (!isBefore(heap[child]!, heap[parent]!)) return false;
    [heap[child], heap[parent]] = [heap[parent]!, heap[child]!];
    return true;
  }
}
