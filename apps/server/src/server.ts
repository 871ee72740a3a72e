import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { brokenRequests } from './http/broken-requests.js';
import { cacheAnswers } from './http/caching.js';
import { headersOnAll } from './http/headers.js';
import { BODY_LIMIT, readJsonBodies } from './http/json-body.js';
import { Memento } from './http/memento.js';
import { letOthersRead } from './http/other-origins.js';
import { requestId } from './http/request-context.js';
import type { Settings } from './settings.js';

export { settings } from './settings.js';
export type { StreamSettings } from './feeds/stream/live-facts.js';

const OPTIONS = {
  ...brokenRequests,
  genReqId: requestId,
  bodyLimit: BODY_LIMIT,
  /** How long a request may take to arrive, in milliseconds. */
  requestTimeout: 60_000,
  forceCloseConnections: 'idle',
} as const;

/** The server, ready to listen. */
export async function createServer(settings: Settings, log: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(OPTIONS);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(settings, log), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  headersOnAll(fastify);
  cacheAnswers(fastify);
  readJsonBodies(fastify);
  letOthersRead(app);
  app.useGlobalInterceptors(new Memento());
  app.enableShutdownHooks();
  return app;
}
