import { rmSync } from 'node:fs';
import { decode } from '../codec.js';
import type { Batch } from '../event-store.js';
import { AUDIT_LOG, AUDIT_LOG_VERSION, AuditLog } from './audit-log.js';
import { FileWriter, type RowsByTable } from './file-writer.js';
import { foldedRow, FoldFailed, holds, ProjectionTable, putSql, type Row, rowValues, tellingOf } from './projection-table.js';
import type { ReadDatabase } from './read-database.js';
import type { Projection } from './projection.js';
import { ReadFile } from './read-file.js';
import { documentValues, SEARCH_SQL, SearchDocuments, spanValues } from './search/documents.js';
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
  /** Projections that failed. They are left empty, to stop at the fact at which they fail, and say so, when they follow. */
  readonly #failed = new Set<Projection>();

  constructor(
    private readonly path: string,
    private readonly models: ReadModels,
  ) {
    this.#writer = new FileWriter({
      path,
      relations: { subjects: models.subjects, mentions: models.mentions },
      statements: [...models.projections.map(putSql), ...SEARCH_SQL],
    });
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
    for (const name of [this.path, `${this.path}-wal`, `${this.path}-shm`]) rmSync(name, { force: true });
  }

  /** After it, the file is like any other. */
  #finish(position: number): void {
    const file = new ReadFile(this.path);
    try {
      file.transaction(() => {
        const log = new AuditLog(file, this.models);
        file.put({ name: AUDIT_LOG, version: AUDIT_LOG_VERSION, position });
        for (const projection of this.models.projections) this.#finishRows(file, projection, log, position);
        SearchDocuments.fill(file);
      });
    } finally {
      file.close();
    }
  }

  #finishRows(file: ReadFile, projection: Projection, log: AuditLog, position: number): void {
    const { name, version } = projection;
    this.#trying(projection, () => new ProjectionTable(file, projection, log).foldAnew(this.#streams.cameBack));
    if (this.#failed.has(projection)) this.#empty(file, projection);
    ProjectionTable.createIndexes(file, projection);
    file.put({ name, version, position: this.#failed.has(projection) ? 0 : position });
  }

  #empty(file: ReadFile, projection: Projection): void {
    ProjectionTable.create(file, projection);
    if (projection.findables) new SearchDocuments(file).clear(projection.findables);
  }

  #trying<T>(projection: Projection, work: () => T): T | undefined {
    if (this.#failed.has(projection)) return undefined;
    try {
      return work();
    } catch (error) {
      if (!(error instanceof FoldFailed)) throw error;
      this.#failed.add(projection);
      return undefined;
    }
  }

  /** The rows of whole streams, for each table, and what they tell those who search. */
  #rowsOf(streams: Iterable<WholeStream>): RowsByTable {
    const rows = [...this.models.projections, ...SEARCH_SQL].map((): (readonly unknown[])[] => []);
    for (const [stream, events] of streams) {
      for (const [table, projection] of this.models.projections.entries()) {
        const row = holds(projection, stream) ? this.#trying(projection, () => foldedRow(projection, events.map(decode))) : undefined;
        if (!row) continue;
        rows[table]!.push(rowValues(projection, stream, row));
        if (projection.findables) this.#tell(rows.slice(-SEARCH_SQL.length), projection, stream, row);
      }
    }
    return rows;
  }

  #tell([spans, documents]: readonly (readonly unknown[])[][], projection: Projection, stream: string, row: Row): void {
    spans!.push(spanValues(stream, row.span));
    for (const found of tellingOf(projection, stream, row).findables) documents!.push(documentValues(stream, found));
  }
}

function createAll(file: ReadFile, { projections }: ReadModels): void {
  for (const projection of projections) ProjectionTable.create(file, projection);
  SearchDocuments.create(
    file,
    projections.map(({ findables }) => findables),
  );
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
  createAll(file, models);
  file.close();
  await make(database, path, models, { log, isKept: false, progress });
}

/** Builds the rows of all projections anew from the audit log, in a copy of the file in use, then switches to that. */
export async function buildProjections(database: ReadDatabase, models: ReadModels, progress?: Progress): Promise<void> {
  const log = new AuditLog(database.file, models);
  const path = database.newPath();
  await database.file.db.backup(path);
  const copy = new ReadFile(path, true);
  // The file in use may be added to meanwhile. What is not in the copy comes into it later, from the store.
  const { position } = copy.built(AUDIT_LOG)!;
  createAll(copy, models);
  copy.close();
  await make(database, path, models, { log: log.events(position), isKept: true, progress });
}
