import { chance } from '../chance.js';

const HEX = Array.from({ length: 0x1_0000 }, (_, number) => number.toString(16).padStart(4, '0'));

/** What comes out one way or another, always the same for the same seed. */
export class Luck {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = chance(seed);
  }

  /** True in this share of all cases. */
  some(share: number): boolean {
    return this.#next() < share;
  }

  /** A whole number, both bounds among them. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }

  /** So many different ones, or all where there are fewer, in the order of the list. */
  few<T>(list: readonly T[], count: number): readonly T[] {
    const chosen = new Set<number>();
    while (chosen.size < Math.min(count, list.length)) chosen.add(this.between(0, list.length - 1));
    return list.filter((_, index) => chosen.has(index));
  }

  /** An id that comes only once. */
  id(): string {
    const part = (): string => HEX[this.between(0, 0xffff)]!;
    const version = HEX[0x4000 + this.between(0, 0xfff)]!;
    const variant = HEX[0x8000 + this.between(0, 0x3fff)]!;
    return `${part()}${part()}-${part()}-${version}-${variant}-${part()}${part()}${part()}`;
  }
}
