import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { page } from '../web/page.js';
import { ProblemPage } from '../web/problem.js';
import { problemOf } from './problem.js';

/** Pages are for people; everything below /v1 is for programs. */
const isForPeople = ({ url, headers }: FastifyRequest): boolean => !url.startsWith('/v1') && (headers.accept ?? '').includes('text/html');

/** Answers every error with problem details; logs those that are faults of ours. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { method, url, id } = request;
    const details = problemOf(error);
    if (details.status >= 500) this.log.error({ err: error, method, url, requestId: id }, details.title);
    const reply = http.getResponse<FastifyReply>();
    if (details.status === 503) reply.header('retry-after', '1');
    reply.status(details.status);
    if (isForPeople(request)) reply.type('text/html; charset=utf-8').send(page(details.title, <ProblemPage {...details} />));
    else reply.type('application/problem+json').send(details);
  }
}
