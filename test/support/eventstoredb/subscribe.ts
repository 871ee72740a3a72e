import streams from '@eventstore/db-client/generated/streams_pb.js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Stored } from './log.js';
import { failure, type Node, opened } from './node.js';
import { eventMessage, type ReadCall, send } from './read.js';

/** The server looks at this many events between two checkpoints, times the multiplier of the client. */
const WINDOW = 32;
/** A live reader that falls this far behind is caught up again, and told so when that is done. */
const LIVE_BUFFER = 32;

/** A filtered subscription to all: confirmation, history, a checkpoint, `caughtUp`, then live. */
export async function subscribe(node: Node, call: ReadCall, options: streams.ReadReq.Options): Promise<void> {
  node.counters.received.subscribe += 1;
  const over = opened(node, 'subscribe', call);
  const fault = node.faults.next('subscribe');
  if (fault?.kind === 'gets no answer') return;
  if (fault?.kind === 'fails') return void call.emit('error', failure(fault.code, fault.details, fault.trailers));
  const stopped = new AbortController();
  const stop = (error?: Error): void => {
    stopped.abort();
    node.subscriptions.delete(stop);
    over();
    if (error) call.emit('error', error);
    else call.end();
  };
  node.subscriptions.add(stop);
  call.on('cancelled', () => stop());
  const repeated = fault?.kind === 'is given events again' ? fault.events : 0;
  await follow(node, call, options, repeated, stopped.signal);
}

async function follow(node: Node, call: ReadCall, options: streams.ReadReq.Options, repeated: number, stop: AbortSignal): Promise<void> {
  const { all, changed } = node.log;
  const over = (): boolean => stop.aborted;
  const sendOne = sender(call, options);
  let live = false;
  await send(call, confirmation());
  for (let next = Math.max(0, firstAfter(all, options.getAll()!) - repeated); !over();) {
    live &&= all.length - next <= LIVE_BUFFER;
    for (; next < all.length && !over(); next++) await sendOne(all[next]!);
    if (!live) {
      await sendCaughtUp(call, all.at(-1));
      node.counters.caughtUp += 1;
    }
    live = true;
    if (next === all.length && !over()) await once(changed, 'changed', { signal: stop }).catch(() => undefined);
  }
}

/** Sends an event where the filter lets it through, and a checkpoint each time that enough events were looked at. */
function sender(call: ReadCall, options: streams.ReadReq.Options): (event: Stored) => Promise<void> {
  const filter = options.getFilter()!;
  const prefixes = filter.getStreamIdentifier()!.getPrefixList();
  const interval = WINDOW * filter.getCheckpointintervalmultiplier();
  let considered = 0;
  return async (event) => {
    considered += 1;
    if (prefixes.some((prefix) => event.stream.startsWith(prefix))) await send(call, eventMessage(event));
    if (considered % interval === 0) await send(call, checkpoint(event));
  };
}

async function sendCaughtUp(call: ReadCall, last: Stored | undefined): Promise<void> {
  if (last) await send(call, checkpoint(last));
  await send(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
}

function firstAfter(all: readonly Stored[], from: streams.ReadReq.Options.AllOptions): number {
  if (from.hasStart()) return 0;
  const position = BigInt(from.getPosition()!.getCommitPosition());
  const index = all.findIndex(({ commit }) => commit > position);
  return index < 0 ? all.length : index;
}

const confirmation = (): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()));

const checkpoint = ({ commit, prepare }: Stored): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );
