import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';

/** An event as a client sends it; data and metadata in base64, as the messages take them. */
export type Proposed = Readonly<{ id: string; type: string; contentType: string; data: string; metadata: string }>;
export type Stored = Proposed & Readonly<{ stream: string; revision: bigint; commit: bigint; prepare: bigint; created: bigint }>;
export type Deletion = 'soft' | 'hard';
export type Verdict =
  | Readonly<{ kind: 'written' | 'repeated'; revision: bigint; position: bigint }>
  | Readonly<{ kind: 'wrong version'; actual: bigint | 'none' }>
  | Readonly<{ kind: 'deleted' }>;
type Line = Readonly<{ events: readonly Stored[] } | { stream: string; deletion: Deletion }>;
type Stream = Readonly<{ events: Stored[]; from: number; deletion?: Deletion }>;

const TICKS_PER_MILLISECOND = 10_000n;
const statistics = (): Proposed => ({
  id: randomUUID(),
  type: '$statsCollected',
  contentType: 'application/json',
  data: 'e30=',
  metadata: '',
});

/**
 * What the server keeps, and by which rules it takes an append: the decision table of its `IndexWriter.CheckCommit`, without the
 * rows for unchecked appends. What it has acknowledged is in a file. Events of the system lie between those of clients.
 */
export class Log {
  readonly changed = new EventEmitter().setMaxListeners(0);
  readonly all: Stored[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #file: number;
  #end = 3_000n;
  /** How far the clock of the server is ahead, in milliseconds. */
  skew = 0;

  constructor(path: string) {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
    for (const line of lines) this.#take(JSON.parse(line, revived) as Line);
    this.#file = openSync(path, 'a');
  }

  now(): number {
    return Date.now() + this.skew;
  }

  /** What can still be read of a stream, and whether it was deleted. */
  stream(name: string): Readonly<{ events: readonly Stored[]; deletion: Deletion | undefined }> {
    const { events, from, deletion } = this.#stream(name);
    return { events: events.slice(from), deletion };
  }

  append(name: string, expected: bigint | 'none', proposed: readonly Proposed[]): Verdict {
    const { events, deletion } = this.#stream(name);
    if (deletion === 'hard') return { kind: 'deleted' };
    const current = events.length - 1;
    const after = expected === 'none' ? -1 : Number(expected);
    if (after < current) {
      const repeated = matching(events.slice(after + 1), proposed);
      if (repeated === proposed.length) return { kind: 'repeated', ...end(events[after + repeated]!) };
      if (repeated > 0 || expected !== 'none' || deletion !== 'soft') return { kind: 'wrong version', actual: BigInt(current) };
    }
    if (after > current) return { kind: 'wrong version', actual: current < 0 ? 'none' : BigInt(current) };
    return { kind: 'written', ...end(this.write(name, proposed).at(-1)!) };
  }

  /** Writes unchecked, as other clients and tools may have. With a gap the positions are those of a transaction of old. */
  write(name: string, proposed: readonly Proposed[], gap = 0n): readonly Stored[] {
    if (this.all.length % 7 === 0) this.#save({ events: this.#placed('$stats-127.0.0.1:2113', [statistics()], 0n) });
    const events = this.#placed(name, proposed, gap);
    this.#save({ events });
    return events;
  }

  delete(stream: string, deletion: Deletion): void {
    this.#save({ stream, deletion });
  }

  #stream(name: string): Stream {
    return this.#streams.get(name) ?? { events: [], from: 0 };
  }

  #placed(stream: string, proposed: readonly Proposed[], gap: bigint): Stored[] {
    const first = this.#stream(stream).events.length;
    const created = BigInt(this.now()) * TICKS_PER_MILLISECOND;
    return proposed.map((event, index) => {
      this.#end += BigInt(86 + event.data.length + event.metadata.length);
      return { ...event, stream, revision: BigInt(first + index), commit: this.#end, prepare: this.#end - gap, created };
    });
  }

  #save(line: Line): void {
    writeSync(this.#file, `${JSON.stringify(line, savable)}\n`);
    this.#take(line);
    this.changed.emit('changed');
  }

  #take(line: Line): void {
    if ('events' in line) for (const event of line.events) this.#keep(event);
    else {
      const { events } = this.#stream(line.stream);
      this.#streams.set(line.stream, { events, from: events.length, deletion: line.deletion });
    }
  }

  #keep(event: Stored): void {
    const { events, from } = this.#stream(event.stream);
    events.push(event);
    this.#streams.set(event.stream, { events, from });
    this.all.push(event);
    this.#end = event.commit;
  }
}

const end = ({ revision, commit }: Stored): { revision: bigint; position: bigint } => ({ revision, position: commit });

/** How many of the proposed events are those stored there, counted from the first. */
function matching(stored: readonly Stored[], proposed: readonly Proposed[]): number {
  const differs = proposed.findIndex(({ id }, index) => stored[index]?.id !== id);
  return differs < 0 ? proposed.length : differs;
}

const savable = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? { bigint: String(value) } : value);
const revived = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'bigint' in value ? BigInt(value.bigint as string) : value;
