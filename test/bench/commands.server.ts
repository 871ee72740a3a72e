import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createServer, settings } from '../../apps/server/src/server.js';
import { Executor } from '../../libs/event-sourcing/src/index.js';
import { Projector } from '../../libs/event-sourcing/src/projections/index.js';
import { type PlainServer, plainServer } from './plain-server.js';

// A server of `commands.ts` in a process of its own. It says at which port it listens, and when asked, once all that
// follows from its answers is done, how much processor time it has used.

export type Kind = 'ours' | PlainServer;

const WAIT = 60_000;

async function ours(folder: string): Promise<NestFastifyApplication> {
  const told = settings({ EVENT_STORE_URL: `file:${join(folder, 'ours.db')}`, READ_FOLDER: join(folder, 'read'), LOG_LEVEL: 'silent' });
  return createServer(told, pino({ level: told.logLevel }));
}

/** Until the read side shows all that was recorded. */
async function settled(app: NestFastifyApplication): Promise<void> {
  if (await app.get(Projector).reached(app.get(Executor).lastPosition, WAIT)) return;
  throw new Error('The read side does not come after the store.');
}

async function processorTime(): Promise<number> {
  if (kind === 'ours') await settled(app);
  const { user, system } = process.cpuUsage();
  return user + system;
}

const [kind, folder] = process.argv.slice(2) as [Kind, string];
const app = kind === 'ours' ? await ours(folder) : await plainServer(kind, join(folder, `${kind}.db`));
await app.listen(0, '127.0.0.1');
process.on('message', () => void processorTime().then((time) => process.send!(time)));
process.once('disconnect', () => void app.close().then(() => process.exit()));
process.send!((app.getHttpServer().address() as AddressInfo).port);
