import 'reflect-metadata';
import { pino } from 'pino';
import { createServer } from './server.js';
import { settings } from './settings.js';

/** What a person can do about a server that does not start. */
function advice(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use. Give another one: PORT=${port + 1}`;
  if (error.code === 'EACCES') return `Port ${port} is not allowed here. Give another one: PORT=3000`;
  return error.stack ?? error.message;
}

const told = settings(process.env);
const log = pino({ level: told.logLevel });
const app = await createServer(told, log);
try {
  await app.listen(told.port, told.host);
  log.info({ address: await app.getUrl(), eventStore: told.eventStoreUrl.replace(/\/\/[^@/]*@/, '//') }, 'The tracker is listening.');
} catch (error) {
  await app.close();
  process.stderr.write(`${advice(error as NodeJS.ErrnoException, told.port)}\n`);
  process.exitCode = 1;
}
