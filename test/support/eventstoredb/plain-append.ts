import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import grpc from '@grpc/grpc-js';
import { append, type AppendRequest, MAX_APPEND_SIZE, type Outcome } from './append.js';
import type { Proposed } from './log.js';
import { failure, type Node, notLeader, opened, streamDeleted } from './node.js';
import { nameOf } from './read.js';

type Call = grpc.ServerReadableStream<streams.AppendReq, streams.AppendResp>;
type Reply = grpc.sendUnaryData<streams.AppendResp>;

/** The call of one append: first its options, then its events, then the answer. */
export const plainAppend =
  (node: Node) =>
  (call: Call, reply: Reply): void => {
    node.counters.received.append += 1;
    const over = opened(node, 'append', call);
    const answer: Reply = (error, response) => {
      over();
      reply(error, response);
    };
    const refusal = notLeader(node, call);
    if (refusal) {
      answer(refusal);
      return;
    }
    const messages: streams.AppendReq[] = [];
    call.on('data', (message: streams.AppendReq) => messages.push(message));
    const end = (): void => {
      if (call.cancelled) return;
      const request = requested(messages);
      void append(node, request).then((outcome) => settle(request.stream, outcome, answer));
    };
    // A call that is cut off ends as well, and is said to be cancelled only after that. Nothing of it is stored.
    call.on('end', () => setImmediate(end));
  };

function requested([first, ...rest]: readonly streams.AppendReq[]): AppendRequest {
  const options = first!.getOptions()!;
  if (options.hasAny() || options.hasStreamExists()) throw new Error('An unchecked append has come in.');
  return {
    stream: nameOf(options.getStreamIdentifier()!),
    expected: options.hasNoStream() ? 'none' : BigInt(options.getRevision()),
    events: rest.map((message) => proposed(message.getProposedMessage()!)),
  };
}

/** An event as both calls carry it. */
export function proposed(message: streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage): Proposed {
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type')!,
    contentType: message.getMetadataMap().get('content-type')!,
    data: message.getData_asB64(),
    metadata: message.getCustomMetadata_asB64(),
  };
}

function settle(stream: string, outcome: Outcome, answer: Reply): void {
  if (outcome.kind === 'failed') answer(outcome.error);
  else if (outcome.kind === 'closed') answer(failure(grpc.status.CANCELLED, 'The stream was closed'));
  else if (outcome.kind === 'answered') {
    const said = answered(stream, outcome);
    if (said instanceof Error) answer(said);
    else answer(null, said);
  }
}

function answered(stream: string, { verdict, withPosition }: Extract<Outcome, { kind: 'answered' }>): streams.AppendResp | Error {
  switch (verdict.kind) {
    case 'written':
    case 'repeated':
      return success(verdict.revision, withPosition ? verdict.position : undefined);
    case 'wrong version':
      return wrongVersion(verdict.actual);
    case 'deleted':
      return streamDeleted(stream);
    case 'too large':
      return failure(grpc.status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', {
        exception: 'maximum-append-size-exceeded',
        'maximum-append-size': String(MAX_APPEND_SIZE),
      });
  }
}

function success(revision: bigint, position: bigint | undefined): streams.AppendResp {
  const said = new streams.AppendResp.Success().setCurrentRevision(String(revision));
  if (position === undefined) said.setNoPosition(new shared.Empty());
  else said.setPosition(new streams.AppendResp.Position().setCommitPosition(String(position)).setPreparePosition(String(position)));
  return new streams.AppendResp().setSuccess(said);
}

function wrongVersion(actual: bigint | 'none'): streams.AppendResp {
  const said = new streams.AppendResp.WrongExpectedVersion();
  if (actual === 'none') said.setCurrentNoStream(new shared.Empty());
  else said.setCurrentRevision(String(actual));
  return new streams.AppendResp().setWrongExpectedVersion(said);
}
