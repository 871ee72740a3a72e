import { type Moment, period } from '#event-sourcing';
import { type Day, dayOf } from '#workstreams';

/**
 * The instant (exclusive, milliseconds since 1970) up to which a question looks, for what passes by itself: the end of the
 * date that it asks about, else of that by which something was known, else this one.
 */
export function askedInstant({ asOf, knownAt }: Moment): number {
  const date = asOf ?? knownAt;
  return date === undefined ? Date.now() : period(date).end;
}

/** The day of which a question about status speaks; this instant where it names none. */
export const askedDay = ({ asOf, knownAt }: Moment): Day => dayOf(asOf ?? knownAt ?? new Date().toISOString());
