import type { status } from '@grpc/grpc-js';
import type { Call, Fault, Facts } from './faults.js';
import type { Deletion, Proposed } from './log.js';

/** What a test may ask of the double while it runs. */
export type Control = {
  /** Opens the ports, of which the first one leads; false when one is taken. */
  listen: (ports: readonly number[]) => Promise<boolean>;
  /** Lets a fault befall the next calls. */
  arm: (call: Call, fault: Fault, times: number) => void;
  /** Forgets the faults that have not come to pass, and gives what was held back; the first member leads, at the right time. */
  recover: () => void;
  facts: () => Facts;
  /** Gives the replies that were held back. */
  release: () => void;
  /** Makes the member at this place in `ports` the leader. */
  lead: (member: number) => void;
  /** Ends the open subscriptions with an error of this gRPC status, or in order where there is none. */
  endSubscriptions: (code?: status) => void;
  /** Puts the clock of the server ahead. */
  skewClock: (milliseconds: number) => void;
  /** Writes as another client might have; with a gap between commit and prepare position as in transactions of old. */
  write: (stream: string, events: readonly Proposed[], gap?: bigint) => void;
  delete: (stream: string, deletion: Deletion) => void;
};

export type Command = { [Name in keyof Control]: Readonly<{ id: number; name: Name; args: Parameters<Control[Name]> }> }[keyof Control];
export type Reply = Readonly<{ id: number; result?: unknown; error?: string }>;
