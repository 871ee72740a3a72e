import { setTimeout as wait } from 'node:timers/promises';
import { StoreUnavailable } from '#event-sourcing';
import { described, finalError, Unanswered } from './failures.js';

/** How long the store is waited for, in milliseconds. */
export type Patience = Readonly<{
  /** For a sign of life from one call. */
  answer: number;
  /** For an answer to a call that is made again and again. */
  inAll: number;
  /** Between two calls: at first, and at most. */
  pauses: readonly [first: number, longest: number];
}>;

/** How long that is unless told otherwise. */
export const PATIENCE: Patience = { answer: 5_000, inAll: 30_000, pauses: [50, 2_000] };

/** What the call gives, or `Unanswered` after a time: the client itself may wait for ever. */
export async function within<T>(milliseconds: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const unanswered = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unanswered(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([call, unanswered]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Makes a call, and makes it again after each failure that leaves open what happened. It must be one that may be repeated.
 * @throws StoreUnavailable when patience is at its end, or when the store is being closed
 */
export async function persisting<T>(
  stream: string,
  { inAll, pauses }: Patience,
  closing: AbortSignal,
  call: (failures: number) => Promise<T>,
): Promise<T> {
  const end = performance.now() + inAll;
  for (let failures = 0; ; failures++) {
    try {
      return await call(failures);
    } catch (error) {
      const final = finalError(error, stream);
      if (final) throw final;
      const length = pauseAfter(failures, pauses);
      if (closing.aborted || performance.now() + length > end) throw unavailable(error);
      await pause(length, closing);
    }
  }
}

/** Twice as long after each failure, and never quite the same, so that writers who failed together do not come back together. */
export function pauseAfter(failures: number, [first, longest]: Patience['pauses']): number {
  return Math.min(longest, first * 2 ** failures) * (0.5 + Math.random() / 2);
}

/** Ends at once when the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

function unavailable(cause: unknown): StoreUnavailable {
  return new StoreUnavailable(`The event store is not available: ${described(cause)}`, { cause });
}
