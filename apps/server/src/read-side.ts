import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore } from '#event-sourcing';
import { Projector, ReadDatabase } from '#event-sourcing/projections';

/** Keeps the read side running as long as the server does. */
@Injectable()
export class ReadSide implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly database: ReadDatabase,
    private readonly projector: Projector,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.projector.run(this.#stop.signal);
  }

  /** Requests have been answered by now. What they appended is on disk; the read side finds it at the next start. */
  async onApplicationShutdown(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await this.store.close();
    this.database.close();
  }
}
