import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Context, InvalidInput, utf8Of } from '#event-sourcing';

const header = ({ headers }: FastifyRequest, name: string): string | undefined => {
  const value = headers[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

const VISIBLE = /^[\p{L}\p{N}\p{P}\p{S} ]{1,200}$/u;

/** Text of a header, which HTTP hands over byte by byte, as the UTF-8 that browsers and scripts send. */
function textOf(request: FastifyRequest, name: string): string | undefined {
  const value = header(request, name);
  if (value === undefined) return undefined;
  const text = utf8Of(Buffer.from(value, 'latin1'));
  if (text === undefined || !VISIBLE.test(text))
    throw new InvalidInput([{ pointer: '', detail: `the header ${name} must be up to 200 visible characters in UTF-8` }]);
  return text;
}

/**
 * `If-Match: "3"` says that the decision was made on revision 3, and so does the tag of an answer that showed it, `"3-…"`.
 * Servers in between may have made `W/"3"` of it.
 */
function ifMatch(request: FastifyRequest): bigint | undefined {
  const value = header(request, 'if-match');
  if (value === undefined || value === '*') return undefined;
  const [, revision] = /^(?:W\/)?"(\d{1,18})(?:-[\da-f]{32})?"$/.exec(value) ?? [];
  if (revision === undefined)
    throw new InvalidInput([{ pointer: '', detail: 'the header if-match must be one entity tag as it was given, such as "3"' }]);
  return BigInt(revision);
}

/**
 * Who a request speaks for. There is no sign-in yet: `X-Actor` is what the client says of itself, and is recorded as such.
 */
export const contextOf = (request: FastifyRequest): Context => ({
  actor: textOf(request, 'x-actor') ?? 'not identified',
  via: 'http',
  correlationId: textOf(request, 'x-correlation-id') ?? request.id,
  causationId: request.id,
  ifMatch: ifMatch(request),
});

/** A new id for a request. */
export const requestId = (): string => randomUUID();
