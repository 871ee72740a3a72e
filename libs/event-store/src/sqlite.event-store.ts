import Database from 'better-sqlite3';
import {
  type Appended,
  assertAppendable,
  type Batch,
  EventStore,
  type Expected,
  type NewEvent,
  type Recorded,
  StoreUnavailable,
  WrongExpectedRevision,
} from '#event-sourcing';
import { prepareSchema } from './sqlite.schema.js';

const PAGE = 4096;
const MOST_TIPS = 100_000;
/** How often a look is taken for what other processes wrote, in milliseconds. They are promised to be seen within 100. */
const POLL = 25;

type Tip = { readonly key: number; revision: number };
type Row = [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  data: string,
  metadata: string,
  recordedAt: number,
];
type Append = Readonly<{ stream: string; expected: Expected; events: readonly NewEvent[] }>;
type Pending = Append & Readonly<{ resolve: (appended: Appended) => void; reject: (error: unknown) => void }>;

const recorded = ([position, stream, revision, id, type, data, metadata, recordedAt]: Row): Recorded => ({
  position: BigInt(position),
  stream,
  revision: BigInt(revision),
  id,
  type,
  data,
  metadata,
  recordedAt,
});

const EVENTS = 'SELECT position, name, revision, id, type, data, metadata, recorded_at FROM event JOIN stream ON key = stream';

const statements = (db: Database.Database) => ({
  ofStream: db.prepare<[string, bigint], Row>(`${EVENTS} WHERE name = ? AND revision >= ? ORDER BY revision`).raw(),
  after: db.prepare<[number, number], Row>(`${EVENTS} WHERE position > ? ORDER BY position LIMIT ?`).raw(),
  tip: db.prepare<[string], Tip>('SELECT key, (SELECT max(revision) FROM event WHERE stream = key) AS revision FROM stream WHERE name = ?'),
  idsAfter: db.prepare<[number, number, number], { id: string; position: number }>(
    'SELECT id, position FROM event WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?',
  ),
  addStream: db.prepare<[string]>('INSERT INTO stream (name) VALUES (?)'),
  addEvent: db.prepare('INSERT INTO event (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)'),
  lastRecordedAt: db.prepare<[], number>('SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1').pluck(),
  end: db.prepare<[], number>('SELECT max(position) FROM event').pluck(),
  dataVersion: db.prepare<[], number>('PRAGMA data_version').pluck(),
});

/**
 * The embedded store: one SQLite file. An append that resolved is on disk. Appends that arrive together share one commit,
 * each with its own check; several processes may use the file at once.
 */
export class SqliteEventStore extends EventStore {
  readonly #db: Database.Database;
  readonly #sql: ReturnType<typeof statements>;
  /** Made once: making a transaction costs more than an append. */
  readonly #commit: Database.Transaction<(pending: readonly Pending[]) => (() => void)[]>;
  #queue: Pending[] = [];

  /** Last revision of each stream in use, and the last time of recording: right until another process writes. */
  readonly #tips = new Map<string, Tip>();
  #lastRecordedAt = 0;
  #tipsVersion: number | undefined;

  readonly #waiting = new Set<() => void>();
  #commits = 0;
  #poll: NodeJS.Timeout | undefined;
  #polledVersion: number | undefined;

