import type { Type } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ListQuery, pinned, placeOf } from '../list-query.js';
import { NotThereYet } from '../problems.js';
import { type Answer, Projector, type QueryCase, Tables } from '../projections/index.js';
import type { Query } from '../query.js';

/**
 * An answer with the position of the log that it reflects, the last revision of the stream that it shows, if it shows one,
 * and the field of its entries, if it is a list.
 */
export type Answered = Answer & Readonly<{ position: bigint; revision: bigint | undefined; list?: string | undefined }>;

/** How long a question waits for the position that it names, in milliseconds. */
const WAIT = 5000;

/** The position that an answer must reflect at least. */
const leastOf = (query: Query): number =>
  Math.max(query.minPosition ?? 0, query.upTo ?? 0, (query instanceof ListQuery ? placeOf(query)?.upTo : undefined) ?? 0);

/** The handler of one question. */
export function queryHandler({ Query, answer, list }: QueryCase): Type<IQueryHandler> {
  @QueryHandler(Query)
  class Handler implements IQueryHandler<Query, Answered> {
    constructor(
      private readonly tables: Tables,
      private readonly projector: Projector,
    ) {}

    async execute(query: Query): Promise<Answered> {
      const least = leastOf(query);
      if (least > 0 && !(await this.projector.reached(BigInt(least), WAIT))) {
        throw new NotThereYet(`Position ${least} has not been reached within ${WAIT} ms.`);
      }
      const present = this.tables.position();
      const asked = query instanceof ListQuery ? pinned(query, present) : query;
      const answered = answer(asked, this.tables);
      const position = asked.upTo === undefined ? present : BigInt(asked.upTo);
      // Of a stream that is ahead of what was shown, the revision is the one that was shown.
      const revision = answered.stream === undefined ? undefined : this.tables.auditLog().revision(answered.stream, position);
      return { ...answered, revision, position, list };
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${Query.name}Handler` });
  return Handler;
}
