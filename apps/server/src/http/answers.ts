import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Outcome } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';

/** What a command is answered with. */
export type Recorded = Readonly<{ changed: boolean; factIds: readonly string[]; revision: string; position: string }>;

const tag = (revision: bigint): string => `"${revision}"`;

/** The body of an answer, the position that it reflects, and the revision of what it shows. */
function answer(reply: FastifyReply, { body, position, revision }: Answered): unknown {
  reply.header('x-log-position', String(position));
  if (revision !== undefined) reply.header('etag', tag(revision));
  return body;
}

/** 201 when something was recorded, 200 when there was nothing to record. */
function report(reply: FastifyReply, { changed, factIds, revision, position }: Outcome): Recorded {
  reply
    .status(changed ? 201 : 200)
    .header('x-log-position', String(position))
    .header('etag', tag(revision));
  const [first] = factIds;
  if (first !== undefined) reply.header('location', `/v1/facts/${first}`);
  return { changed, factIds, revision: String(revision), position: String(position) };
}

/** Makes HTTP answers of what the buses give. */
export class Answers implements NestInterceptor<Outcome | Answered> {
  intercept(context: ExecutionContext, next: CallHandler<Outcome | Answered>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((result) => ('changed' in result ? report(reply, result) : answer(reply, result))));
  }
}
