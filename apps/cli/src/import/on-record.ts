import { decode, type EventStore, type Fact, foldAll, history, type Recorded } from '#event-sourcing';
import {
  type Call,
  callForInput,
  type Meeting,
  meeting,
  type MeetingSeries,
  meetingSeries,
  type Paper,
  paper,
  type Workstream,
  workstream,
} from '#workstreams';
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

/** The key of what is all of theirs. */
const ofAll = ({ workstreamIds }: Readonly<{ workstreamIds: readonly string[] }>): readonly string[] => [together(workstreamIds)];

/** The cycle of a workstream that has one. */
export const cycleOf = (known: KnownWorkstream): number | undefined => ('cycle' in known ? known.cycle : undefined);

/** The workstreams that are on record, with their calls, meetings and papers, to which rows are matched. */
export class OnRecord {
  readonly #facts = new Map<string, Fact[]>();
  readonly #workstreams = new IndexByKey<KnownWorkstream>();
  readonly #calls = new IndexByKey<Call>();
  readonly #meetings = new IndexByKey<Meeting>();
  readonly #series = new IndexByKey<MeetingSeries>();
  readonly #papers = new IndexByKey<Paper>();
  readonly #unread = new Set<string>();
  readonly #indexes: Readonly<Record<string, (stream: string, facts: readonly Fact[]) => void>> = {
    [callForInput.category]: (stream, facts) => {
      const call = foldAll(callForInput, facts);
      keep(this.#calls, stream, call.status === 'none' ? undefined : call, ofAll);
    },
    [meeting.category]: (stream, facts) => {
      const known = foldAll(meeting, facts);
      keep(this.#meetings, stream, known.begun ? known : undefined, ofAll);
    },
    [meetingSeries.category]: (stream, facts) => {
      const known = foldAll(meetingSeries, facts);
      keep(this.#series, stream, known.started ? known : undefined, ({ seriesId }) => [seriesId]);
    },
    [paper.category]: (stream, facts) => {
      const known = foldAll(paper, facts);
      keep(this.#papers, stream, known.begun ? known : undefined, ofAll);
    },
    [workstream.category]: (stream, facts) => {
      const known = foldAll(workstream, facts);
      keep(this.#workstreams, stream, known.kind === 'none' ? undefined : known, namesOf);
    },
  };

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

  hasSeries(seriesId: string): boolean {
    this.#read();
    return this.#series.by(seriesId).length > 0;
  }

  /** The papers of these workstreams, of no fewer and no others. */
  papersOf(workstreamIds: readonly string[]): readonly Paper[] {
    this.#read();
    return this.#papers.by(together(workstreamIds));
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
    for (const stream of this.#unread) this.#index(stream, history(this.#facts.get(stream)!));
    this.#unread.clear();
  }

  #index(stream: string, facts: readonly Fact[]): void {
    const category = stream.slice(0, stream.indexOf('-'));
    if (Object.hasOwn(this.#indexes, category)) this.#indexes[category]!(stream, facts);
  }
}

/** Puts what stands in a stream under its keys; nothing stands there when its beginning was retracted. */
function keep<T>(index: IndexByKey<T>, stream: string, value: T | undefined, keysOf: (value: T) => readonly string[]): void {
  if (value === undefined) index.delete(stream);
  else index.set(stream, value, keysOf(value));
}
