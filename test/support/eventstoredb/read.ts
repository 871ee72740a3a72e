import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import grpc from '@grpc/grpc-js';
import type { Stored } from './log.js';
import { failure, type Node, notLeader, opened, streamDeleted } from './node.js';
import { subscribe } from './subscribe.js';

export type ReadCall = grpc.ServerWritableStream<streams.ReadReq, streams.ReadResp>;

/** Reads of a stream forwards, of the last event of all, and subscriptions to all. */
export const read =
  (node: Node) =>
  (call: ReadCall): void => {
    const options = call.request.getOptions()!;
    if (options.hasSubscription()) void subscribe(node, call, options);
    else if (options.hasStream() && options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS) {
      void readStream(node, call, options);
    } else if (options.hasAll() && options.getAll()!.hasEnd() && options.getCount() === '1') void readLast(node, call);
    else call.emit('error', failure(grpc.status.UNIMPLEMENTED, 'The double does not read like this.'));
  };

/** The last event of the whole log. */
async function readLast(node: Node, call: ReadCall): Promise<void> {
  const over = opened(node, 'read', call);
  const last = node.log.all.at(-1);
  if (last) await send(call, eventMessage(last));
  over();
  call.end();
}

async function readStream(node: Node, call: ReadCall, options: streams.ReadReq.Options): Promise<void> {
  node.counters.received.read += 1;
  const over = opened(node, 'read', call);
  const fault = node.faults.next('read');
  if (fault?.kind === 'gets no answer') return;
  const stream = options.getStream()!;
  const name = stream.getStreamIdentifier()!;
  const { events, deletion } = node.log.stream(nameOf(name));
  const refusal = fault?.kind === 'fails' ? failure(fault.code, fault.details, fault.trailers) : notLeader(node, call);
  if (refusal) call.emit('error', refusal);
  else if (deletion === 'hard') call.emit('error', streamDeleted(nameOf(name)));
  else if (events.length === 0) await send(call, new streams.ReadResp().setStreamNotFound(notFound(name)));
  else {
    const from = stream.hasStart() ? 0n : BigInt(stream.getRevision());
    const wanted = events.filter(({ revision }) => revision >= from).slice(0, Number(options.getCount()));
    for (const event of wanted) await send(call, eventMessage(event));
  }
  over();
  call.end();
}

const WAYS_ON = ['drain', 'cancelled', 'error'];

/** Sends, and waits where the client does not keep up. */
export async function send(call: ReadCall, message: streams.ReadResp): Promise<void> {
  if (call.cancelled || call.destroyed || call.write(message)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      for (const way of WAYS_ON) call.off(way, go);
      resolve();
    };
    for (const way of WAYS_ON) call.on(way, go);
  });
}

export const nameOf = (name: shared.StreamIdentifier): string => Buffer.from(name.getStreamName_asU8()).toString();

const notFound = (name: shared.StreamIdentifier): streams.ReadResp.StreamNotFound =>
  new streams.ReadResp.StreamNotFound().setStreamIdentifier(name);

/** An event as reads and subscriptions carry it. */
export function eventMessage(event: Stored): streams.ReadResp {
  const record = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(event.stream).toString('base64')))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(String(event.commit))
    .setPreparePosition(String(event.prepare))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  record.getMetadataMap().set('type', event.type).set('content-type', event.contentType).set('created', String(event.created));
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(record).setCommitPosition(String(event.commit)));
}
