import { type Event, evolve, type Fact, type Fold, history, type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';

type Folded<State> = Readonly<{ facts: readonly Fact[]; state: State }>;

const beginsWith = (facts: readonly Fact[], others: readonly Fact[]): boolean =>
  others.length <= facts.length && others.every((fact, index) => facts[index] === fact);

/**
 * One stream as it was on many dates, all as known at one moment. Its facts are read once; asked for in the order of the
 * dates, each is folded once, too, save where a date that is less exact comes in between.
 */
export class Life<State, E extends Event> {
  readonly #facts: readonly Fact[];
  #last: Folded<State>;

  constructor(
    private readonly fold: Fold<State, E>,
    id: string,
    { knownAt, upTo }: Moment,
    tables: Tables,
  ) {
    this.#facts = history(tables.auditLog().ofStream(`${fold.category}-${id}`), { knownAt, upTo });
    this.#last = { facts: [], state: fold.initial };
  }

  /** Its state by the end of a date, or of all time; undefined where nothing had surely happened. */
  at(asOf?: PartialDate): State | undefined {
    const { end } = asOf === undefined ? { end: Infinity } : period(asOf);
    const facts = this.#facts.filter(({ surelyBy }) => surelyBy <= end);
    const { facts: before, state } = beginsWith(facts, this.#last.facts) ? this.#last : { facts: [], state: this.fold.initial };
    this.#last = { facts, state: facts.slice(before.length).reduce((now, fact) => evolve(this.fold, now, fact), state) };
    return facts.length === 0 ? undefined : this.#last.state;
  }
}
