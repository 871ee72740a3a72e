import { v5 as uuidv5 } from 'uuid';
import type { Event } from '#event-sourcing';

const SPACE = '6d3c2a50-1f3e-4b86-9a53-5c1f8f0a7e12';

/** The id of something made up, by its name. */
export const idOf = (name: string): string => uuidv5(name, SPACE);

/** Which of a few things a fact is about: the one of each category that goes together. */
export type Of = Readonly<{ id: (category: string) => string; workstreamIds: readonly string[] }>;

/**
 * What may happen to a stream of a category, with some number and some day for its fields. Folds must take everything in
 * any order, whatever a rule would have said.
 */
export type Happening = Readonly<{ category: string; event: (n: number, day: string, of: Of) => Event }>;
