import { Controller, Get, Post, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { AmendFact, type Outcome, RetractFact } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { GetFact, GetFacts } from '#read-models';
import { Answers } from '../http/answers.js';
import { Input } from '../http/input.decorator.js';

@UseInterceptors(Answers)
@Controller('v1/facts')
export class FactsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async list(@Input() query: GetFacts): Promise<Answered> {
    return this.queries.execute(query);
  }

  @Get(':factId')
  async show(@Input() query: GetFact): Promise<Answered> {
    return this.queries.execute(query);
  }

  @Post(':corrects/amendments')
  async amend(@Input() command: AmendFact): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':corrects/retractions')
  async retract(@Input() command: RetractFact): Promise<Outcome> {
    return this.commands.execute(command);
  }
}
