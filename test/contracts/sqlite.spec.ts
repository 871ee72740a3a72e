import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { temporaryFolder } from '../support/files.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('SQLite', async () => {
  const file = join(temporaryFolder(), 'tracker.db');
  return { store: new SqliteEventStore(file), another: () => new SqliteEventStore(file) };
});
