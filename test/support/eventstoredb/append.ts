import grpc from '@grpc/grpc-js';
import type { Fault } from './faults.js';
import type { Proposed, Verdict } from './log.js';
import { failure, type Node } from './node.js';

export type AppendRequest = Readonly<{ stream: string; expected: bigint | 'none'; events: readonly Proposed[] }>;

type AppendVerdict = Verdict | Readonly<{ kind: 'too large' }>;

/** How a call to append ends. What has no answer stays open. */
export type Outcome =
  | Readonly<{ kind: 'answered'; verdict: AppendVerdict; withPosition: boolean }>
  | Readonly<{ kind: 'failed'; error: Error; status: string }>
  | Readonly<{ kind: 'unanswered' }>
  | Readonly<{ kind: 'closed' }>;

export const MAX_APPEND_SIZE = 1024 * 1024;
const size = ({ data, metadata, type }: Proposed): number =>
  Buffer.byteLength(data, 'base64') + Buffer.byteLength(metadata, 'base64') + 2 * type.length;

/** Appends, or not, and says what becomes of the call: the same for both calls that append. */
export async function append(node: Node, request: AppendRequest): Promise<Outcome> {
  const fault = node.faults.next('append');
  return before(fault) ?? after(fault, node, verdictOn(node, request));
}

function before(fault: Fault | undefined): Outcome | undefined {
  if (fault?.kind === 'gets no answer') return { kind: 'unanswered' };
  if (fault?.kind === 'finds its stream closed') return { kind: 'closed' };
  if (fault?.kind !== 'fails') return undefined;
  return { kind: 'failed', error: failure(fault.code, fault.details, fault.trailers), status: fault.details };
}

async function after(fault: Fault | undefined, node: Node, verdict: AppendVerdict): Promise<Outcome> {
  if (fault?.kind === 'loses its reply') {
    return { kind: 'failed', error: failure(grpc.status.UNAVAILABLE, 'Connection dropped'), status: 'Connection dropped' };
  }
  if (fault?.kind === 'waits for its reply') await node.released();
  if (fault?.kind === 'is stored and refused' && 'revision' in verdict) {
    return { kind: 'answered', verdict: { kind: 'wrong version', actual: verdict.revision }, withPosition: false };
  }
  return { kind: 'answered', verdict, withPosition: fault?.kind !== 'is told no position' };
}

function verdictOn({ log }: Node, { stream, expected, events }: AppendRequest): AppendVerdict {
  const bytes = events.reduce((sum, event) => sum + size(event), 0);
  return bytes > MAX_APPEND_SIZE ? { kind: 'too large' } : log.append(stream, expected, events);
}
