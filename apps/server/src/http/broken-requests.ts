import type { Socket } from 'node:net';
import type { FastifyError, FastifyHttpOptions, FastifyReply, FastifyRequest } from 'fastify';
import { tellMore } from './headers.js';
import { problem, problemOf } from './problem.js';

/** What breaks off before it is a request at all. The connection cannot be understood any further. */
function answerBroken({ code }: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy();
  const details = problem('invalid-input', 'this is not HTTP, or its headers are too large');
  const body = JSON.stringify(details);
  const head = [
    `HTTP/1.1 ${details.status} Bad Request`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** What does not come as far as a route, and so not to the filter of problems, is answered in the same way. */
export const brokenRequests = {
  clientErrorHandler: answerBroken,
  frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    tellMore(request, reply);
    const details = problemOf(error);
    void reply.status(details.status).type('application/problem+json').send(JSON.stringify(details));
  },
} satisfies Partial<FastifyHttpOptions<never>>;
