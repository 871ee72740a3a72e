import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Outcome } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { FOR_GOOD, isForGood } from './caching.js';
import type { ListFile } from './files/list-file.js';
import { addTo, LICENSE, linksOf } from './links.js';

/** What a command is answered with. */
export type Acknowledged = Readonly<{ changed: boolean; factIds: readonly string[]; revision: string; position: string }>;

const tag = (revision: bigint): string => `"${revision}"`;

/** The body of an answer, the position that it reflects, the revision of what it shows, where it leads, and whether it stays. */
function answer(
  { url, query }: FastifyRequest,
  reply: FastifyReply,
  { body, position, revision, timeless = false, list }: Answered,
): unknown {
  if (list !== undefined) addTo(reply, 'vary', ['Accept']);
  reply.header('x-log-position', String(position));
  if (revision !== undefined) reply.header('etag', tag(revision));
  if (isForGood(query, timeless)) reply.header('cache-control', FOR_GOOD);
  addTo(reply, 'link', linksOf(url, body, position));
  return body;
}

/** A list as a file, under a name that tells what it is. */
function file(request: FastifyRequest, reply: FastifyReply, { file, mediaType, fileName, ...answered }: ListFile): unknown {
  answer(request, reply, answered);
  addTo(reply, 'link', [LICENSE]);
  reply.type(mediaType).header('content-disposition', `attachment; filename="${fileName}"`);
  return file;
}

/** What a command has come to: 201 when something was recorded, 200 when there was nothing to record. */
export function report(reply: FastifyReply, { changed, factIds, revision, position }: Outcome): Acknowledged {
  reply
    .status(changed ? 201 : 200)
    .header('x-log-position', String(position))
    .header('etag', tag(revision));
  const [first] = factIds;
  if (first !== undefined) reply.header('location', `/v1/facts/${first}`);
  return { changed, factIds, revision: String(revision), position: String(position) };
}

/** Makes HTTP answers of what questions are answered with. */
export class Answers implements NestInterceptor<Answered | ListFile> {
  intercept(context: ExecutionContext, next: CallHandler<Answered | ListFile>): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    return next.handle().pipe(map((result) => ('file' in result ? file(request, reply, result) : answer(request, reply, result))));
  }
}
