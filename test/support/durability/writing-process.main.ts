import { join } from 'node:path';
import { Executor } from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import { useCases } from '#workstreams';
import { TestReadSide } from '../read-side.js';
import { readModelsOf } from './read-models.js';
import { answer, type Request } from './requests.js';

// A process as a server is one: the store, the executor, and the read side that follows. It carries out what its parent asks,
// says so once it is done, and does not outlive it.

const [, , folder = '', version = '1'] = process.argv;
const store = new SqliteEventStore(join(folder, 'tracker.db'));
const executor = new Executor(store, useCases);
new TestReadSide(store, join(folder, 'read'), readModelsOf(Number(version)));

process.on('message', (request: Request) => void answer(executor, request).then((reply) => process.send!(reply)));
process.on('disconnect', () => process.exit());
