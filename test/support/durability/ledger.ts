import { decode, type Recorded } from '#event-sourcing';
import type { Reply } from './requests.js';

type Place = Readonly<{ stream: string; revision: bigint; position: bigint }>;

/** Every fact that a store has acknowledged, and where it was said to be. */
export class Ledger {
  /** Without a place where the answer came only to the repeated request. */
  readonly #facts = new Map<string, Place | undefined>();

  get size(): number {
    return this.#facts.size;
  }

  get ids(): readonly string[] {
    return [...this.#facts.keys()];
  }

  enter(reply: Reply | undefined): void {
    if (!reply || !('outcome' in reply)) return;
    const { changed, factIds, stream, revision, position } = reply.outcome;
    for (const id of factIds)
      if (changed || !this.#facts.has(id)) this.#facts.set(id, changed ? { stream, revision, position } : undefined);
  }

  /** The acknowledged facts that are not where they were said to be. */
  missing(log: readonly Recorded[]): readonly string[] {
    const found = new Map(log.map((event) => [event.id, event]));
    const isThere = (id: string, place: Place | undefined): boolean => {
      const event = found.get(id);
      return event !== undefined && (!place || isAt(event, place));
    };
    return [...this.#facts].filter(([id, place]) => !isThere(id, place)).map(([id]) => id);
  }
}

const isAt = (event: Recorded, { stream, revision, position }: Place): boolean =>
  event.stream === stream && event.revision === revision && event.position === position;

/** What is wrong with a log in itself: an event out of order, of a revision that does not follow, told twice, or half written. */
export function faultsOf(log: readonly Recorded[]): readonly string[] {
  const revisions = new Map<string, bigint>();
  const ids = new Set<string>();
  let last = 0n;
  return log.flatMap((event) => {
    const { id, stream, revision, position } = event;
    const which = `${id} at revision ${revision} of ${stream}, position ${position},`;
    const faults = [
      ...(position > last ? [] : [`${which} follows position ${last}`]),
      ...(revision === (revisions.get(stream) ?? -1n) + 1n ? [] : [`${which} follows revision ${revisions.get(stream)}`]),
      ...(ids.has(id) ? [`${which} is there twice`] : []),
      ...(isWhole(event) ? [] : [`${which} is not whole`]),
    ];
    last = position;
    revisions.set(stream, revision);
    ids.add(id);
    return faults;
  });
}

function isWhole(event: Recorded): boolean {
  try {
    const { data, metadata } = decode(event);
    return Object.keys(data).length > 0 && metadata.fingerprint.length === 22;
  } catch {
    return false;
  }
}
