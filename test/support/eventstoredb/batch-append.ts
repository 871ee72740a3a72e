import codes from '@eventstore/db-client/generated/code_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type grpc from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { Message } from 'google-protobuf';
import { append, type AppendRequest, MAX_APPEND_SIZE, type Outcome } from './append.js';
import { type Node, notLeader, opened } from './node.js';
import { proposed } from './plain-append.js';
import { nameOf } from './read.js';

type Call = grpc.ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;
type Request = Readonly<{ options: streams.BatchAppendReq.Options; events: streams.BatchAppendReq.ProposedMessage[] }>;

/** The call that all appends of a client share: each comes in chunks under an id, and is answered under it. */
export const batchAppend =
  (node: Node) =>
  (call: Call): void => {
    const over = opened(node, 'batch', call);
    const requests = new Map<string, Request>();
    call.on('data', (chunk: streams.BatchAppendReq) => {
      const refusal = notLeader(node, call);
      if (refusal) return void call.emit('error', refusal);
      const id = chunk.getCorrelationId()!.getString();
      const request = requests.get(id) ?? { options: chunk.getOptions()!, events: [] };
      request.events.push(...chunk.getProposedMessagesList());
      requests.set(id, request);
      if (!chunk.getIsFinal()) return;
      requests.delete(id);
      node.counters.received.batch += 1;
      void outcomeOf(node, request).then((outcome) => settle(call, outcome, answerTo(chunk, request)));
    });
    call.on('end', () => {
      over();
      call.end();
    });
  };

/** The deadline is a time of day by the clock of the client, held against that of the server. */
async function outcomeOf(node: Node, { options, events }: Request): Promise<Outcome | 'too late'> {
  if (options.getDeadline()!.toDate().getTime() <= node.log.now()) return 'too late';
  if (options.hasAny() || options.hasStreamExists()) throw new Error('An unchecked append has come in.');
  const request: AppendRequest = {
    stream: nameOf(options.getStreamIdentifier()!),
    expected: options.hasNoStream() ? 'none' : BigInt(options.getStreamPosition()),
    events: events.map(proposed),
  };
  return append(node, request);
}

const answerTo = (chunk: streams.BatchAppendReq, { options }: Request): streams.BatchAppendResp =>
  new streams.BatchAppendResp().setCorrelationId(chunk.getCorrelationId()).setStreamIdentifier(options.getStreamIdentifier());

function settle(call: Call, outcome: Outcome | 'too late', answer: streams.BatchAppendResp): void {
  if (outcome === 'too late') call.write(answer.setError(status(codes.Code.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', new shared.Timeout())));
  else if (outcome.kind === 'closed') call.end();
  else if (outcome.kind === 'failed' && outcome.status === 'Connection dropped') call.emit('error', outcome.error);
  else if (outcome.kind === 'failed')
    call.write(answer.setError(status(codes.Code.UNAVAILABLE, outcome.status, 'NotHandled', new empty.Empty())));
  else if (outcome.kind === 'answered') call.write(answered(answer, outcome));
}

function answered(
  answer: streams.BatchAppendResp,
  { verdict, withPosition }: Extract<Outcome, { kind: 'answered' }>,
): streams.BatchAppendResp {
  switch (verdict.kind) {
    case 'written':
    case 'repeated':
      return answer.setSuccess(success(verdict.revision, withPosition ? verdict.position : undefined));
    case 'wrong version':
      return answer.setError(
        status(codes.Code.ALREADY_EXISTS, 'WrongExpectedVersion', 'WrongExpectedVersion', wrongVersion(verdict.actual)),
      );
    case 'deleted':
      return answer.setError(status(codes.Code.NOT_FOUND, 'StreamDeleted', 'StreamDeleted', new shared.StreamDeleted()));
    case 'too large': {
      const limit = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
      return answer.setError(status(codes.Code.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', limit));
    }
  }
}

function success(revision: bigint, position: bigint | undefined): streams.BatchAppendResp.Success {
  const said = new streams.BatchAppendResp.Success().setCurrentRevision(String(revision));
  if (position === undefined) return said.setNoPosition(new empty.Empty());
  return said.setPosition(new shared.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position)));
}

function wrongVersion(actual: bigint | 'none'): shared.WrongExpectedVersion {
  const said = new shared.WrongExpectedVersion();
  return actual === 'none' ? said.setCurrentNoStream(new empty.Empty()) : said.setCurrentStreamRevision(String(actual));
}

function status(code: codes.Code, message: string, type: string, details: Message): rpc.Status {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${type}`);
  return new rpc.Status().setCode(code).setMessage(message).setDetails(packed);
}
