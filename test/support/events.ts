import { randomUUID } from 'node:crypto';
import type { EventStore, NewEvent, Recorded } from '#event-sourcing';

export const aStream = (category = 'call'): string => `${category}-${randomUUID()}`;

/** An event as stores take it; tests of stores care for nothing in it but that it comes back. */
export const anEvent = (fields: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'CallOpened',
  data: JSON.stringify({ title: 'Call for input' }),
  metadata: JSON.stringify({ actor: 'Secretariat', effective: '2016-07-11' }),
  ...fields,
});

export const someEvents = (count: number): NewEvent[] => Array.from({ length: count }, (_, n) => anEvent({ data: JSON.stringify({ n }) }));

/** Reads the log until all the given ids have come by, or for ever; what others wrote meanwhile is left out. */
export async function readUntil(store: EventStore, after: bigint | 'start', ids: readonly string[]): Promise<Recorded[]> {
  const missing = new Set(ids);
  const seen: Recorded[] = [];
  const stop = new AbortController();
  for await (const { events } of store.subscribe(after, stop.signal)) {
    for (const event of events.filter(({ id }) => ids.includes(id))) {
      seen.push(event);
      missing.delete(event.id);
    }
    if (missing.size === 0) stop.abort();
  }
  return seen;
}

/** Everything in the log up to now. */
export async function readToEnd(store: EventStore, after: bigint | 'start' = 'start'): Promise<Recorded[]> {
  const seen: Recorded[] = [];
  const stop = new AbortController();
  for await (const { events, caughtUp } of store.subscribe(after, stop.signal)) {
    seen.push(...events);
    if (caughtUp) stop.abort();
  }
  return seen;
}
