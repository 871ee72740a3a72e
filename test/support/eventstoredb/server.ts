import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import grpc from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { batchAppend } from './batch-append.js';
import { failure, type Node } from './node.js';
import { plainAppend } from './plain-append.js';
import { read } from './read.js';

const LOOPBACK = '127.0.0.1';
const STREAMS = 'event_store.client.streams.streams';
const METHODS: readonly [name: string, features: string[]][] = [
  ['read', ['position', 'events']],
  ['append', []],
  ['delete', []],
  ['tombstone', []],
  ['batchappend', ['deadline_duration']],
];

/** Opens a member on a port; gives whether the port could be had. */
export async function listen(node: Node, members: () => readonly Member[], port: number): Promise<boolean> {
  const server = new grpc.Server();
  server.addService(StreamsService, { read: read(node), append: plainAppend(node), batchAppend: batchAppend(node), ...NOT_TAKEN });
  server.addService(ServerFeaturesService, { getSupportedMethods: answering(node, 'features', supportedMethods) });
  server.addService(GossipService, { read: answering(node, 'gossip', () => clusterInfo(members())) });
  return new Promise((resolve) =>
    server.bindAsync(`${LOOPBACK}:${port}`, grpc.ServerCredentials.createInsecure(), (error) => resolve(!error)),
  );
}

export type Member = Readonly<{ port: number; leads: boolean }>;

type Unary<Answer> = (call: unknown, reply: grpc.sendUnaryData<Answer>) => void;

const refused: Unary<never> = (_, reply) => reply(failure(grpc.status.UNIMPLEMENTED, 'The double deletes by command only.'));
const NOT_TAKEN = { delete: refused, tombstone: refused };

const answering =
  <Answer>({ counters, faults }: Node, call: 'features' | 'gossip', answer: () => Answer): Unary<Answer> =>
  (_, reply) => {
    counters.received[call] += 1;
    const fault = faults.next(call);
    if (fault?.kind === 'gets no answer') return;
    if (fault?.kind === 'fails') reply(failure(fault.code, fault.details, fault.trailers));
    else reply(null, answer());
  };

function supportedMethods(): features.SupportedMethods {
  const methods = METHODS.map(([name, list]) =>
    new features.SupportedMethod().setServiceName(STREAMS).setMethodName(name).setFeaturesList(list),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('24.10.9').setMethodsList(methods);
}

function clusterInfo(members: readonly Member[]): gossip.ClusterInfo {
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  const list = members.map(({ port, leads }) =>
    new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString(randomUUID()))
      .setState(leads ? LEADER : FOLLOWER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress(LOOPBACK).setPort(port)),
  );
  return new gossip.ClusterInfo().setMembersList(list);
}
