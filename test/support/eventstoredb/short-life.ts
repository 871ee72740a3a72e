import { randomUUID } from 'node:crypto';
import { openEventStore } from '#event-store';

/** A process that uses the store in every way, closes it, and then has nothing more to do. */
const store = openEventStore(process.argv[2]!);
const stream = `call-${randomUUID()}`;
await store.append(stream, 'none', [{ id: randomUUID(), type: 'CallOpened', data: '{}', metadata: '{}' }]);
await store.read(stream);
const batches = store.subscribe('start', new AbortController().signal)[Symbol.asyncIterator]();
await batches.next();
const waiting = batches.next();
await store.close();
await waiting;
