import 'reflect-metadata';
import { pino } from 'pino';
import { createServer } from './server.js';
import { settings } from './settings.js';

const told = settings(process.env);
const log = pino({ level: told.logLevel });
const app = await createServer(told, log);
await app.listen(told.port, told.host);
log.info({ address: await app.getUrl(), eventStore: told.eventStoreUrl.replace(/\/\/[^@/]*@/, '//') }, 'The tracker is listening.');
