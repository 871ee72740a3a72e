import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { NotThereYet, Problem } from '#event-sourcing';
import { AUDIT_LOG, type Log, type Projector, type Tables, Waiters } from '#event-sourcing/projections';
import { type FollowFacts, isWanted, streamedFact } from '#read-models';
import { Audiences, textOf, type Told } from './audiences.js';
import { caughtUp, factEvent, opening, passed } from './events.js';
import { Reader } from './reader.js';

export type StreamSettings = Readonly<{
  /** How often readers get a sign of life, in milliseconds. */
  heartbeat: number;
  /** How many bytes may wait for one reader. */
  mostWaiting: number;
  /** How many readers there may be at once. */
  mostReaders: number;
  /** How long one who is dropped may take to read why, in milliseconds. */
  lastWords: number;
}>;

/** There is no room for one more reader. */
export class TooManyReaders extends Problem {
  readonly kind = 'too-many-readers';
}

/** So many facts are read at once, and as many of them are sent as come to so many bytes, or to one fact that is larger. */
const PAGE = 100;
const PAGE_BYTES = 100_000;
/** How long after a failure it is tried again, in milliseconds. */
const PAUSE = 500;

/**
 * Passes facts on to readers, each fact once and in the order of the log. Readers who catch up read the audit log at their
 * own pace; when they have come as far as the live readers they join them, in one step beside which nothing happens. Live
 * readers share one loop, and each text is made once for all.
 */
export class LiveFacts implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #readers = new Set<Reader>();
  readonly #audiences = new Audiences();
  readonly #waiters = new Waiters();
  readonly #stop = new AbortController();
  /** All facts up to here have been handed to the live readers, or are being handed to them; -1 before there is a log. */
  #position = -1;
  #running: Promise<void> | undefined;

  constructor(
    private readonly tables: Tables,
    private readonly projector: Projector,
    private readonly settings: StreamSettings,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run(this.#stop.signal);
  }

  /** Streams end first: a server that closes waits for its connections. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    for (const reader of this.#readers) reader.drop('stopping');
    await this.#running;
  }

  /** @throws Problem when there is no room for another reader */
  assertRoom(): void {
    if (this.#stop.signal.aborted) throw new NotThereYet('The server is stopping.');
    const { mostReaders } = this.settings;
    if (this.#readers.size >= mostReaders) throw new TooManyReaders(`There are ${mostReaders} readers already.`);
  }

  /** Tells the reader at a socket of the facts behind a position until it has gone. */
  follow(socket: Socket, question: FollowFacts, after: number): void {
    const reader = new Reader(socket, this.settings);
    this.#readers.add(reader);
    reader.send(opening());
    const gone = new AbortController();
    reader.onGone(() => {
      this.#readers.delete(reader);
      gone.abort();
    });
    this.#catchUp(reader, question, after, gone.signal).catch((error: unknown) => {
      this.log.error(`A reader of the stream is dropped: ${String(error)}`);
      reader.drop('fault');
    });
  }

  async #catchUp(reader: Reader, question: FollowFacts, after: number, gone: AbortSignal): Promise<void> {
    const isOfInterest = isWanted(question);
    for (let position = after; reader.isOpen;) {
      if (position === this.#position) {
        this.#audiences.add(reader, question, position);
        reader.send(caughtUp(position));
        return;
      }
      if (position > this.#position) {
        await this.#waiters.until(() => position <= this.#position, undefined, gone);
        continue;
      }
      // A read side that was built anew may lag behind for a moment.
      if (!(await this.projector.movedBeyond(position, gone))) return;
      const page = this.#page(position);
      const told = page.told.filter(({ fact }) => Number(fact.position) <= this.#position);
      position = Math.min(page.upTo, this.#position);
      reader.send(textOf(told.filter(({ fact }) => isOfInterest(fact))) || passed(position));
      await reader.ready(gone);
    }
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { heartbeat } = this.settings;
    for (let due = performance.now() + heartbeat; !signal.aborted;) {
      try {
        const left = Math.max(0, due - performance.now());
        if (await this.projector.movedBeyond(this.#position, signal, left)) await this.#passOn();
        if (performance.now() < due) continue;
        due = performance.now() + heartbeat;
        await this.#audiences.beat(this.#position);
      } catch (error) {
        this.log.error(`The stream stands still: ${String(error)} Trying again in ${PAUSE} ms.`);
        await delay(PAUSE, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #passOn(): Promise<void> {
    if (this.#audiences.isEmpty) {
      this.#position = Math.max(this.#position, this.#logPosition());
      this.#waiters.look();
      return;
    }
    const { told, upTo } = this.#page(this.#position);
    this.#position = upTo;
    this.#waiters.look();
    await this.#audiences.tell(told);
  }

  /** The next facts behind a position, and the position up to which they are all that there is. */
  #page(position: number): Readonly<{ told: readonly Told[]; upTo: number }> {
    const log = this.tables.auditLog();
    const end = this.#logPosition();
    const facts = log.after(position, PAGE);
    const told: Told[] = [];
    for (let bytes = 0; told.length < facts.length && bytes < PAGE_BYTES; bytes += told.at(-1)!.text.length) {
      const fact = streamedFact(facts[told.length]!, log);
      told.push({ fact, text: factEvent(fact) });
    }
    const upTo = told.length < facts.length || facts.length === PAGE ? Number(told.at(-1)!.fact.position) : end;
    return { told, upTo: Math.max(position, upTo) };
  }

  #logPosition(): number {
    return this.tables.built(AUDIT_LOG)?.position ?? -1;
  }
}