  /** @param now the clock that stamps what is recorded, in milliseconds since 1970 */
  constructor(
    file: string,
    private readonly now: () => number = Date.now,
  ) {
    super();
    this.#db = new Database(file, { timeout: 5000 });
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.transaction(() => prepareSchema(this.#db)).immediate();
    this.#sql = statements(this.#db);
    this.#commit = this.#db.transaction((pending) => this.#appendAll(pending));
  }

  override async read(stream: string, from = 0n): Promise<readonly Recorded[]> {
    this.#assertOpen();
    return this.#sql.ofStream.all(stream, from).map(recorded);
  }

  override async append(stream: string, expected: Expected, events: readonly NewEvent[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      assertAppendable(stream, events);
      this.#assertOpen();
      this.#queue.push({ stream, expected, events, resolve, reject });
      // What else arrives before the next turn of the event loop goes into the same commit.
      if (this.#queue.length === 1) setImmediate(() => this.#flush());
    });
  }

  override async *subscribe(after: bigint | 'start', signal: AbortSignal): AsyncGenerator<Batch> {
    let position = after === 'start' ? 0 : Number(after);
    for (let caughtUp = false; !signal.aborted && this.#db.open;) {
      const commits = this.#commits;
      const rows = this.#sql.after.all(position, PAGE);
      const behind = !caughtUp;
      caughtUp = rows.length < PAGE;
      position = rows.at(-1)?.[0] ?? position;
      if (rows.length > 0 || behind) yield { events: rows.map(recorded), caughtUp };
      if (caughtUp) await this.#committedSince(commits, signal);
    }
  }

  override async end(): Promise<bigint> {
    this.#assertOpen();
    return BigInt(this.#sql.end.get() ?? 0);
  }

  override async close(): Promise<void> {
    this.#flush();
    this.#db.close();
    this.#wake();
  }

  #flush(): void {
    const pending = this.#queue;
    if (pending.length === 0) return;
    this.#queue = [];
    try {
      for (const answer of this.#commit.immediate(pending)) answer();
      this.#wake();
    } catch (cause) {
      this.#forgetTips();
      for (const { reject } of pending) reject(new StoreUnavailable(`The event store could not write: ${String(cause)}`, { cause }));
    }
  }

  /** Writes what may be written; gives the answers to be made once it is on disk. */
  #appendAll(pending: readonly Pending[]): (() => void)[] {
    const version = this.#sql.dataVersion.get();
    if (version !== this.#tipsVersion) this.#forgetTips();
    this.#tipsVersion = version;
    this.#lastRecordedAt = Math.max(this.now(), this.#lastRecordedAt || (this.#sql.lastRecordedAt.get() ?? 0));
    return pending.map((each) => {
      const result = this.#appendOne(each);
      return result instanceof Error ? () => each.reject(result) : () => each.resolve(result);
    });
  }

  #appendOne({ stream, expected, events }: Append): Appended | WrongExpectedRevision {
    const tip = this.#tip(stream);
    const actual: Expected = tip ? BigInt(tip.revision) : 'none';
    if (expected !== actual) return (tip && this.#repeated(tip, expected, events)) ?? new WrongExpectedRevision(stream, expected, actual);
    const { key } = tip ?? { key: Number(this.#sql.addStream.run(stream).lastInsertRowid) };
    let revision = tip?.revision ?? -1;
    let position: number | bigint = 0;
    for (const { id, type, data, metadata } of events) {
      revision += 1;
      position = this.#sql.addEvent.run(key, revision, id, type, data, metadata, this.#lastRecordedAt).lastInsertRowid;
    }
    if (tip) tip.revision = revision;
    else this.#tips.set(stream, { key, revision });
    return { revision: BigInt(revision), position: BigInt(position) };
  }

  /** The answer of the first time, if these very events were appended at this revision before. */
  #repeated({ key }: Tip, expected: Expected, events: readonly NewEvent[]): Appended | undefined {
    const from = expected === 'none' ? -1 : Number(expected);
    const stored = this.#sql.idsAfter.all(key, from, events.length);
    if (stored.length < events.length || events.some(({ id }, index) => id !== stored[index]?.id)) return undefined;
    return { revision: BigInt(from + events.length), position: BigInt(stored.at(-1)!.position) };
  }

  #tip(stream: string): Tip | undefined {
    const remembered = this.#tips.get(stream);
    if (remembered) return remembered;
    const tip = this.#sql.tip.get(stream);
    if (this.#tips.size >= MOST_TIPS) this.#tips.clear();
    if (tip) this.#tips.set(stream, tip);
    return tip;
  }

  #forgetTips(): void {
    this.#tips.clear();
    this.#lastRecordedAt = 0;
    this.#tipsVersion = undefined;
  }

  #wake(): void {
    this.#commits += 1;
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when something may have been written since `commits` was read, here or by another process, or on abort. */
  async #committedSince(commits: number, signal: AbortSignal): Promise<void> {
    if (this.#commits !== commits || signal.aborted) return;
    this.#poll ??= setInterval(() => this.#lookForOthers(), POLL);
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
    if (this.#waiting.size > 0) return;
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  #lookForOthers(): void {
    const version = this.#version();
    if (version !== undefined && version === this.#polledVersion) return;
    this.#polledVersion = version;
    this.#wake();
  }

  /** Nothing when the file cannot be read: who follows it is woken, meets the fault, and can say so. */
  #version(): number | undefined {
    try {
      return this.#sql.dataVersion.get();
    } catch {
      return undefined;
    }
  }

  #assertOpen(): void {
    if (!this.#db.open) throw new StoreUnavailable('The event store is closed.');
  }
}
