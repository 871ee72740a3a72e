/** Callers that wait for something to become true, told to look again whenever it may have. */
export class Waiters {
  readonly #looks = new Set<() => void>();

  /** Resolves to true once the condition holds, or to false after `timeout` milliseconds or when `signal` aborts. */
  async until(condition: () => boolean, timeout?: number, signal?: AbortSignal): Promise<boolean> {
    if (condition()) return true;
    if (signal?.aborted) return false;
    return new Promise((resolve) => {
      const timer = timeout === undefined ? undefined : setTimeout(() => answer(false), timeout);
      const giveUp = (): void => answer(false);
      const answer = (held: boolean): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.#looks.delete(look);
        resolve(held);
      };
      const look = (): void => {
        if (condition()) answer(true);
      };
      signal?.addEventListener('abort', giveUp);
      this.#looks.add(look);
    });
  }

  look(): void {
    for (const look of this.#looks) look();
  }
}
