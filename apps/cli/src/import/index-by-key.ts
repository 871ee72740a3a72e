/** Values under ids, each found by any of its keys. */
export class IndexByKey<T> {
  readonly #values = new Map<string, T>();
  readonly #keys = new Map<string, readonly string[]>();
  readonly #ids = new Map<string, Set<string>>();

  set(id: string, value: T, keys: readonly string[]): void {
    this.delete(id);
    this.#values.set(id, value);
    this.#keys.set(id, keys);
    for (const key of keys) this.#idsOf(key).add(id);
  }

  delete(id: string): void {
    for (const key of this.#keys.get(id) ?? []) this.#idsOf(key).delete(id);
    this.#values.delete(id);
    this.#keys.delete(id);
  }

  all(): readonly T[] {
    return [...this.#values.values()];
  }

  by(key: string): readonly T[] {
    return [...(this.#ids.get(key) ?? [])].map((id) => this.#values.get(id)!);
  }

  #idsOf(key: string): Set<string> {
    const ids = this.#ids.get(key) ?? new Set();
    this.#ids.set(key, ids);
    return ids;
  }
}
