import {
  atAnyTime,
  type Event,
  evolve,
  type Fact,
  type Fold,
  history,
  isNow,
  type Moment,
  type PartialDate,
  period,
} from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';

type Folded<State> = Readonly<{ facts: readonly Fact[]; state: State }>;

const beginsWith = (facts: readonly Fact[], others: readonly Fact[]): boolean =>
  others.length <= facts.length && others.every((fact, index) => facts[index] === fact);

/** So many dates of one life are kept. */
const MOST_DATES = 100;

/**
 * One stream as it was on many dates, all as known at one moment. Its facts are read once; asked for in the order of the
 * dates, each is folded once, too, save where a date that is less exact comes in between. Asked for a date again, it has the
 * same state to give, so that what is worked out of that can be kept with it.
 */
export class Life<State, E extends Event> {
  readonly #facts: readonly Fact[];
  readonly #states = new Map<PartialDate | undefined, State | undefined>();
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
    if (this.#states.has(asOf)) return this.#states.get(asOf);
    if (this.#states.size >= MOST_DATES) this.#states.clear();
    const state = this.#foldedAt(asOf);
    this.#states.set(asOf, state);
    return state;
  }

  /** Whether one of its facts stands, and had surely happened by the end of a date. */
  isSure(factId: string, asOf: PartialDate): boolean {
    const { end } = period(asOf);
    return this.#facts.some(({ id, surelyBy }) => id === factId && surelyBy <= end);
  }

  #foldedAt(asOf?: PartialDate): State | undefined {
    const { end } = asOf === undefined ? { end: Infinity } : period(asOf);
    const facts = this.#facts.filter(({ surelyBy }) => surelyBy <= end);
    const { facts: before, state } = beginsWith(facts, this.#last.facts) ? this.#last : { facts: [], state: this.fold.initial };
    this.#last = { facts, state: facts.slice(before.length).reduce((now, fact) => evolve(this.fold, now, fact), state) };
    return facts.length === 0 ? undefined : this.#last.state;
  }
}

/** Lives by the row of now that is their end: as long as no fact joins it, the row that is read is the same. */
const kept = new WeakMap<object, unknown>();

/** The life of which a row, as it was known at a moment, is the end. */
export function lifeOf<State extends object, E extends Event>(
  fold: Fold<State, E>,
  id: string,
  row: State,
  known: Moment,
  tables: Tables,
): Life<State, E> {
  const found = kept.get(row) as Life<State, E> | undefined;
  if (found && isNow(atAnyTime(known))) return found;
  const life = new Life(fold, id, known, tables);
  if (isNow(atAnyTime(known))) kept.set(row, life);
  return life;
}
