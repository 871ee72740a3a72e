import { standing } from '../corrections.js';
import type { FactFinder } from '../corrector.js';
import type { Executor } from '../execute.js';
import { NotFound, NotThereYet } from '../problems.js';
import { AUDIT_LOG, type Projector, type Tables } from '../projections/index.js';

/** How long a correction waits for a fact that was recorded just now to be found, in milliseconds. */
const WAIT = 5000;

/** Finds facts in the read side's copy of the log, as far as that has come. */
export class AuditLogFinder implements FactFinder {
  constructor(
    private readonly executor: Executor,
    private readonly tables: Tables,
    private readonly projector: Projector,
  ) {}

  /** @throws NotThereYet while the read side is behind: the fact may be in what it has not seen */
  readonly streamOf = async (factId: string): Promise<string> => {
    const found = this.#streamOf(factId);
    if (found !== undefined) return found;
    const { lastPosition } = this.executor;
    if (!(await this.projector.reached(lastPosition, WAIT)))
      throw new NotThereYet(`Whether there is a fact ${factId} is not known yet: position ${lastPosition} has not been reached.`);
    const afterAll = this.#streamOf(factId);
    if (afterAll === undefined) throw new NotFound(`There is no fact ${factId} to correct.`);
    return afterAll;
  };

  readonly streamsResting = async (factId: string, stream: string): Promise<readonly string[]> => {
    const log = this.tables.auditLog();
    if (log.byId(factId)?.revision !== 0n) return [];
    const others = log.streamsAbout(stream.slice(stream.indexOf('-') + 1)).filter((other) => other !== stream);
    return others.filter((other) => standing(log.ofStream(other)).length > 0);
  };

  #streamOf(factId: string): string | undefined {
    return this.tables.built(AUDIT_LOG) ? this.tables.auditLog().byId(factId)?.stream : undefined;
  }
}
