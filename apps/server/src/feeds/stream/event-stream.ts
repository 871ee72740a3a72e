import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import { InvalidInput } from '#event-sourcing';

/** Anybody may read, and nobody in between may keep anything or hold it back. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'access-control-allow-origin': '*',
} as const;

/**
 * Begins an answer that is a stream of events, and gives the socket to write them to. It ends with its connection, so
 * nothing has to be wrapped in chunks, and the same bytes go to all readers.
 */
export function beginEventStream(reply: FastifyReply): Socket {
  const { raw } = reply;
  const { socket } = raw;
  if (!socket) throw new InvalidInput([{ pointer: '', detail: 'a stream is asked for on a connection of its own' }]);
  reply.headers({ ...HEADERS, connection: 'close' }).hijack();
  for (const [name, value = ''] of Object.entries(reply.getHeaders())) raw.setHeader(name, value);
  raw.removeHeader('transfer-encoding');
  raw.writeHead(200);
  raw.flushHeaders();
  return socket;
}

/** What HEAD is told: the headers alone. */
export function describeEventStream(reply: FastifyReply): void {
  void reply.headers(HEADERS).send();
}
