import { atAnyTime, type Fact, history, type Moment } from '#event-sourcing';
import type { AuditLog } from '#event-sourcing/projections';

/** The facts of which a drawing is made, as they stand by what was known: read stream by stream, each once. */
export class StandingFacts {
  readonly #recorded = new Map<string, readonly Fact[]>();
  readonly #byId = new Map<string, Fact>();

  constructor(
    private readonly log: AuditLog,
    private readonly moment: Moment,
  ) {}

  /** All that was recorded in a stream, corrections among them. */
  recorded(stream: string): readonly Fact[] {
    const known = this.#recorded.get(stream);
    if (known) return known;
    const recorded = this.log.ofStream(stream);
    this.#recorded.set(stream, recorded);
    for (const fact of [...recorded, ...history(recorded, atAnyTime(this.moment))]) this.#byId.set(fact.id, fact);
    return recorded;
  }

  /** A fact as it stands. */
  find(factId: string): Fact | undefined {
    if (!this.#byId.has(factId)) {
      const stream = this.log.byId(factId)?.stream;
      if (stream !== undefined) this.recorded(stream);
    }
    return this.#byId.get(factId);
  }
}
