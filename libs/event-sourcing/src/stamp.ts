import { hash, randomUUID } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { encode } from './codec.js';
import { claimOf, type Command } from './command.js';
import { currentContext } from './context.js';
import type { Event, Metadata } from './event.js';
import type { NewEvent } from './event-store.js';
import { DAY, firstDay, type PartialDate, period } from './partial-date.js';
import { InvalidInput } from './problems.js';

/** What every fact of one command carries. */
export type Stamp = Readonly<{
  /** Id of the first fact; the same for the same request on the same stream, so that a repeat is known again. */
  factId: string;
  metadata: Metadata;
}>;

const SCHEMA = 1;

/** Keys in one order, so that the same claim gives the same text. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, canonical(inner)]);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Digest of what a command claims, without the words and sources around it: these may differ between two tellings of one fact. */
function fingerprintOf(command: Command): string {
  const text = JSON.stringify(canonical({ command: command.constructor.name, effective: command.effective, ...claimOf(command) }));
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/**
 * Nothing is effective after it was recorded, but for a day's grace: somewhere it is tomorrow already.
 * @throws InvalidInput
 */
export function assertNotAhead(effective: PartialDate, now: number): void {
  if (firstDay(period(effective)) <= Math.floor(now / DAY) + 1) return;
  const detail = `${effective} lies ahead: a fact has happened; what is planned belongs in a field of the fact`;
  throw new InvalidInput([{ pointer: '/effective', detail }]);
}

const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * Who, when, by which way in, on whose behalf, from where and why: put together here and nowhere else.
 * @param identity what makes this request the same one when it is repeated; a new one each time when left out
 */
export function stampOf(
  command: Command,
  stream: string,
  identity: string | undefined,
  effective: PartialDate | undefined,
  now: number,
): Stamp {
  const { actor, via, correlationId, causationId } = currentContext();
  const { onBehalfOf, sources, reason, note } = command;
  const happened = effective ?? new Date(now).toISOString();
  assertNotAhead(happened, now);
  const metadata = {
    actor,
    via,
    effective: happened,
    fingerprint: fingerprintOf(command),
    schema: SCHEMA,
    $correlationId: correlationId,
    $causationId: causationId,
    ...present({ onBehalfOf, sources, reason, note }),
  };
  const namespace = stream.slice(stream.indexOf('-') + 1);
  return { factId: uuidv5(`${command.constructor.name}:${identity ?? randomUUID()}`, namespace), metadata };
}

/** The events of one command, as the stores take them. */
export const stamped = (events: readonly Event[], { factId, metadata }: Stamp): readonly NewEvent[] =>
  events.map((event, index) => encode(index === 0 ? factId : uuidv5(String(index), factId), event, metadata));
