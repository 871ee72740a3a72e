import { setImmediate } from 'node:timers/promises';
import { type FollowFacts, isWanted, type StreamedFact } from '#read-models';
import { HEARTBEAT, passed } from './events.js';
import type { Reader } from './reader.js';

/** So many readers are written to before others have their turn: at 10 µs each, nobody waits long. */
const SHARE = 1000;

/** Readers who have asked for the same: what they are told is put together once for all of them. */
type Audience = Readonly<{ readers: Set<Reader>; isWanted: (fact: StreamedFact) => boolean }> & {
  /** The position up to which all of them know that they have been told. */
  told: number;
};

/** A fact with the text that is sent of it. */
export type Told = Readonly<{ fact: StreamedFact; text: string }>;

export const textOf = (told: readonly Told[]): string => told.map(({ text }) => text).join('');

/** What is to be sent to whom. Who joins while it is being sent knows it already, and is not among them. */
type Delivery = Readonly<{ readers: readonly Reader[]; text: string }>;

async function deliver(deliveries: readonly Delivery[]): Promise<void> {
  let sent = 0;
  for (const { readers, text } of deliveries) {
    for (const reader of readers) {
      reader.send(text);
      if (++sent % SHARE === 0) await setImmediate();
    }
  }
}

/** All readers who have caught up, by what they have asked for. */
export class Audiences {
  readonly #audiences = new Map<string, Audience>();

  get isEmpty(): boolean {
    return this.#audiences.size === 0;
  }

  /** Adds a reader who has been told of everything up to a position. */
  add(reader: Reader, { from: _, ...filter }: FollowFacts, position: number): void {
    const key = JSON.stringify(filter);
    const audience = this.#audiences.get(key) ?? { readers: new Set(), isWanted: isWanted(filter), told: position };
    this.#audiences.set(key, audience);
    audience.readers.add(reader);
    reader.onGone(() => {
      audience.readers.delete(reader);
      if (audience.readers.size === 0 && this.#audiences.get(key) === audience) this.#audiences.delete(key);
    });
  }

  /** Tells each the facts that it wants, in their order. */
  async tell(facts: readonly Told[]): Promise<void> {
    await this.#deliver((audience) => {
      const wanted = facts.filter(({ fact }) => audience.isWanted(fact));
      audience.told = Number(wanted.at(-1)?.fact.position ?? audience.told);
      return textOf(wanted);
    });
  }

  /** Gives a sign of life to all; those who were told nothing for a while learn how far they have come. */
  async beat(position: number): Promise<void> {
    await this.#deliver((audience) => {
      const isBehind = audience.told < position;
      audience.told = position;
      return isBehind ? passed(position) : HEARTBEAT;
    });
  }

  async #deliver(textFor: (audience: Audience) => string): Promise<void> {
    const deliveries = [...this.#audiences.values()].map((audience) => ({ readers: [...audience.readers], text: textFor(audience) }));
    await deliver(deliveries.filter(({ text }) => text !== ''));
  }
}
