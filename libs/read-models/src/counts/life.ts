import { type Event, type Fact, type Fold, foldAll, history, type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';

/**
 * One stream as it was on many dates, all as known at one moment: its facts are read once, and folded anew only for a date
 * by which more had happened.
 */
export class Life<State, E extends Event> {
  readonly #facts: readonly Fact[];
  readonly #states = new Map<number, State>();

  constructor(
    private readonly fold: Fold<State, E>,
    id: string,
    { knownAt, upTo }: Moment,
    tables: Tables,
  ) {
    this.#facts = history(tables.auditLog().ofStream(`${fold.category}-${id}`), { knownAt, upTo });
  }

  /** Its state by the end of a date, or of all time; undefined where nothing had surely happened. */
  at(asOf?: PartialDate): State | undefined {
    const { end } = asOf === undefined ? { end: Infinity } : period(asOf);
    const facts = this.#facts.filter(({ surelyBy }) => surelyBy <= end);
    // Of two dates the later has all facts of the earlier: as many are the same.
    if (facts.length > 0 && !this.#states.has(facts.length)) this.#states.set(facts.length, foldAll(this.fold, facts));
    return this.#states.get(facts.length);
  }
}
