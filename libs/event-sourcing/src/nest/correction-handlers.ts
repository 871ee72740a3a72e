import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { currentContext } from '../context.js';
import { AmendFact, type CorrectFact, MarkDuplicate, ReattributeFact, RetractFact } from '../correct.js';
import { Corrector } from '../corrector.js';
import type { ExecuteOptions, Outcome } from '../execute.js';

/** The handler of one kind of correction. */
function correctionHandler<C extends CorrectFact>(
  Class: new () => C,
  correct: (corrector: Corrector, command: C, options: ExecuteOptions) => Promise<Outcome>,
): Type<ICommandHandler> {
  @CommandHandler(Class)
  class Handler {
    constructor(readonly corrector: Corrector) {}

    async execute(command: C): Promise<Outcome> {
      return correct(this.corrector, command, currentContext());
    }
  }
  Object.defineProperty(Handler, 'name', { value: `${Class.name}Handler` });
  return Handler;
}

export const correctionHandlers: readonly Type<ICommandHandler>[] = [
  correctionHandler(AmendFact, async (corrector, command, options) => corrector.amend(command, options)),
  correctionHandler(RetractFact, async (corrector, command, options) => corrector.retract(command, options)),
  correctionHandler(ReattributeFact, async (corrector, command, options) => corrector.reattribute(command, options)),
  correctionHandler(MarkDuplicate, async (corrector, command, options) => corrector.markDuplicate(command, options)),
];
