import { dated } from './corrections.js';
import type { Event, Fact, Metadata } from './event.js';
import type { NewEvent, Recorded } from './event-store.js';

/** An event as the stores take it. Whatever JSON cannot say fails here, before any store has seen it. */
export const encode = (id: string, { type, data }: Event, metadata: Metadata): NewEvent => ({
  id,
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify(metadata),
});

/** A stored event as a fact. The one place where stored JSON is taken at its word: rules checked it on its way in. */
export function decode(recorded: Recorded): Fact {
  const { id, stream, revision, position, recordedAt, type } = recorded;
  const metadata = JSON.parse(recorded.metadata) as Metadata;
  const data = JSON.parse(recorded.data) as object;
  const { effective, firstDay, surelyBy } = dated(metadata.effective, recordedAt);
  return { id, stream, revision, position, recordedAt, type, data, metadata, effective, firstDay, surelyBy };
}
