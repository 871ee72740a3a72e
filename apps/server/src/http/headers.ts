import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Pages load nothing from anywhere, run nothing and stand in nobody's frame. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What every answer says beside its content. */
export function tellMore({ id }: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'x-request-id': id,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
}

/** Has every answer say it, whatever becomes of the request. */
export function headersOnAll(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    tellMore(request, reply);
    done();
  });
}
