import { decode, type EventStore, type Fact, foldAll, history, type Recorded } from '#event-sourcing';
import { type Call, callForInput, type Workstream, workstream } from '#workstreams';
import { IndexByKey } from './index-by-key.js';
import { plain } from './names.js';

/** A workstream that has been registered. */
export type KnownWorkstream = Exclude<Workstream, { kind: 'none' }>;

/** All by which a workstream is called, made plain. */
function namesOf(known: KnownWorkstream): readonly string[] {
  const others = known.kind === 'best-practice-forum' ? [known.series] : 'abbreviation' in known ? [known.abbreviation] : [];
  return [...known.names.map(({ name }) => name), ...known.aliases, ...others].filter((name) => name !== null).map(plain);
}

const together = (workstreamIds: readonly string[]): string => workstreamIds.toSorted().join();

/** The cycle of a workstream that has one. */
export const cycleOf = (known: KnownWorkstream): number | undefined => ('cycle' in known ? known.cycle : undefined);

/** The workstreams and calls that are on record, to which rows are matched. */
export class OnRecord {
  readonly #facts = new Map<string, Fact[]>();
  readonly #workstreams = new IndexByKey<KnownWorkstream>();
  readonly #calls = new IndexByKey<Call>();
  readonly #unread = new Set<string>();

  /** Reads the whole log. */
  static async of(store: EventStore): Promise<OnRecord> {
    const known = new OnRecord();
    for await (const { events, caughtUp } of store.subscribe('start', new AbortController().signal)) {
      known.take(events);
      if (caughtUp) break;
    }
    return known;
  }

  take(events: readonly Recorded[]): void {
    for (const event of events) {
      const facts = this.#facts.get(event.stream);
      if (facts) facts.push(decode(event));
      else this.#facts.set(event.stream, [decode(event)]);
      this.#unread.add(event.stream);
    }
  }

  workstreams(): readonly KnownWorkstream[] {
    this.#read();
    return this.#workstreams.all();
  }

  calls(): readonly Call[] {
    this.#read();
    return this.#calls.all();
  }

  /** Those of a kind, and of a cycle when one is given, that go by a name. */
  called(name: string, kind?: KnownWorkstream['kind'], cycle?: number): readonly KnownWorkstream[] {
    this.#read();
    const named = this.#workstreams.by(plain(name));
    return named.filter((known) => (kind === undefined || known.kind === kind) && (cycle === undefined || cycleOf(known) === cycle));
  }

  phase(phase: string): readonly KnownWorkstream[] {
    return this.workstreams().filter((known) => known.kind === 'cenb-phase' && known.phase === phase);
  }

  /** The calls of these workstreams, of no fewer and no others. */
  callsOf(workstreamIds: readonly string[]): readonly Call[] {
    this.#read();
    return this.#calls.by(together(workstreamIds));
  }

  #read(): void {
    for (const stream of this.#unread) {
      const facts = history(this.#facts.get(stream)!);
      if (stream.startsWith(`${callForInput.category}-`)) {
        const call = foldAll(callForInput, facts);
        if (call.status === 'none') this.#calls.delete(stream);
        else this.#calls.set(stream, call, [together(call.workstreamIds)]);
      } else {
        const known = foldAll(workstream, facts);
        if (known.kind === 'none') this.#workstreams.delete(stream);
        else this.#workstreams.set(stream, known, namesOf(known));
      }
    }
    this.#unread.clear();
  }
}
