import {
  DAY,
  dated,
  endOfLastDay,
  type Event,
  evolve,
  type Fact,
  type Fold,
  foldAll,
  historyForRule,
  isCorrection,
  type Metadata,
  type PartialDate,
  period,
} from '#event-sourcing';

/** What goes into a store, before it is encoded, and when it was recorded: in milliseconds since 1970. */
export type Step = Readonly<{ stream: string; revision: number; id: string; event: Event; metadata: Metadata; recordedAt: number }>;

type AnyFold = Fold<unknown, Event>;

/** `state` is after all facts, of which the last in order is of `lastDay`; there is none while some came late, or were corrected. */
type Kept = { readonly facts: Fact[]; state: unknown; lastDay: number; inOrder: boolean };

/** The facts recorded so far, by stream, in memory. States are kept, not folded anew for every rule: long histories are made in seconds. */
export class Ledger {
  readonly #streams = new Map<string, Kept>();
  #position = 0n;

  get length(): number {
    return Number(this.#position);
  }

  facts(stream: string): readonly Fact[] {
    return this.#streams.get(stream)?.facts ?? [];
  }

  /** The state as a rule sees it that judges something of this date; nothing when nothing had happened by then. */
  stateOn(stream: string, fold: AnyFold, effective: PartialDate): Readonly<{ state: unknown }> | undefined {
    const kept = this.#streams.get(stream);
    if (!kept) return undefined;
    const isAfterAll = kept.lastDay * DAY < endOfLastDay(period(effective));
    if (isAfterAll && kept.inOrder) return { state: kept.state };
    const history = historyForRule(kept.facts, effective);
    if (history.length === 0) return undefined;
    const state = foldAll(fold, history);
    if (isAfterAll) Object.assign(kept, { state, inOrder: true });
    return { state };
  }

  add({ stream, id, event, metadata, recordedAt }: Omit<Step, 'revision'>, fold: AnyFold): Fact {
    const kept = this.#streams.get(stream) ?? { facts: [], state: fold.initial, lastDay: -Infinity, inOrder: true };
    this.#streams.set(stream, kept);
    this.#position += 1n;
    const place = { id, stream, revision: BigInt(kept.facts.length), position: this.#position, recordedAt };
    const fact: Fact = { ...event, ...place, metadata, ...dated(metadata.effective, recordedAt) };
    kept.facts.push(fact);
    follow(kept, fact, fold);
    return fact;
  }
}

function follow(kept: Kept, fact: Fact, fold: AnyFold): void {
  if (isCorrection(fact)) {
    // An amendment may have moved any fact of the stream to another day.
    kept.lastDay = Math.max(...kept.facts.map((each) => Math.max(each.firstDay, correctedDay(each))));
    kept.inOrder = false;
    return;
  }
  kept.inOrder &&= fact.firstDay >= kept.lastDay;
  kept.lastDay = Math.max(kept.lastDay, fact.firstDay);
  if (kept.inOrder) kept.state = evolve(fold, kept.state, fact);
}

function correctedDay(fact: Fact): number {
  if (!isCorrection(fact) || fact.type !== 'FactAmended' || fact.data.effective === undefined) return -Infinity;
  return dated(fact.data.effective, fact.recordedAt).firstDay;
}
