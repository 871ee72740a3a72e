import { decode, type EventStore, type Fact, foldAll, history, type Recorded } from '#event-sourcing';
import { type Call, callForInput, type Meeting, meeting, type Workstream, workstream } from '#workstreams';
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

/** The workstreams, calls and meetings that are on record, to which rows are matched. */
export class OnRecord {
  readonly #facts = new Map<string, Fact[]>();
  readonly #workstreams = new IndexByKey<KnownWorkstream>();
  readonly #calls = new IndexByKey<Call>();
  readonly #meetings = new IndexByKey<Meeting>();
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

  /** The meetings of these workstreams, of no fewer and no others. */
  meetingsOf(workstreamIds: readonly string[]): readonly Meeting[] {
    this.#read();
    return this.#meetings.by(together(workstreamIds));
  }

  /** How many things of a category, such as `meeting`, have facts. */
  countOf(category: string): number {
    return [...this.#facts.keys()].filter((stream) => stream.startsWith(`${category}-`)).length;
  }

  /** Whether a workstream was put on record before another one, which need not be on record yet. */
  isOlder(workstreamId: string, other: string): boolean {
    const [mine, theirs] = [workstreamId, other].map((id) => this.#facts.get(`${workstream.category}-${id}`)?.[0]?.position);
    return mine !== undefined && (theirs === undefined || mine < theirs);
  }

  #read(): void {
    for (const stream of this.#unread) this.#readStream(stream, history(this.#facts.get(stream)!));
    this.#unread.clear();
  }

  #readStream(stream: string, facts: readonly Fact[]): void {
    switch (stream.slice(0, stream.indexOf('-'))) {
      case callForInput.category: {
        const call = foldAll(callForInput, facts);
        keep(this.#calls, stream, call.status === 'none' ? undefined : call, () => [together(call.workstreamIds)]);
        break;
      }
      case meeting.category: {
        const met = foldAll(meeting, facts);
        keep(this.#meetings, stream, met.begun ? met : undefined, () => [together(met.workstreamIds)]);
        break;
      }
      case workstream.category: {
        const known = foldAll(workstream, facts);
        keep(this.#workstreams, stream, known.kind === 'none' ? undefined : known, namesOf);
        break;
      }
    }
  }
}

/** Keeps what is on record, and nothing where that has been retracted. */
function keep<T>(index: IndexByKey<T>, stream: string, value: T | undefined, keysOf: (value: T) => readonly string[]): void {
  if (value === undefined) index.delete(stream);
  else index.set(stream, value, keysOf(value));
}
