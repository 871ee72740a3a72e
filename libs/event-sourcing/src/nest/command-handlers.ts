import { Injectable, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command } from '../command.js';
import { currentContext } from '../context.js';
import { AmendFact, RetractFact } from '../correct.js';
import { standing } from '../corrections.js';
import type { UseCase } from '../decide.js';
import { Executor, type Outcome } from '../execute.js';
import { DomainError, NotFound, NotThereYet } from '../problems.js';
import { AUDIT_LOG, Projector, Tables } from '../projections/index.js';

/** The handler of one use case: Nest routes by class, and logs its name. */
export function commandHandler({ Command }: UseCase): Type<ICommandHandler> {
  @CommandHandler(Command)
  class Handler implements ICommandHandler<Command, Outcome> {
    constructor(private readonly executor: Executor) {}

    async execute(command: Command): Promise<Outcome> {
      return this.executor.execute(command, currentContext());
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${Command.name}Handler` });
  return Handler;
}

/** How long a correction waits for a fact that was recorded just now to be found, in milliseconds. */
const WAIT = 5000;

@Injectable()
abstract class CorrectionHandler {
  constructor(
    protected readonly executor: Executor,
    private readonly tables: Tables,
    private readonly projector: Projector,
  ) {}

  /**
   * Corrections name a fact, and not its stream.
   * @throws NotThereYet while the read side is behind: the fact may be in what it has not seen
   */
  protected async streamOf(factId: string): Promise<string> {
    const found = this.#streamOf(factId);
    if (found !== undefined) return found;
    const { lastPosition } = this.executor;
    if (!(await this.projector.reached(lastPosition, WAIT)))
      throw new NotThereYet(`Whether there is a fact ${factId} is not known yet: position ${lastPosition} has not been reached.`);
    const afterAll = this.#streamOf(factId);
    if (afterAll === undefined) throw new NotFound(`There is no fact ${factId} to correct.`);
    return afterAll;
  }

  /** What others name stays, as far as the read side has seen them. */
  protected assertNothingNames(stream: string, factId: string): void {
    const log = this.tables.auditLog();
    if (log.byId(factId)?.revision !== 0n) return;
    const others = log.streamsAbout(stream.slice(stream.indexOf('-') + 1)).filter((other) => other !== stream);
    const naming = others.filter((other) => standing(log.ofStream(other)).length > 0);
    if (naming.length > 0) throw new DomainError(`It is named by ${naming.join(', ')}: retract what they began with first.`);
  }

  #streamOf(factId: string): string | undefined {
    return this.tables.built(AUDIT_LOG) ? this.tables.auditLog().byId(factId)?.stream : undefined;
  }
}

@CommandHandler(AmendFact)
export class AmendFactHandler extends CorrectionHandler implements ICommandHandler<AmendFact, Outcome> {
  async execute(command: AmendFact): Promise<Outcome> {
    return this.executor.amend(command, await this.streamOf(command.corrects), currentContext());
  }
}

@CommandHandler(RetractFact)
export class RetractFactHandler extends CorrectionHandler implements ICommandHandler<RetractFact, Outcome> {
  async execute(command: RetractFact): Promise<Outcome> {
    const stream = await this.streamOf(command.corrects);
    this.assertNothingNames(stream, command.corrects);
    return this.executor.retract(command, stream, currentContext());
  }
}
