import { rmSync } from 'node:fs';
import { decode } from '../codec.js';
import type { Batch } from '../event-store.js';
import { AUDIT_LOG, AUDIT_LOG_VERSION, AuditLog } from './audit-log.js';
import { FileWriter, type RowsByTable } from './file-writer.js';
import { foldedRow, holds, ProjectionTable, putSql, rowValues } from './projection-table.js';
import type { ReadDatabase } from './read-database.js';
import { ReadFile } from './read-file.js';
import { StreamsInTheMaking, type WholeStream } from './streams-in-the-making.js';
import type { ReadModels } from './tables.js';

/** How far a build has come: all up to `position` is in it. */
export type Progress = (done: Readonly<{ events: number; position: number }>) => void;

type Sources = Readonly<{
  /** All events in order, up to a batch that says it has caught up. */
  log: AsyncIterable<Batch>;
  /** Whether they are to be kept in the audit log too, or are there already. */
  isKept: boolean;
  progress: Progress | undefined;
}>;

/** A file in the making. This thread reads, parses and folds; another one keeps the audit log and writes. */
class Making {
  readonly #writer: FileWriter;
  readonly #streams = new StreamsInTheMaking();

  constructor(
    private readonly path: string,
    private readonly models: ReadModels,
  ) {
    this.#writer = new FileWriter({ path, subjects: models.subjects, statements: models.projections.map(putSql) });
  }

  async from({ log, isKept, progress }: Sources): Promise<void> {
    let [events, position] = [0, 0];
    for await (const batch of log) {
      await this.#writer.write(isKept ? [] : batch.events, this.#rowsOf(this.#streams.take(batch.events)));
      events += batch.events.length;
      position = Number(batch.events.at(-1)?.position ?? position);
      progress?.({ events, position });
      if (batch.caughtUp) break;
    }
    await this.#writer.write([], this.#rowsOf(this.#streams.rest()));
    await this.#writer.end();
    this.#finish(position);
  }

  async abandon(): Promise<void> {
    await this.#writer.abandon();
    rmSync(this.path, { force: true });
  }

  /** After it, the file is like any other. */
  #finish(position: number): void {
    const file = new ReadFile(this.path);
    file.transaction(() => {
      const log = new AuditLog(file, this.models.subjects);
      for (const projection of this.models.projections) new ProjectionTable(file, projection, log).foldAnew(this.#streams.cameBack);
      const tables = [{ name: AUDIT_LOG, version: AUDIT_LOG_VERSION }, ...this.models.projections];
      for (const { name, version } of tables) file.put({ name, version, position });
    });
    file.close();
  }

  /** The rows of whole streams, for each table. */
  #rowsOf(streams: Iterable<WholeStream>): RowsByTable {
    const rows = this.models.projections.map((): (readonly unknown[])[] => []);
    for (const [stream, events] of streams) {
      for (const [table, projection] of this.models.projections.entries()) {
        const row = holds(projection, stream) ? foldedRow(projection, events.map(decode)) : undefined;
        if (row) rows[table]!.push(rowValues(projection, stream, row));
      }
    }
    return rows;
  }
}

async function make(database: ReadDatabase, path: string, models: ReadModels, sources: Sources): Promise<void> {
  const making = new Making(path, models);
  try {
    await making.from(sources);
  } catch (error) {
    await making.abandon();
    throw error;
  }
  database.use(path);
}

/**
 * Builds the whole read side from a log, beside the file in use, then switches to it.
 * @param log all events in order, up to a batch that says it has caught up
 */
export async function buildAll(log: AsyncIterable<Batch>, database: ReadDatabase, models: ReadModels, progress?: Progress): Promise<void> {
  const path = database.newPath();
  const file = new ReadFile(path, true);
  AuditLog.create(file);
  for (const projection of models.projections) ProjectionTable.create(file, projection);
  file.close();
  await make(database, path, models, { log, isKept: false, progress });
}

/** Builds the rows of all projections anew from the audit log, in a copy of the file in use, then switches to that. */
export async function buildProjections(database: ReadDatabase, models: ReadModels, progress?: Progress): Promise<void> {
  const log = new AuditLog(database.file, models.subjects).events();
  const path = database.newPath();
  await database.file.db.backup(path);
  const copy = new ReadFile(path, true);
  for (const projection of models.projections) ProjectionTable.create(copy, projection);
  copy.close();
  await make(database, path, models, { log, isKept: true, progress });
}
