import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Step } from './workload.js';
import type { Tell } from './rounds.js';

export const PEER = 'emmett-sqlite';
const PACKAGE = '@event-driven-io/emmett-sqlite';
/** Of the sources, seen from where this is built to. */
const FOLDER = fileURLToPath(new URL('../../../test/bench/', import.meta.url));

/** What of the peer is used; it is not installed with the product, so its own types may not be there. */
type Connection = Readonly<{ query: (sql: string) => Promise<Readonly<Record<string, unknown>>[]>; close: () => void }>;
type PeerEvent = Readonly<{ type: string; data: object; metadata: object }>;
type PeerStore = Readonly<{
  appendToStream: (
    stream: string,
    events: readonly PeerEvent[],
    options: Readonly<{ expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' }>,
  ) => Promise<unknown>;
  schema: Readonly<{ migrate: () => Promise<void> }>;
}>;
type Pool = object;
type PeerModule = Readonly<{
  sqliteConnection: (options: { fileName: string }) => Connection;
  SQLiteConnectionPool: (options: { fileName: string; connectionOptions: { singleton: true; connection: Connection } }) => Pool;
  getSQLiteEventStore: (options: { fileName: string; pool: Pool }) => PeerStore;
}>;

const requireFromHere = createRequire(`${FOLDER}package.json`);

/** Its packages have a folder of their own, to be filled when they are first needed. The hidden file is what npm writes last. */
function install(tell: Tell): void {
  if (existsSync(`${FOLDER}node_modules/.package-lock.json`)) return;
  tell(`Installing ${PEER} into test/bench, once. It has a part in C++: where that must be compiled, it takes minutes.`);
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ci in test/bench has failed${error ? `: ${error.message}` : '. What it said stands above.'}`);
}

/**
 * The peer, installed when it is not yet.
 * @throws Error saying why it cannot be had
 */
export async function loadPeer(tell: Tell): Promise<PeerModule> {
  install(tell);
  return (await import(pathToFileURL(requireFromHere.resolve(PACKAGE)).href)) as PeerModule;
}

/** A store of the peer on one connection that all writers share, which is by far its fastest way, with our settings. */
export class PeerContestant {
  readonly #connection: Connection;
  readonly #store: PeerStore;

  private constructor({ sqliteConnection, SQLiteConnectionPool, getSQLiteEventStore }: PeerModule, fileName: string) {
    this.#connection = sqliteConnection({ fileName });
    const pool = SQLiteConnectionPool({ fileName, connectionOptions: { singleton: true, connection: this.#connection } });
    this.#store = getSQLiteEventStore({ fileName, pool });
  }

  /** @throws Error when it does not keep what it acknowledges as ours does */
  static async on(module: PeerModule, file: string): Promise<PeerContestant> {
    const contestant = new PeerContestant(module, file);
    // It sets the first itself, but does not wait: what comes next may be faster, and then it runs without.
    await contestant.#connection.query('PRAGMA journal_mode = WAL');
    await contestant.#connection.query('PRAGMA synchronous = FULL');
    await contestant.#store.schema.migrate();
    const settings = [await contestant.#setting('journal_mode'), await contestant.#setting('synchronous')];
    if (settings.join() !== 'wal,2') throw new Error(`${PEER} runs with journal_mode, synchronous = ${settings.join()}`);
    return contestant;
  }

  /** Appends as our store does: one event, to a stream that is known to be at a revision. */
  async append({ stream, revision, made, metadata }: Step): Promise<void> {
    const expectedStreamVersion = revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision);
    await this.#store.appendToStream(stream, [{ ...made, metadata }], { expectedStreamVersion });
  }

  async events(): Promise<number> {
    const [row] = await this.#connection.query('SELECT count(*) AS count FROM emt_messages');
    return Number(row!.count);
  }

  close(): void {
    this.#connection.close();
  }

  async #setting(name: string): Promise<unknown> {
    return (await this.#connection.query(`PRAGMA ${name}`))[0]?.[name];
  }
}

export type PeerVersions = Readonly<{ package: string; sqlite: string }>;

/** What was measured against; null when the peer is not installed. */
export function peerVersions(): PeerVersions | null {
  try {
    const { version } = JSON.parse(readFileSync(`${FOLDER}node_modules/${PACKAGE}/package.json`, 'utf8')) as { version: string };
    return { package: version, sqlite: (requireFromHere('sqlite3') as { VERSION: string }).VERSION };
  } catch {
    return null;
  }
}
