import type Database from 'better-sqlite3';

/** Streams are named by a number inside the file: an index over numbers is what makes grouped appends fast. */
const TABLES = `
  CREATE TABLE stream (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES stream,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;
  CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'facts are never removed'); END;
`;
const VERSION = 1;
/** "IGFT": marks the file as ours. */
const APPLICATION_ID = 0x49474654;

/**
 * Makes a new file an event store, or checks that it is one.
 * @throws Error naming the file when it is something else
 */
export function prepareSchema(db: Database.Database): void {
  const application = db.pragma('application_id', { simple: true });
  const version = db.pragma('user_version', { simple: true });
  if (application === APPLICATION_ID && version === VERSION) return;
  if (application === APPLICATION_ID)
    throw new Error(`${db.name} was written by another version of this tracker (store version ${String(version)}).`);
  const { tables } = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() as { tables: number };
  if (tables > 0) throw new Error(`${db.name} is an SQLite file, but not an event store of this tracker.`);
  db.exec(TABLES);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${VERSION}`);
}
