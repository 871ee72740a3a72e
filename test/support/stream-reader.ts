import { connect, type Socket } from 'node:net';
import { createParser, type EventSourceMessage } from 'eventsource-parser';

const END_OF_HEAD = '\r\n\r\n';

/** What a reader asks for, and how its connection goes. */
export type Reading = Readonly<{
  path?: string;
  lastEventId?: string | undefined;
  /** The connection breaks as soon as so many bytes have come, headers among them. */
  cutAfter?: number;
}>;

/** A reader of a stream on a bare socket, so that it can stop to read, or break off in the middle of anything. */
export class StreamReader {
  readonly events: EventSourceMessage[] = [];
  comments = 0;
  retry: number | undefined;
  head = '';
  lastEventId: string | undefined;
  /** Resolves when the connection has ended, from whichever side. */
  readonly ended: Promise<void>;
  readonly #socket: Socket;
  readonly #looks = new Set<() => void>();
  #isOver = false;

  constructor(url: string, { path = '/v1/stream', lastEventId, cutAfter = Infinity }: Reading = {}) {
    this.lastEventId = lastEventId;
    const { hostname, port } = new URL(url);
    const resumed = lastEventId === undefined ? '' : `last-event-id: ${lastEventId}\r\n`;
    this.#socket = connect(Number(port), hostname);
    this.#socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n${resumed}\r\n`);
    this.ended = new Promise((resolve) => {
      this.#socket.on('close', () => {
        this.#isOver = true;
        this.#look();
        resolve();
      });
    });
    // Broken connections are what this is about.
    this.#socket.on('error', () => undefined);
    this.#read(cutAfter);
  }

  /** The facts that came, in the order in which they came. */
  get facts(): readonly unknown[] {
    return this.of('fact');
  }

  get factIds(): readonly string[] {
    return (this.facts as readonly { factId: string }[]).map(({ factId }) => factId);
  }

  /** The data of the events of a kind. */
  of(kind: string): readonly unknown[] {
    return this.events.filter(({ event }) => event === kind).map(({ data }) => JSON.parse(data) as unknown);
  }

  /** Resolves once the condition holds. Rejects when the connection ends before. */
  async until(condition: () => boolean): Promise<this> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (!condition() && !this.#isOver) return;
        this.#looks.delete(look);
        if (condition()) resolve(this);
        else reject(new Error(`The stream has ended: ${this.head} ${JSON.stringify(this.events.at(-1))}`));
      };
      this.#looks.add(look);
      look();
    });
  }

  async caughtUp(): Promise<this> {
    return this.until(() => this.of('caught-up').length > 0);
  }

  /** Resolves once it has been told of everything up to a position. */
  async reached(position: bigint | string): Promise<this> {
    return this.until(() => BigInt(this.lastEventId ?? -1) >= BigInt(position));
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  cut(): void {
    this.#socket.destroy();
  }

  #read(cutAfter: number): void {
    const text = new TextDecoder();
    const parser = createParser({
      onEvent: (event) => {
        this.events.push(event);
        this.lastEventId = event.id ?? this.lastEventId;
      },
      onComment: () => (this.comments += 1),
      onRetry: (milliseconds) => (this.retry = milliseconds),
      onError: (error) => {
        throw error;
      },
    });
    let left = cutAfter;
    this.#socket.on('data', (chunk) => {
      const taken = chunk.subarray(0, Math.min(left, chunk.length));
      left -= taken.length;
      if (left === 0) this.cut();
      parser.feed(this.#bodyOf(text.decode(taken, { stream: true })));
      this.#look();
    });
  }

  /** What of a text belongs to the body: what stands before it is the head. */
  #bodyOf(text: string): string {
    if (this.head.endsWith(END_OF_HEAD)) return text;
    const all = this.head + text;
    const end = all.includes(END_OF_HEAD) ? all.indexOf(END_OF_HEAD) + END_OF_HEAD.length : all.length;
    this.head = all.slice(0, end);
    return all.slice(end);
  }

  #look(): void {
    for (const look of this.#looks) look();
  }
}
