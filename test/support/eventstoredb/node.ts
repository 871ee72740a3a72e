import grpc from '@grpc/grpc-js';
import type { Counters, Faults } from './faults.js';
import type { Log } from './log.js';

/** One member of the cluster: all members share the log. */
export type Node = Readonly<{
  log: Log;
  faults: Faults;
  counters: Counters;
  /** The port of the member that leads, where it is not this one. */
  leader: () => number | undefined;
  /** Resolves when held replies are released. */
  released: () => Promise<void>;
  /** By which the open subscriptions are ended, with or without an error. */
  subscriptions: Set<(error?: Error) => void>;
}>;

type AnyCall = Readonly<{ metadata: grpc.Metadata; on: (event: 'cancelled' | 'close', listener: () => void) => unknown }>;

/** Counts a call as open until it is over, however it ends; gives the function that says that it is over. */
export function opened({ counters }: Node, kind: keyof Counters['open'], call: AnyCall): () => void {
  let open = true;
  counters.open[kind] += 1;
  const over = (): void => {
    if (open) counters.open[kind] -= 1;
    open = false;
  };
  call.on('cancelled', over);
  call.on('close', over);
  return over;
}

/** An error with the trailers by which the client makes it one of its own classes. */
export function failure(code: grpc.status, details: string, trailers: Readonly<Record<string, string>> = {}): Error {
  const metadata = new grpc.Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** The refusal of a follower, where the call insists on the leader; without that it would serve reads and forward appends. */
export function notLeader({ leader }: Node, { metadata }: AnyCall): Error | undefined {
  const port = leader();
  if (port === undefined || !metadata.get('requires-leader').includes('true')) return undefined;
  const trailers = { exception: 'not-leader', 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(port) };
  return failure(grpc.status.NOT_FOUND, 'Leader info available', trailers);
}

export const streamDeleted = (stream: string): Error =>
  failure(grpc.status.FAILED_PRECONDITION, 'Event stream is deleted', { exception: 'stream-deleted', 'stream-name': stream });
