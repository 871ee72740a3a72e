import { setImmediate } from 'node:timers/promises';
import { decode } from '../codec.js';
import type { EventStore, Recorded } from '../event-store.js';
import { AUDIT_LOG, AUDIT_LOG_VERSION, AuditLog } from './audit-log.js';
import type { Projection } from './projection.js';
import { ProjectionTable } from './projection-table.js';
import type { ReadDatabase } from './read-database.js';
import type { ReadModels, Tables } from './tables.js';

/** How far a build has come: all up to `position` is in it. */
export type Progress = (done: Readonly<{ events: number; position: number }>) => void;

const PAGE = 4096;

/** A generation in the making: not seen by anybody until it is switched to. */
class Generation {
  readonly #number: number;
  readonly #log: AuditLog;
  readonly #tables: readonly ProjectionTable[];
  /** Rows to be folded anew once the audit log can be searched by stream. */
  readonly #later = new Map<ProjectionTable, Set<string>>();
  #position = 0;

  constructor(
    private readonly database: ReadDatabase,
    models: ReadModels,
  ) {
    this.#number = database.newGeneration();
    this.#log = AuditLog.create(database, this.#number, models.subjectsOf);
    this.#tables = models.projections.map((projection) => ProjectionTable.create(database, projection, this.#number));
    for (const table of this.#tables) this.#later.set(table, new Set());
  }

  get position(): number {
    return this.#position;
  }

  add(events: readonly Recorded[]): void {
    this.database.transaction(() => {
      const facts = events.map(decode);
      this.#log.add(events, facts);
      for (const table of this.#tables) table.write(table.fold(facts, this.#log, this.#later.get(table)));
      this.#position = Number(events.at(-1)?.position ?? this.#position);
    });
  }

  createIndexes(): void {
    this.#log.createIndexes();
    for (const table of this.#tables) table.createIndexes();
  }

  foldLate(): void {
    this.database.transaction(() => {
      for (const [table, streams] of this.#later) {
        table.write(table.foldAnew(streams, this.#log));
        streams.clear();
      }
    });
  }

  /** Puts this generation in the place of the one in use, unless that has come further meanwhile. */
  takeOver(): boolean {
    return this.database.transaction(() => {
      if ((this.database.built(AUDIT_LOG)?.position ?? 0) > this.#position) return false;
      const [generation, position] = [this.#number, this.#position];
      this.database.put({ name: AUDIT_LOG, version: AUDIT_LOG_VERSION, generation, position });
      for (const { projection } of this.#tables)
        this.database.put({ name: projection.name, version: projection.version, generation, position });
      for (const name of [AUDIT_LOG, ...this.#tables.map(({ projection }) => projection.name)]) this.database.dropOlder(name);
      return true;
    });
  }
}

/** Builds the whole read side from the event store, beside the one in use, then switches to it. */
export async function buildAll(
  store: EventStore,
  database: ReadDatabase,
  models: ReadModels,
  signal: AbortSignal,
  progress?: Progress,
): Promise<void> {
  const generation = new Generation(database, models);
  let events = 0;
  let indexed = false;
  for await (const batch of store.subscribe('start', signal)) {
    generation.add(batch.events);
    events += batch.events.length;
    progress?.({ events, position: generation.position });
    if (!batch.caughtUp) continue;
    if (!indexed) generation.createIndexes();
    indexed = true;
    generation.foldLate();
    if (generation.takeOver()) return;
  }
  signal.throwIfAborted();
}

/** Builds one projection from the audit log, beside the generation in use, then switches to it. */
export async function buildProjection(tables: Tables, projection: Projection, signal: AbortSignal): Promise<void> {
  const { database } = tables;
  const { name, version } = projection;
  const log = tables.auditLog();
  const table = ProjectionTable.create(database, projection, database.newGeneration());
  table.createIndexes();
  let position = 0;
  for (let full = true; full;) {
    signal.throwIfAborted();
    const facts = log.after(position, PAGE);
    position = Number(facts.at(-1)?.position ?? position);
    full = facts.length === PAGE;
    database.transaction(() => {
      table.write(table.fold(facts, log));
      if (full) return;
      database.put({ name, version, generation: table.generation, position });
      database.dropOlder(name);
    });
    await setImmediate();
  }
}
