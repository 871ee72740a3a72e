import { dated } from './corrections.js';
import type { Event, Fact, Metadata } from './event.js';
import type { NewEvent, Recorded } from './event-store.js';
import type { PartialDate } from './partial-date.js';

const FIRST = '{"effective":"';
const SECOND = ',"firstRecordedAt":"';

/** An event as the stores take it. Whatever JSON cannot say fails here, before any store has seen it. */
export const encode = (id: string, { type, data }: Event, { effective, firstRecordedAt, ...rest }: Metadata): NewEvent => ({
  id,
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify({ effective, firstRecordedAt, ...rest }),
});

/** When something happened, read from the front of its metadata, where `encode` put it, without parsing all of that. */
export function effectiveOf(metadata: string): PartialDate {
  if (!metadata.startsWith(FIRST)) return (JSON.parse(metadata) as Metadata).effective;
  return metadata.slice(FIRST.length, metadata.indexOf('"', FIRST.length));
}

/** When an event was recorded first: here, or in the store from which this one took it over. */
export function recordedAtOf({ metadata, recordedAt }: Pick<Recorded, 'metadata' | 'recordedAt'>): number {
  const end = metadata.indexOf('"', FIRST.length) + 1;
  if (!metadata.startsWith(SECOND, end)) return recordedAt;
  const from = end + SECOND.length;
  return Date.parse(metadata.slice(from, metadata.indexOf('"', from)));
}

/** A fact as it came from a store. Most folds never ask for its metadata: parsing that only then speeds every rebuild. */
class StoredFact implements Fact {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: number;
  readonly type: string;
  readonly data: object;
  readonly effective: PartialDate;
  readonly firstDay: number;
  readonly surelyBy: number;
  #metadata: string | Metadata;

  constructor(recorded: Recorded) {
    this.id = recorded.id;
    this.stream = recorded.stream;
    this.revision = recorded.revision;
    this.position = recorded.position;
    this.recordedAt = recordedAtOf(recorded);
    this.type = recorded.type;
    this.data = JSON.parse(recorded.data) as object;
    const { effective, firstDay, surelyBy } = dated(effectiveOf(recorded.metadata), this.recordedAt);
    this.effective = effective;
    this.firstDay = firstDay;
    this.surelyBy = surelyBy;
    this.#metadata = recorded.metadata;
  }

  get metadata(): Metadata {
    if (typeof this.#metadata === 'string') {
      // `recordedAt` tells it already.
      const { firstRecordedAt: _, ...metadata } = JSON.parse(this.#metadata) as Metadata;
      this.#metadata = metadata;
    }
    return this.#metadata;
  }
}

/** A stored event as a fact. The one place where stored JSON is taken at its word: rules checked it on its way in. */
export const decode = (recorded: Recorded): Fact => new StoredFact(recorded);
