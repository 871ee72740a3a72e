import { type Moment, period } from '#event-sourcing';

/**
 * The instant (exclusive, milliseconds since 1970) up to which a question looks, for what passes by itself: the end of the
 * date that it asks about, else of that by which something was known, else this one.
 */
export function askedInstant({ asOf, knownAt }: Moment): number {
  const date = asOf ?? knownAt;
  return date === undefined ? Date.now() : period(date).end;
}
