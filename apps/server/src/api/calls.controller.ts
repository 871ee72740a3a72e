import { Controller, Get, Post, Put, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Outcome } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { GetCall, GetCalls } from '#read-models';
import {
  AcceptLateContribution,
  AcknowledgeContribution,
  CloseCall,
  CountContributions,
  ExtendDeadline,
  OpenCall,
  PublishContribution,
  ReceiveContribution,
  ReopenCall,
  WithdrawContribution,
} from '#workstreams';
import { Answers } from '../http/answers.js';
import { Input } from '../http/input.decorator.js';

@UseInterceptors(Answers)
@Controller('v1/calls')
export class CallsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Put(':callId')
  async open(@Input() command: OpenCall): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/extensions')
  async extend(@Input() command: ExtendDeadline): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/closings')
  async close(@Input() command: CloseCall): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/reopenings')
  async reopen(@Input() command: ReopenCall): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/counts')
  async count(@Input() command: CountContributions): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Put(':callId/contributions/:contributionId')
  async receive(@Input() command: ReceiveContribution): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/contributions/:contributionId/late-acceptance')
  async acceptLate(@Input() command: AcceptLateContribution): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/contributions/:contributionId/acknowledgement')
  async acknowledge(@Input() command: AcknowledgeContribution): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/contributions/:contributionId/publication')
  async publish(@Input() command: PublishContribution): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post(':callId/contributions/:contributionId/withdrawal')
  async withdraw(@Input() command: WithdrawContribution): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Get()
  async list(@Input() query: GetCalls): Promise<Answered> {
    return this.queries.execute(query);
  }

  @Get(':callId')
  async show(@Input() query: GetCall): Promise<Answered> {
    return this.queries.execute(query);
  }
}
