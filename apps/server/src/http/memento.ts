import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, of, tap } from 'rxjs';
import { InvalidInput, Query } from '#event-sourcing';
import { httpDate, instantOf, isPast } from './dates.js';
import { addressWith, addTo, link } from './links.js';

type Fields = Readonly<Record<string, string | undefined>>;

const queryOf = ({ query }: FastifyRequest): Fields => query as Fields;

/** What fixes the state that is shown: where one of them is given, that is what is shown. */
const FIXING = ['asOf', 'knownAt', 'upTo', 'cursor'] as const;

/** Whether the input of a route is a question, which takes the two dates. */
function isQuestion(context: ExecutionContext): boolean {
  const prototype = context.getClass().prototype as object;
  const [Input] = (Reflect.getMetadata('design:paramtypes', prototype, context.getHandler().name) ?? []) as { prototype: unknown }[];
  return Input?.prototype instanceof Query;
}

/** The address of the state now, at which any other state can be asked for. */
const originalOf = ({ url }: FastifyRequest): string =>
  link(addressWith(url, Object.fromEntries(FIXING.map((field) => [field, undefined]))), 'original timegate');

/** `Accept-Datetime` as an instant. What lies ahead cannot be asked for: the latest state is that of now. */
function wanted({ headers }: FastifyRequest): string | undefined {
  const text = headers['accept-datetime'];
  if (text === undefined) return undefined;
  const instant = typeof text === 'string' ? instantOf(text) : undefined;
  if (instant === undefined) {
    const detail = 'the header accept-datetime must be a date such as Thu, 01 Sep 2016 12:00:00 GMT';
    throw new InvalidInput([{ pointer: '', detail }]);
  }
  const second = Math.floor(Math.min(instant, Date.now()) / 1000) * 1000;
  return new Date(second).toISOString().replace('.000Z', 'Z');
}

/**
 * What a state of the past says of itself. Its date is the one it speaks of, `asOf`: who asks for a date asks how things
 * stood then; `knownAt` only bounds what may be known of it, and stands in where it is alone. A date that is not over
 * names no state yet.
 */
function describe(request: FastifyRequest, reply: FastifyReply): void {
  const { asOf, knownAt } = queryOf(request);
  const date = [asOf, knownAt].find((each) => each?.trim())?.trim();
  if (date === undefined) return;
  addTo(reply, 'link', [originalOf(request)]);
  const instant = httpDate(date);
  if (instant !== undefined && isPast(date)) reply.header('memento-datetime', instant);
}

/** Each address is the time gate of its own past (RFC 7089, pattern 1.1): `Accept-Datetime` leads to the state at an instant. */
export class Memento implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (!isQuestion(context)) return next.handle();
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    addTo(reply, 'vary', ['Accept-Datetime']);
    const given = queryOf(request);
    const date = FIXING.some((field) => given[field]) ? undefined : wanted(request);
    if (date === undefined) return next.handle().pipe(tap(() => describe(request, reply)));
    addTo(reply, 'link', [originalOf(request)]);
    reply.status(302).header('location', addressWith(request.url, { asOf: date, knownAt: date }));
    return of(undefined);
  }
}
