import { Controller, Get, Post, Put, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Outcome } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { GetTimeline, GetWorkstream, GetWorkstreams } from '#read-models';
import {
  AddAlias,
  RegisterBestPracticeForum,
  RegisterCenbPhase,
  RegisterDynamicCoalition,
  RegisterIgfInitiative,
  RegisterPolicyNetwork,
  RenameWorkstream,
} from '#workstreams';
import { Answers } from '../http/answers.js';
import { Input } from '../http/input.decorator.js';

@UseInterceptors(Answers)
@Controller('v1')
export class WorkstreamsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Put('best-practice-forums/:workstreamId')
  async registerBestPracticeForum(@Input() command: RegisterBestPracticeForum): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Put('dynamic-coalitions/:workstreamId')
  async registerDynamicCoalition(@Input() command: RegisterDynamicCoalition): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Put('cenb-phases/:workstreamId')
  async registerCenbPhase(@Input() command: RegisterCenbPhase): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Put('igf-initiatives/:workstreamId')
  async registerIgfInitiative(@Input() command: RegisterIgfInitiative): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Put('policy-networks/:workstreamId')
  async registerPolicyNetwork(@Input() command: RegisterPolicyNetwork): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post('workstreams/:workstreamId/names')
  async rename(@Input() command: RenameWorkstream): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Post('workstreams/:workstreamId/aliases')
  async addAlias(@Input() command: AddAlias): Promise<Outcome> {
    return this.commands.execute(command);
  }

  @Get('workstreams')
  async list(@Input() query: GetWorkstreams): Promise<Answered> {
    return this.queries.execute(query);
  }

  @Get('workstreams/:workstreamId')
  async show(@Input() query: GetWorkstream): Promise<Answered> {
    return this.queries.execute(query);
  }

  @Get('workstreams/:workstreamId/timeline')
  async timeline(@Input() query: GetTimeline): Promise<Answered> {
    return this.queries.execute(query);
  }
}
