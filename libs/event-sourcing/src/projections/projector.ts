import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import type { Fact } from '../event.js';
import type { EventStore, Recorded } from '../event-store.js';
import { AUDIT_LOG, type AuditLog } from './audit-log.js';
import { buildAll, buildProjections, type Progress } from './build.js';
import type { Projection } from './projection.js';
import { FoldFailed, type ProjectionTable } from './projection-table.js';
import type { Tables } from './tables.js';
import { Waiters } from './waiters.js';

/** Where the projector tells what it does: pino, or anything like it. */
export type Log = Readonly<{ info: (message: string) => void; error: (message: string) => void }>;

export type ProjectorOptions = Readonly<{
  log: Log;
  progress?: Progress;
  /** Pause after a failure in milliseconds; it doubles up to the longest while the failure lasts. */
  firstPause?: number;
  longestPause?: number;
  /** How often a look is taken for a file that another process has built, in milliseconds. */
  lookForFile?: number;
}>;

/** Where one table of the read side stands, and why it stands still if it does. */
export type Standing = Readonly<{ name: string; position: number; failing: string | null }>;

const PAGE = 1000;
/**
 * While facts keep coming, a projection takes those of so many milliseconds together: each time costs a transaction. It
 * takes them at once where somebody waits for it, and after a time in which none came.
 */
const PACE = 50;

/**
 * Brings the read side after the event store and keeps it there: facts come into the audit log, and every projection
 * follows that at its own pace. Rows and the position that they reflect move in one transaction. What fails stops, says
 * so and tries again; it skips nothing, and the others go on without it.
 */
export class Projector {
  readonly #waiters = new Waiters();
  readonly #failures = new Map<string, string>();
  /** How many callers wait for tables to reach a position. */
  #awaited = 0;
  /** The facts that a projection took last: the others take the same. */
  #taken: Taken | undefined;
  /** Until then it may be of another store, whose positions mean nothing here. */
  #isVerified = false;
  readonly #firstPause: number;
  readonly #longestPause: number;
  readonly #lookForFile: number;

  constructor(
    private readonly store: EventStore,
    private readonly tables: Tables,
    private readonly options: ProjectorOptions,
  ) {
    this.#firstPause = options.firstPause ?? 500;
    this.#longestPause = options.longestPause ?? 30_000;
    this.#lookForFile = options.lookForFile ?? 1000;
  }

  /** Runs until `signal` aborts, through every failure of the store, the disk or a fold. */
  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#waiters.look(), { once: true });
    await this.#persistently(AUDIT_LOG, signal, async () => this.#prepare(signal));
    const copying = this.#persistently(AUDIT_LOG, signal, async () => this.#copy(signal));
    await Promise.all([copying, ...this.tables.models.projections.map(async (projection) => this.#follow(projection, signal))]);
  }

  /**
   * Resolves to true once the named tables, or all, reflect a position; to false when that takes longer than `timeout`
   * milliseconds. A writer waits here to read what it has written.
   */
  async reached(position: bigint, timeout: number, names = this.#names()): Promise<boolean> {
    const isReached = (): boolean => this.#isVerified && names.every((name) => this.#position(name) >= position);
    if (isReached()) return true;
    this.#awaited += 1;
    this.#waiters.look();
    try {
      return await this.#waiters.until(isReached, timeout);
    } finally {
      this.#awaited -= 1;
    }
  }

  /**
   * Resolves to true as soon as the audit log holds facts behind a position; to false when `signal` aborts first, or after
   * `timeout` milliseconds. Whoever passes facts on waits here for the next.
   */
  async movedBeyond(position: number, signal: AbortSignal, timeout?: number): Promise<boolean> {
    return this.#waiters.until(() => this.#isVerified && this.#position(AUDIT_LOG) > position, timeout, signal);
  }

  standing(): readonly Standing[] {
    return this.#names().map((name) => ({ name, position: this.#position(name), failing: this.#failures.get(name) ?? null }));
  }

  #names(): string[] {
    return [AUDIT_LOG, ...this.tables.models.projections.map(({ name }) => name)];
  }

  /** -1 before the table was first built. */
  #position(name: string): number {
    return this.tables.built(name)?.position ?? -1;
  }

