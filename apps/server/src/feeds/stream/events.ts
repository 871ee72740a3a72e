import type { StreamedFact } from '#read-models';

/** Why a reader is dropped. */
export type Reason = keyof typeof REASONS;

const REASONS = {
  slow: 'You take less than comes. Come back with Last-Event-ID: nothing is lost.',
  stopping: 'The server stops. Come back with Last-Event-ID.',
  fault: 'Something is wrong here. Come back with Last-Event-ID.',
} as const;

/** An event as it goes over the wire, one character for each byte of its UTF-8: so nothing is encoded anew for each reader. */
function event(name: string, data: object, id?: string): string {
  const text = `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  return Buffer.from(text).toString('latin1');
}

const at = (name: string, position: number): string => event(name, { position: String(position) }, String(position));

/** The first thing on a stream: how many milliseconds to wait before coming back, not the same for all. */
export const opening = (): string => `retry: ${Math.round(1000 + 3000 * Math.random())}\n\n`;

export const factEvent = (fact: StreamedFact): string => event('fact', fact, fact.position);

/** All that was there has been told; from here on facts come as they are recorded. */
export const caughtUp = (position: number): string => at('caught-up', position);

/**
 * Nothing up to here was of interest. It has data although nobody needs it: by the standard an `id` alone is enough to go
 * on from there, but not every client outside of browsers keeps that.
 */
export const passed = (position: number): string => at('position', position);

export const dropped = (reason: Reason): string => event('dropped', { reason, detail: REASONS[reason] });

/** A comment, which says no more than that the connection lives. */
export const HEARTBEAT = ':\n\n';
