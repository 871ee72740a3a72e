import type { status } from '@grpc/grpc-js';

/** Which calls a fault can befall. */
export type Call = 'append' | 'read' | 'subscribe' | 'features' | 'gossip';

/** What can go wrong with a call, as a server, a network or a change of leader would have it. */
export type Fault =
  /** The call fails with a status and, where given, the trailers by which the client knows its class. */
  | Readonly<{ kind: 'fails'; code: status; details: string; trailers?: Readonly<Record<string, string>> }>
  /** Nothing is stored or sent. */
  | Readonly<{ kind: 'gets no answer' }>
  /** An append is stored, and the connection lost before the reply. */
  | Readonly<{ kind: 'loses its reply' }>
  /** An append is stored, and the reply held back until it is released. */
  | Readonly<{ kind: 'waits for its reply' }>
  /** An append is stored, and the answer is that the stream was elsewhere. */
  | Readonly<{ kind: 'is stored and refused' }>
  /** An append is answered without a position. */
  | Readonly<{ kind: 'is told no position' }>
  /** The stream that batched appends share is ended in order, without an answer; an append with a call of its own is cancelled. */
  | Readonly<{ kind: 'finds its stream closed' }>
  /** A subscription begins with events that its reader has had. */
  | Readonly<{ kind: 'is given events again'; events: number }>;

/** The faults that wait for their call. */
export class Faults {
  readonly #armed = new Map<Call, Fault[]>();

  arm(call: Call, fault: Fault, times: number): void {
    this.#armed.set(call, [...(this.#armed.get(call) ?? []), ...Array<Fault>(times).fill(fault)]);
  }

  next(call: Call): Fault | undefined {
    return this.#armed.get(call)?.shift();
  }

  disarm(): void {
    this.#armed.clear();
  }
}

/** What has been asked of the double, and which calls are open now. */
export type Facts = Readonly<{
  /** Calls received since the start, each append by itself, also where several share a stream. */
  received: Readonly<Record<Call | 'batch', number>>;
  open: Readonly<Record<'append' | 'read' | 'subscribe' | 'batch', number>>;
  /** How often a subscription was told that it has caught up, behind all that it was to be given. */
  caughtUp: number;
}>;

export class Counters {
  readonly received = { append: 0, batch: 0, read: 0, subscribe: 0, features: 0, gossip: 0 };
  readonly open = { append: 0, batch: 0, read: 0, subscribe: 0 };
  caughtUp = 0;

  facts(): Facts {
    return { received: { ...this.received }, open: { ...this.open }, caughtUp: this.caughtUp };
  }
}
