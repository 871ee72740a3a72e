import type { ListQuery } from '../list-query.js';
import type { Query } from '../query.js';
import type { Tables } from './tables.js';

/** What a question gets: the answer, and the stream that it shows if it shows one. */
export type Answer<T = unknown> = Readonly<{
  body: T;
  stream?: string;
  /** It follows from what it shows of the log alone: no rule in it looks at the present date. */
  timeless?: boolean;
}>;

/** How one question is answered. Throws a `Problem` when it has no answer. */
export type Answering<Q, T = unknown> = (query: Q, tables: Tables) => Answer<T>;

/** A question with its way of answering: all that is needed to route and document it. */
export type QueryCase = Readonly<{
  Query: new () => Query;
  answer: Answering<Query>;
  /** Name of the type of the answer's body, under which it is documented. */
  answerType: string;
  /** Where the answer is a list: the field of its body with the entries. */
  list?: string;
}>;

/** Those fields of a body that hold entries. */
type ListsIn<T> = { [Field in keyof T]: T[Field] extends readonly object[] ? Field : never }[keyof T];

/** Puts a question together with its way of answering; one for a list also with the field in which its entries are. */
export const answering = <Q extends Query, T>(
  Query: new () => Q,
  answer: Answering<Q, T>,
  answerType: string,
  ...[list]: keyof ListQuery extends keyof Q ? [list: ListsIn<T>] : []
): QueryCase =>
  // Checked here, once; from here on a question is one of many, told apart by its class.
  ({ Query, answer, answerType, ...(list !== undefined && { list }) }) as unknown as QueryCase;
