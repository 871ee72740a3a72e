import { encode, type EventStore, type NewEvent } from '#event-sourcing';
import type { Step } from '#test/generated-history/index';

/** So many appends are under way at once; an embedded store puts them into one commit. */
const AT_ONCE = 1000;

/** A fact as it was recorded here and now. */
export const asRecordedHere = ({ id, event, metadata }: Step): NewEvent => encode(id, event, metadata);

/** A fact that keeps the instant of its recording, as `igf import` takes it over from another store. */
export const asTakenOver = ({ id, event, metadata, recordedAt }: Step): NewEvent =>
  encode(id, event, { ...metadata, firstRecordedAt: new Date(recordedAt).toISOString() });

/**
 * Appends a history to a store that has none of its streams.
 * @param progress told now and then how many facts are in
 * @returns how many facts there were
 */
export async function fill(
  store: EventStore,
  history: Iterable<Step>,
  eventOf: (step: Step) => NewEvent,
  progress?: (done: number) => void,
): Promise<number> {
  let [done, appends]: [number, Promise<unknown>[]] = [0, []];
  for (const step of history) {
    appends.push(store.append(step.stream, step.revision === 0 ? 'none' : BigInt(step.revision - 1), [eventOf(step)]));
    if (appends.length < AT_ONCE) continue;
    done += (await Promise.all(appends)).length;
    progress?.(done);
    appends = [];
  }
  return done + (await Promise.all(appends)).length;
}
