import { parentPort, workerData } from 'node:worker_threads';
import type { Recorded } from '../event-store.js';
import { AuditLog } from './audit-log.js';
import type { SentEvent, WriterSetup, WriterWork } from './file-writer.js';
import { ReadFile } from './read-file.js';

// The thread behind `FileWriter`: each message is one transaction, and is answered once it is committed.

const { path, relations, statements: sql } = workerData as WriterSetup;
const file = new ReadFile(path, true);
const log = new AuditLog(file, relations, false);
const statements = sql.map((each) => file.db.prepare(each));

const received = ([position, stream, revision, id, type, data, metadata, recordedAt]: SentEvent): Recorded => ({
  position,
  stream,
  revision,
  id,
  type,
  data,
  metadata,
  recordedAt,
});

function work(given: WriterWork): void {
  if (given === 'end') {
    log.complete();
    return;
  }
  log.add(given.events.map(received));
  for (const [table, rows] of given.rows.entries()) for (const row of rows) statements[table]!.run(...row);
}

parentPort!.on('message', (given: WriterWork) => {
  file.transaction(() => work(given));
  parentPort!.postMessage('done');
  if (given !== 'end') return;
  file.close();
  parentPort!.close();
});
