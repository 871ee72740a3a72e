import { AUDIT_LOG, AUDIT_LOG_VERSION, AuditLog, type SubjectsOf } from './audit-log.js';
import type { Projection } from './projection.js';
import { ProjectionTable } from './projection-table.js';
import type { ReadDatabase } from './read-database.js';

/** What the read side is made of. */
export type ReadModels = Readonly<{ projections: readonly Projection[]; subjectsOf: SubjectsOf }>;

/** A table of the read side has not been built yet; it will be, soon. */
export class NotBuiltYet extends Error {}

/** The tables in use. Another process may have put new generations in their place: each look finds the present one. */
export class Tables {
  #auditLog: AuditLog | undefined;
  readonly #projections = new Map<string, ProjectionTable>();

  constructor(
    readonly database: ReadDatabase,
    readonly models: ReadModels,
  ) {}

  /** @throws NotBuiltYet */
  auditLog(): AuditLog {
    const generation = this.#generation(AUDIT_LOG, AUDIT_LOG_VERSION);
    if (this.#auditLog?.generation !== generation) this.#auditLog = new AuditLog(this.database, generation, this.models.subjectsOf);
    return this.#auditLog;
  }

  /** @throws NotBuiltYet */
  projection(projection: Projection): ProjectionTable {
    const { name, version } = projection;
    const generation = this.#generation(name, version);
    const known = this.#projections.get(name);
    if (known?.generation === generation) return known;
    const table = new ProjectionTable(this.database, projection, generation);
    this.#projections.set(name, table);
    return table;
  }

  isBuilt(name: string, version: number): boolean {
    return this.database.built(name)?.version === version;
  }

  /** What tables remember of rows may be wrong after a transaction that failed. */
  forget(): void {
    this.#auditLog = undefined;
    this.#projections.clear();
  }

  #generation(name: string, version: number): number {
    const built = this.database.built(name);
    if (built?.version !== version) throw new NotBuiltYet(`${name} is being built.`);
    return built.generation;
  }
}
