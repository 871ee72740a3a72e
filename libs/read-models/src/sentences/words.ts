import type { Event } from '#event-sourcing';

/** What the thing with an id is called. */
export type NameOf = (id: string) => string;

/** A sentence for every kind of fact: leaving one out does not compile. */
export type Sentences<E extends Event> = {
  readonly [T in E['type']]: (data: Extract<E, { type: T }>['data'], nameOf: NameOf) => string;
};

export const quoted = (text: string): string => `“${text}”`;

/** What there is of the parts, set apart by commas. */
export const list = (parts: readonly (string | number | undefined | null | false)[]): string => parts.filter(Boolean).join(', ');

/** What there is of the parts, in brackets behind a space; nothing when there is nothing. */
export const bracketed = (parts: Parameters<typeof list>[0]): string => {
  const text = list(parts);
  return text && ` (${text})`;
};
