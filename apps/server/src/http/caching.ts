import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fresh from 'fresh';
import { isPast } from './dates.js';

/** An answer that will never be another one. */
export const FOR_GOOD = 'public, max-age=31536000, immutable';

type Pinning = Readonly<{ asOf?: string; upTo?: string; cursor?: string }>;

/**
 * Whether the same question will always have the same answer: it names the position of the log, itself or in its cursor,
 * and speaks of a date that is past, unless what it shows does not depend on the date at all.
 */
export function isForGood(query: unknown, timeless: boolean): boolean {
  const { asOf, upTo, cursor } = query as Pinning;
  return (upTo !== undefined || cursor !== undefined) && (timeless || (asOf !== undefined && isPast(asOf)));
}

const isRead = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD';

const digestOf = (body: string | Buffer): string => createHash('sha256').update(body).digest('hex').slice(0, 32);

/** Two answers with the same tag are the same, byte for byte. Where there is a revision, it stands before the digest. */
function tagged(reply: FastifyReply, body: string | Buffer): string {
  const [, revision] = /^"(\d+)"$/.exec(String(reply.getHeader('etag'))) ?? [];
  return `"${revision === undefined ? '' : `${revision}-`}${digestOf(body)}"`;
}

/** An answer to a reader, or 304 without a body when the reader has it already. */
function answerTo(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  if (reply.getHeader('cache-control') === undefined) reply.header('cache-control', 'no-cache');
  if (reply.statusCode !== 200) return payload;
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) reply.header('etag', tagged(reply, payload));
  const etag = reply.getHeader('etag');
  // `Cache-Control: no-cache` is for caches in between; fetch sends it with every tag that a script gives.
  if (etag === undefined || !fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag })) return payload;
  reply.status(304).removeHeader('content-type').removeHeader('content-disposition');
  // Of HEAD, what is not sent is still measured: the length is that of the answer that GET gives.
  return request.method === 'HEAD' ? payload : null;
}

/** Has every answer say how long it holds, and answers nothing twice to those who have it (RFC 9110, RFC 9111). */
export function cacheAnswers(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const isForReader = isRead(request) && reply.statusCode < 400;
    if (!isForReader && request.method !== 'OPTIONS') reply.header('cache-control', 'no-store');
    done(null, isForReader ? answerTo(request, reply, payload) : payload);
  });
}
