import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { BODY_LIMIT, readJsonBodies } from './http/json-body.js';
import { RequestContext, requestId } from './http/request-context.js';
import type { Settings } from './settings.js';

/** The server, ready to listen. */
export async function createServer(settings: Settings, log: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ genReqId: requestId, bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(settings, log), adapter, { logger: false, bodyParser: false });
  readJsonBodies(app.getHttpAdapter().getInstance());
  app.useGlobalInterceptors(new RequestContext());
  app.enableShutdownHooks();
  return app;
}
