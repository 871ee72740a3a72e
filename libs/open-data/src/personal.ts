/** An e-mail address, as it stands in running text. */
const E_MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** What stands in the place of an e-mail address. */
export const LEFT_OUT = '[e-mail address left out]';

/**
 * Text without the e-mail addresses in it: facts hold none in a field of its own but the address of a call's mailbox, and
 * yet one may stand in a note, a title or the name of a list.
 */
export const withoutAddresses = (text: string): string => text.replaceAll(E_MAIL, LEFT_OUT);

/** The same for all text within a value. */
export function cleared(value: unknown): unknown {
  if (typeof value === 'string') return withoutAddresses(value);
  if (Array.isArray(value)) return value.map(cleared);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleared(inner)]));
}
