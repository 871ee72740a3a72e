import { AUDIT_LOG, AUDIT_LOG_VERSION, AuditLog, type Relations } from './audit-log.js';
import type { Projection } from './projection.js';
import { ProjectionTable } from './projection-table.js';
import type { ReadDatabase } from './read-database.js';
import type { Built, ReadFile } from './read-file.js';
import { SearchIndex } from './search/search-index.js';

/** What the read side is made of. */
export type ReadModels = Relations & Readonly<{ projections: readonly Projection[] }>;

/** A table of the read side has not been built yet; it will be, soon. */
export class NotBuiltYet extends Error {}

/** The tables in use, in whatever file is in use. */
export class Tables {
  #of: ReadFile | undefined;
  #auditLog: AuditLog | undefined;
  #search: SearchIndex | undefined;
  readonly #projections = new Map<string, ProjectionTable>();
  readonly #remembered = new Map<symbol, unknown>();
  /** Tables that were found to be built: they stay so as long as the file is in use. */
  readonly #found = new Set<string>();

  constructor(
    readonly database: ReadDatabase,
    readonly models: ReadModels,
  ) {}

  get file(): ReadFile {
    return this.database.file;
  }

  /** @throws NotBuiltYet */
  auditLog(): AuditLog {
    this.#assertBuilt(AUDIT_LOG, AUDIT_LOG_VERSION);
    return (this.#auditLog ??= new AuditLog(this.file, this.models));
  }

  /** @throws NotBuiltYet */
  projection(projection: Projection): ProjectionTable {
    this.#assertBuilt(projection.name, projection.version);
    const known = this.#projections.get(projection.name);
    if (known) return known;
    const table = new ProjectionTable(this.file, projection, this.auditLog());
    this.#projections.set(projection.name, table);
    return table;
  }

  /**
   * What is found by its text, in all projections: each of them brings its own rows up to date in it.
   * @throws NotBuiltYet
   */
  search(): SearchIndex {
    this.#assertBuilt(AUDIT_LOG, AUDIT_LOG_VERSION);
    for (const { name, version } of this.models.projections) this.#assertBuilt(name, version);
    return (this.#search ??= new SearchIndex(this.file));
  }

  /** What was worked out of the tables and is kept in memory; made anew when another file is in use. */
  remembered<T>(key: symbol, make: () => T): T {
    this.#followFile();
    if (!this.#remembered.has(key)) this.#remembered.set(key, make());
    return this.#remembered.get(key) as T;
  }

  /** Where a table stands, if it is of the present version. */
  built(name: string): Built | undefined {
    const version = name === AUDIT_LOG ? AUDIT_LOG_VERSION : this.models.projections.find((each) => each.name === name)?.version;
    const built = this.file.built(name);
    return built?.version === version ? built : undefined;
  }

  /** The position up to which facts have come in: some tables may not reflect it yet. */
  end(): bigint {
    return BigInt(Math.max(0, this.built(AUDIT_LOG)?.position ?? 0));
  }

  /** The position that all tables reflect. */
  position(): bigint {
    const names = [AUDIT_LOG, ...this.models.projections.map(({ name }) => name)];
    return BigInt(Math.max(0, Math.min(...names.map((name) => this.built(name)?.position ?? 0))));
  }

  /** Forgets what was remembered of the file: a transaction has failed, or another file is in use. */
  forget(): void {
    this.#auditLog = undefined;
    this.#search = undefined;
    this.#projections.clear();
    this.#remembered.clear();
    this.#found.clear();
  }

  #followFile(): void {
    if (this.#of !== this.file) this.forget();
    this.#of = this.file;
  }

  #assertBuilt(name: string, version: number): void {
    this.#followFile();
    if (this.#found.has(name)) return;
    if (this.file.built(name)?.version !== version) throw new NotBuiltYet(`${name} is being built.`);
    this.#found.add(name);
  }
}
