/** Callers that wait for something to become true, told to look again whenever it may have. */
export class Waiters {
  readonly #looks = new Set<() => void>();

  /** Resolves to true once the condition holds, or to false after `timeout` milliseconds. */
  async until(condition: () => boolean, timeout?: number): Promise<boolean> {
    if (condition()) return true;
    return new Promise((resolve) => {
      const timer = timeout === undefined ? undefined : setTimeout(() => answer(false), timeout);
      const answer = (held: boolean): void => {
        clearTimeout(timer);
        this.#looks.delete(look);
        resolve(held);
      };
      const look = (): void => {
        if (condition()) answer(true);
      };
      this.#looks.add(look);
    });
  }

  look(): void {
    for (const look of this.#looks) look();
  }
}