  #isBehind(name: string): boolean {
    return this.#position(name) < this.#position(AUDIT_LOG);
  }

  /** Builds what is missing or of another version, and all when it was made of another store. */
  async #prepare(signal: AbortSignal): Promise<void> {
    const { database, models } = this.tables;
    const { log, progress } = this.options;
    if (this.tables.built(AUDIT_LOG)?.position === 0) {
      // What was built of nothing says nothing, and would look like an empty record while the store is away.
      database.useNothing();
    } else if (this.tables.built(AUDIT_LOG) && !(await this.#isOfThisStore())) {
      log.info('The read side was made of another event store. It is put aside.');
      database.useNothing();
    }
    this.#isVerified = true;
    const stale = models.projections.filter(({ name }) => !this.tables.built(name)).map(({ name }) => name);
    if (!this.tables.built(AUDIT_LOG)) {
      log.info('Building the read side from the event store.');
      await buildAll(this.store.subscribe('start', signal), database, models, progress);
    } else if (stale.length > 0) {
      log.info(`Building the read side from the audit log, for new versions of ${stale.join(', ')}.`);
      await buildProjections(database, models, progress);
    }
    this.#waiters.look();
  }

  /** Whether the audit log was made of this event store: another one would not know its last fact. */
  async #isOfThisStore(): Promise<boolean> {
    const position = this.#position(AUDIT_LOG);
    const [last] = this.tables.auditLog().after(position - 1, 1);
    if (!last) return false;
    return (await this.store.read(last.stream)).some(({ id, position: at }) => id === last.id && at === last.position);
  }

  async #copy(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.tables.database.refresh();
      const replaced = new AbortController();
      const look = setInterval(() => this.#isReplaced() && replaced.abort(), this.#lookForFile);
      try {
        this.tables.auditLog();
        const position = this.#position(AUDIT_LOG);
        const over = AbortSignal.any([signal, replaced.signal]);
        for await (const { events } of this.store.subscribe(position === 0 ? 'start' : BigInt(position), over)) {
          this.#add(events);
          this.#recovered(AUDIT_LOG);
          this.#waiters.look();
        }
        if (!over.aborted) throw new Error('The event store has ended the subscription.');
      } finally {
        clearInterval(look);
      }
    }
  }

  /** Whether to go over to another file. Where that cannot be told, going there says why. */
  #isReplaced(): boolean {
    try {
      return this.tables.database.isReplaced();
    } catch {
      return true;
    }
  }

  #add(events: readonly Recorded[]): void {
    const { file } = this.tables;
    file.transaction(() => {
      const built = file.built(AUDIT_LOG)!;
      const fresh = events.filter(({ position }) => position > built.position);
      if (fresh.length === 0) return;
      this.tables.auditLog().add(fresh);
      file.put({ ...built, position: Number(fresh.at(-1)!.position) });
    });
  }

  async #follow(projection: Projection, signal: AbortSignal): Promise<void> {
    const { name } = projection;
    await this.#persistently(name, signal, async () => {
      for (let due = 0; !signal.aborted;) {
        await this.#waiters.until(() => signal.aborted || this.#isBehind(name));
        await this.#waiters.until(() => signal.aborted || this.#awaited > 0 || performance.now() >= due, due - performance.now());
        due = performance.now() + PACE;
        if (this.#isBehind(name)) this.#advance(projection);
        this.#recovered(name);
        this.#waiters.look();
        await setImmediate();
      }
    });
  }

  /** Folds the next facts into a projection: all, or all up to one at which it fails. */
  #advance(projection: Projection): void {
    const { file } = this.tables;
    const failure = file.transaction(() => {
      const built = file.built(projection.name)!;
      const table = this.tables.projection(projection);
      const { facts, rows, failure } = foldUpToFailure(table, this.#after(built.position));
      table.write(rows);
      file.put({ ...built, position: Number(facts.at(-1)?.position ?? built.position) });
      return failure;
    });
    if (failure) throw failure;
  }

  /** The next facts behind a position. Projections mostly stand at the same one: then they are read and decoded once for all. */
  #after(position: number): readonly Fact[] {
    const log = this.tables.auditLog();
    const end = this.#position(AUDIT_LOG);
    const taken = this.#taken;
    if (taken?.log === log && taken.position === position && taken.end === end) return taken.facts;
    const facts = log.after(position, PAGE);
    this.#taken = { log, position, end, facts };
    return facts;
  }

  /** Does the work again after each failure, with growing pauses, until it succeeds or is no longer wanted. */
  async #persistently(name: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    for (let pause = this.#firstPause; !signal.aborted;) {
      try {
        await work();
        return;
      } catch (error) {
        pause = this.#failures.has(name) ? Math.min(pause * 2, this.#longestPause) : this.#firstPause;
        this.tables.forget();
        this.#failures.set(name, String(error));
        // It may have come a part of the way.
        this.#waiters.look();
        if (!isAbort(error)) this.options.log.error(`${name} stands still: ${String(error)} Trying again in ${pause} ms.`);
        await delay(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  #recovered(name: string): void {
    if (this.#failures.delete(name)) this.options.log.info(`${name} goes on.`);
  }
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

type Taken = Readonly<{ log: AuditLog; position: number; end: number; facts: readonly Fact[] }>;

type Folded = Readonly<{ facts: readonly Fact[]; rows: ReturnType<ProjectionTable['fold']>; failure?: FoldFailed }>;

function foldUpToFailure(table: ProjectionTable, facts: readonly Fact[]): Folded {
  try {
    return { facts, rows: table.fold(facts) };
  } catch (failure) {
    if (!(failure instanceof FoldFailed)) throw failure;
    const before = facts.filter(({ position }) => position < failure.position);
    // Another one may come to light before it: the first counts.
    return { failure, ...foldUpToFailure(table, before) };
  }
}
