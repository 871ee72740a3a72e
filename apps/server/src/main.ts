import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createServer } from './server.js';
import { settings } from './settings.js';

/** What a person can do about a server that does not start. */
function advice({ code, message, port }: NodeJS.ErrnoException & { port?: number }): string {
  if (code === 'EADDRINUSE' && port !== undefined) return `Port ${port} is in use. Give another one: PORT=${port + 1}`;
  if (code === 'EACCES') return `${message}. Give a port from 1024 on: PORT=3000`;
  return message;
}

let app: NestFastifyApplication | undefined;
try {
  const told = settings(process.env);
  const log = pino({ level: told.logLevel });
  app = await createServer(told, log);
  await app.listen(told.port, told.host);
  log.info({ address: await app.getUrl(), eventStore: told.eventStoreUrl.replace(/\/\/[^@/]*@/, '//') }, 'The tracker is listening.');
} catch (error) {
  process.stderr.write(`The tracker cannot start: ${advice(error as NodeJS.ErrnoException)}\n`);
  process.exitCode = 1;
  await app?.close();
}
