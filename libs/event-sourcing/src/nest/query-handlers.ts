import type { Type } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { NotThereYet } from '../problems.js';
import { type Answer, Projector, type QueryCase, Tables } from '../projections/index.js';
import type { Query } from '../query.js';

/** An answer with the position of the log that it reflects, and the last revision of the stream that it shows, if it shows one. */
export type Answered = Answer & Readonly<{ position: bigint; revision: bigint | undefined }>;

/** How long a question waits for the position that it names, in milliseconds. */
const WAIT = 5000;

/** The handler of one question. */
export function queryHandler({ Query, answer }: QueryCase): Type<IQueryHandler> {
  @QueryHandler(Query)
  class Handler implements IQueryHandler<Query, Answered> {
    constructor(
      private readonly tables: Tables,
      private readonly projector: Projector,
    ) {}

    async execute(query: Query): Promise<Answered> {
      const { upTo = 0, minPosition = upTo } = query;
      if (minPosition > 0 && !(await this.projector.reached(BigInt(minPosition), WAIT))) {
        throw new NotThereYet(`Position ${minPosition} has not been reached within ${WAIT} ms.`);
      }
      const answered = answer(query, this.tables);
      const position = this.tables.position();
      // Of a stream that is ahead of what was shown, the revision is the one that was shown.
      const revision = answered.stream === undefined ? undefined : this.tables.auditLog().revision(answered.stream, position);
      return { ...answered, revision, position };
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${Query.name}Handler` });
  return Handler;
}
