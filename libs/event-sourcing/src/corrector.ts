import type { AmendFact, CorrectFact, MarkDuplicate, ReattributeFact, RetractFact } from './correct.js';
import type { ExecuteOptions, Executor, Outcome } from './execute.js';
import { DomainError } from './problems.js';

/** Finds facts in the whole log: a correction names a fact, and not its stream. */
export type FactFinder = Readonly<{
  /**
   * The stream of a fact.
   * @throws NotFound
   */
  streamOf: (factId: string) => Promise<string>;
  /** The streams that stand and name what the stream is about, when the fact is the one with which that began. */
  streamsResting: (factId: string, stream: string) => Promise<readonly string[]>;
}>;

/** Corrections of facts that may be anywhere. What others name stays. */
export class Corrector {
  constructor(
    private readonly executor: Executor,
    private readonly finder: FactFinder,
  ) {}

  async amend(command: AmendFact, options?: ExecuteOptions): Promise<Outcome> {
    return this.executor.amend(command, await this.finder.streamOf(command.corrects), options);
  }

  async retract(command: RetractFact, options?: ExecuteOptions): Promise<Outcome> {
    return this.executor.retract(command, await this.#streamOfUnnamed(command), options);
  }

  async reattribute(command: ReattributeFact, options?: ExecuteOptions): Promise<Outcome> {
    return this.executor.reattribute(command, await this.finder.streamOf(command.corrects), options);
  }

  async markDuplicate(command: MarkDuplicate, options?: ExecuteOptions): Promise<Outcome> {
    const stream = await this.#streamOfUnnamed(command);
    return this.executor.markDuplicate(command, stream, await this.finder.streamOf(command.duplicateOf), options);
  }

  async #streamOfUnnamed({ corrects }: CorrectFact): Promise<string> {
    const stream = await this.finder.streamOf(corrects);
    const resting = await this.finder.streamsResting(corrects, stream);
    if (resting.length > 0) throw new DomainError(`It is named by ${resting.join(', ')}: retract what they began with first.`);
    return stream;
  }
}
