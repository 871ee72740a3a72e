import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Recorded } from '../event-store.js';
import type { Relations } from './audit-log.js';

/** Rows for each of the writer's projections, in their order. */
export type RowsByTable = readonly (readonly (readonly unknown[])[])[];

/** An event on its way to the thread: a list is copied at half the cost of an object. */
export type SentEvent = readonly [
  position: bigint,
  stream: string,
  revision: bigint,
  id: string,
  type: string,
  data: string,
  metadata: string,
  recordedAt: number,
];

/** Where to write: a file of its own, its audit log and, by `statements`, the tables of its projections. */
export type WriterSetup = Readonly<{ path: string; relations: Relations; statements: readonly string[] }>;
/** What the thread is told: to write these events and rows, or that there are no more. */
export type WriterWork = Readonly<{ events: readonly SentEvent[]; rows: RowsByTable }> | 'end';

const MOST_WAITING = 3;

const sent = ({ position, stream, revision, id, type, data, metadata, recordedAt }: Recorded): SentEvent => [
  position,
  stream,
  revision,
  id,
  type,
  data,
  metadata,
  recordedAt,
];

/** Fills a new file in a thread of its own, while the caller makes the next rows ready: a build has two processors to use. */
export class FileWriter {
  readonly #worker: Worker;
  #waiting = 0;
  #failure: Error | undefined;

  constructor(setup: WriterSetup) {
    this.#worker = new Worker(new URL('./file-writer.thread.js', import.meta.url), { workerData: setup });
    this.#worker.on('message', () => (this.#waiting -= 1));
    this.#worker.on('error', (error: Error) => (this.#failure = error));
  }

  /** Hands events for the audit log and rows over, to be committed together; waits while too much is on its way. */
  async write(events: readonly Recorded[], rows: RowsByTable): Promise<void> {
    this.#worker.postMessage({ events: events.map(sent), rows } satisfies WriterWork);
    this.#waiting += 1;
    await this.#untilWaiting(MOST_WAITING);
  }

  /** Waits until all is committed and can be searched, and ends the thread. */
  async end(): Promise<void> {
    this.#worker.postMessage('end' satisfies WriterWork);
    this.#waiting += 1;
    await this.#untilWaiting(0);
  }

  /** Ends the thread as it is. What it was writing is not committed. */
  async abandon(): Promise<void> {
    await this.#worker.terminate();
  }

  async #untilWaiting(most: number): Promise<void> {
    while (this.#waiting > most) {
      if (this.#failure) throw new Error(`The read side could not be written: ${this.#failure.message}`, { cause: this.#failure });
      await once(this.#worker, 'message');
    }
  }
}
