import type { Type } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ListQuery, pinned, placeOf } from '../list-query.js';
import { NotThereYet } from '../problems.js';
import { type Answer, NotBuiltYet, Projector, type QueryCase, Tables } from '../projections/index.js';
import type { Query } from '../query.js';

/**
 * An answer with the position of the log that it reflects, the last revision of the stream that it shows, if it shows one,
 * and the field of its entries, if it is a list.
 */
export type Answered = Answer & Readonly<{ position: bigint; revision: bigint | undefined; list?: string | undefined }>;

/** How long a question waits for the position that it names, in milliseconds. */
const WAIT = 5000;

/** How long a question waits for tables that are behind others, in milliseconds. */
const MOMENT = 50;

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

    /** What is built at this moment, as on the first start, is waited for. */
    async execute(query: Query): Promise<Answered> {
      try {
        return await this.#answered(query);
      } catch (error) {
        if (!(error instanceof NotBuiltYet) || !(await this.projector.reached(0n, WAIT))) throw error;
        return this.#answered(query);
      }
    }

    async #answered(query: Query): Promise<Answered> {
      const least = leastOf(query);
      if (least > 0 && !(await this.projector.reached(BigInt(least), WAIT))) {
        throw new NotThereYet(`Position ${least} has not been reached within ${WAIT} ms.`);
      }
      await this.#untilEven();
      const present = this.tables.position();
      const asked = query instanceof ListQuery ? pinned(query, present) : query;
      const answered = answer(this.#unpinned(asked), this.tables);
      const position = asked.upTo === undefined ? present : BigInt(asked.upTo);
      // Of a stream that is ahead of what was shown, the revision is the one that was shown.
      const revision = answered.stream === undefined ? undefined : this.tables.auditLog().revision(answered.stream, position);
      return { ...answered, revision, position, list };
    }

    /** All tables show one position, but for a moment after each fact. One that stands still is not waited for any longer. */
    async #untilEven(): Promise<void> {
      const end = this.tables.end();
      if (this.tables.position() < end) await this.projector.reached(end, MOMENT);
    }

    /** What is pinned to a position behind which there is nothing is what there is now: that stands ready. */
    #unpinned(asked: Query): Query {
      if (asked.upTo === undefined || asked.upTo < this.tables.end()) return asked;
      return Object.assign(Object.create(Object.getPrototypeOf(asked) as object) as Query, asked, { upTo: undefined });
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${Query.name}Handler` });
  return Handler;
}
