/**
 * What stands in a place of a table. Zero is known; what nobody told is not known; what cannot be is neither.
 * What is known names the facts that it is made of.
 */
export type Cell<T> =
  | Readonly<{ is: 'known'; value: T; factIds: readonly string[] }>
  | Readonly<{ is: 'unknown'; why: string }>
  | Readonly<{ is: 'not applicable'; why: string }>;

/** A cell that holds something, with the facts that say so. */
export const known = <T>(value: T, factIds: readonly string[]): Cell<T> => ({ is: 'known', value, factIds });

/** A cell that might hold something that is not on record. */
export const unknown = (why: string): Cell<never> => ({ is: 'unknown', why });

/** A cell that cannot hold anything. */
export const notApplicable = (why: string): Cell<never> => ({ is: 'not applicable', why });

/** What a cell holds. */
export const valueOf = <T>(cell: Cell<T>): T | undefined => (cell.is === 'known' ? cell.value : undefined);
