import type { Event, EventStore, Moment, Recorded } from '#event-sourcing';
import { buildAll, Projector, type ProjectorOptions, ReadDatabase, type ReadModels, Tables, View } from '#event-sourcing/projections';
import { readModels } from '#read-models';
import { temporaryFolder } from './files.js';

const quiet = { info: () => undefined, error: () => undefined };

/** A read side that follows a store, as a server runs it. */
export class TestReadSide {
  readonly database: ReadDatabase;
  readonly tables: Tables;
  readonly projector: Projector;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor(store: EventStore, folder = temporaryFolder(), models: ReadModels = readModels, options: Partial<ProjectorOptions> = {}) {
    this.database = new ReadDatabase(folder);
    this.tables = new Tables(this.database, models);
    this.projector = new Projector(store, this.tables, { log: quiet, firstPause: 5, longestPause: 20, lookForFile: 10, ...options });
    this.#running = this.projector.run(this.#stop.signal);
  }

  async reached(position: bigint): Promise<void> {
    if (!(await this.projector.reached(position, 10_000)))
      throw new Error(`The read side has not reached ${position}: ${JSON.stringify(this.projector.standing())}`);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.database.close();
  }
}

/** All rows of all projections, as of a moment. */
export const allRows = (tables: Tables, moment: Moment = {}): Record<string, readonly unknown[]> =>
  Object.fromEntries(
    tables.models.projections.map((projection) => [projection.name, new View<unknown, Event>(tables, projection).rows({}, moment)]),
  );

/** The events that the audit log has kept. */
export async function auditedEvents(tables: Tables): Promise<readonly Recorded[]> {
  const kept: Recorded[] = [];
  for await (const { events } of tables.auditLog().events(Number.MAX_SAFE_INTEGER)) kept.push(...events);
  return kept;
}

/** What is found in a read side that is built from nothing. */
export async function rebuilt<T>(store: EventStore, look: (tables: Tables) => T, models: ReadModels = readModels): Promise<T> {
  const database = new ReadDatabase(temporaryFolder());
  const stop = new AbortController();
  await buildAll(store.subscribe('start', stop.signal), database, models);
  stop.abort();
  const found = look(new Tables(database, models));
  database.close();
  return found;
}

/** All rows of all projections, built from nothing. */
export const rebuiltRows = async (store: EventStore, models?: ReadModels): Promise<Record<string, readonly unknown[]>> =>
  rebuilt(store, allRows, models);
