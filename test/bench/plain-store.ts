import Database from 'better-sqlite3';
import { SqliteEventStore } from '../../libs/event-store/src/index.js';
import type { Step } from './workload.js';

/**
 * The same rows in the same tables with the same settings, and nothing else: no check of revisions, no promise for each
 * append. As fast as a store on better-sqlite3 could be.
 */
export class PlainStore {
  readonly #db: Database.Database;
  readonly #keys = new Map<string, number>();
  readonly #commit: (steps: readonly Step[]) => void;

  private constructor(file: string) {
    this.#db = new Database(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    const addStream = this.#db.prepare('INSERT INTO stream (name) VALUES (?)');
    const addEvent = this.#db.prepare(
      'INSERT INTO event (stream, revision, id, type, data, metadata, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const add = ({ stream, revision, event }: Step): void => {
      if (revision === 0) this.#keys.set(stream, Number(addStream.run(stream).lastInsertRowid));
      addEvent.run(this.#keys.get(stream), revision, event.id, event.type, event.data, event.metadata, Date.now());
    };
    const transaction = this.#db.transaction((steps: readonly Step[]) => steps.forEach(add));
    this.#commit = (steps) => transaction.immediate(steps);
  }

  /** The tables are made by our own store, so that they are the same. */
  static async on(file: string): Promise<PlainStore> {
    await new SqliteEventStore(file).close();
    return new PlainStore(file);
  }

  /** Inserts in one transaction. */
  commit(steps: readonly Step[]): void {
    this.#commit(steps);
  }

  close(): void {
    this.#db.close();
  }
}

/** How many events a file of our tables holds. */
export function eventsIn(file: string): number {
  const db = new Database(file, { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get()!;
  db.close();
  return count;
}

const PAGE = 4096;

/** Reads rows of our tables as better-sqlite3 gives them. */
export class PlainReader {
  readonly #db: Database.Database;

  constructor(file: string) {
    this.#db = new Database(file, { readonly: true });
  }

  /** All events in order: the columns that our store reads, with the names of the streams. */
  *pages(): Generator<readonly PlainRow[]> {
    const after = this.#db.prepare<[number, number], PlainRow>(
      `SELECT position, name, revision, id, type, data, metadata, recorded_at FROM event JOIN stream ON key = stream
        WHERE position > ? ORDER BY position LIMIT ?`,
    );
    for (let position = 0; ;) {
      const page = after.all(position, PAGE);
      yield page;
      if (page.length < PAGE) return;
      position = page.at(-1)!.position;
    }
  }

  close(): void {
    this.#db.close();
  }
}

type PlainRow = Readonly<{ position: number; data: string; metadata: string }>;
