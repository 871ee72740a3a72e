import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Command } from '../command.js';
import { currentContext } from '../context.js';
import type { UseCase } from '../decide.js';
import { Executor, type Outcome } from '../execute.js';

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
