import { rmSync } from 'node:fs';
import { decode } from '../codec.js';
import type { Batch, Recorded } from '../event-store.js';
import { AUDIT_LOG, AUDIT_LOG_VERSION, AuditLog } from './audit-log.js';
import { FileWriter, type RowsByTable } from './file-writer.js';
import { foldedRow, holds, ProjectionTable, putSql, rowValues } from './projection-table.js';
import type { ReadDatabase } from './read-database.js';
import { ReadFile } from './read-file.js';
import { StreamsInTheMaking, type WholeStream } from './streams-in-the-making.js';
import type { ReadModels } from './tables.js';

/** How far a build has come: all up to `position` is in it. */
export type Progress = (done: Readonly<{ events: number; position: number }>) => void;

/** A file in the making. This thread reads, parses and folds; another one keeps the audit log and writes. */
class Making {
  readonly #writer: FileWriter;
  readonly #streams = new StreamsInTheMaking();
  #position = 0;

  constructor(
    private readonly path: string,
    private readonly models: ReadModels,
  ) {
    const file = new ReadFile(path, true);
    AuditLog.create(file);
    for (const projection of models.projections) ProjectionTable.create(file, projection);
    file.close();
    this.#writer = new FileWriter({ path, subjects: models.subjects, statements: models.projections.map(putSql) });
  }

  async add(events: readonly Recorded[]): Promise<void> {
    await this.#writer.write(events, this.#rowsOf(this.#streams.take(events)));
    this.#position = Number(events.at(-1)?.position ?? this.#position);
  }

  /** Writes what is left. After it, the file is like any other. */
  async finish(): Promise<void> {
    await this.#writer.write([], this.#rowsOf(this.#streams.rest()));
    await this.#writer.end();
    const file = new ReadFile(this.path);
    const log = new AuditLog(file, this.models.subjects);
    file.transaction(() => {
      for (const projection of this.models.projections) new ProjectionTable(file, projection, log).foldAnew(this.#streams.cameBack);
      const tables = [{ name: AUDIT_LOG, version: AUDIT_LOG_VERSION }, ...this.models.projections];
      for (const { name, version } of tables) file.put({ name, version, position: this.#position });
    });
    file.close();
  }

  async abandon(): Promise<void> {
    await this.#writer.abandon();
    rmSync(this.path, { force: true });
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

/**
 * Builds the whole read side from a log, beside the file in use, then switches to it.
 * @param log all events in order, up to a batch that says it has caught up
 */
export async function buildAll(log: AsyncIterable<Batch>, database: ReadDatabase, models: ReadModels, progress?: Progress): Promise<void> {
  const path = database.newPath();
  const making = new Making(path, models);
  try {
    let events = 0;
    for await (const batch of log) {
      await making.add(batch.events);
      events += batch.events.length;
      progress?.({ events, position: Number(batch.events.at(-1)?.position ?? 0) });
      if (batch.caughtUp) break;
    }
    await making.finish();
  } catch (error) {
    await making.abandon();
    throw error;
  }
  database.use(path);
}
