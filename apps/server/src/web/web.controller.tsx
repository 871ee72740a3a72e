import { Controller, Get, Header, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IsString } from 'class-validator';
import { LONGEST_PAGE, NotFound, Query } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import {
  type CallList,
  type CallView,
  GetCall,
  type FactHistory,
  GetCalls,
  GetFact,
  GetStatus,
  GetTimeline,
  GetWorkstreams,
  type StatusReport,
  type Timeline,
  type WorkstreamList,
} from '#read-models';
import { FormInput } from '../http/input.decorator.js';
import { PROBLEMS } from '../http/problem.js';
import { type ApiDocument, ApiPage } from './api.js';
import { CallPage } from './call.js';
import { FactPage, kindText } from './fact.js';
import { Overview } from './overview.js';
import { page } from './page.js';
import { ProblemKindPage } from './problem.js';
import { titleOf } from './titles.js';
import { WorkstreamPage } from './timeline.js';

export const API_DOCUMENT = Symbol('the OpenAPI document');

class GetOverview extends Query {}

class GetProblemKind {
  @IsString() readonly kind!: string;
}

const HTML = ['content-type', 'text/html; charset=utf-8'] as const;

/** A timeline may tell of what was not yet there at a moment: it has no status then. */
function absent(error: unknown): undefined {
  if (error instanceof NotFound) return undefined;
  throw error;
}

/** The pages: the same answers as the interface gives, to be read by people. */
@Controller()
export class WebController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(API_DOCUMENT) private readonly document: ApiDocument,
  ) {}

  @Get()
  @Header(...HTML)
  async overview(@FormInput() moment: GetOverview): Promise<string> {
    const list = await this.#ask<WorkstreamList>(GetWorkstreams, moment, { limit: LONGEST_PAGE });
    const calls = await this.#ask<CallList>(GetCalls, moment);
    return page('Overview', <Overview list={list} calls={calls} moment={moment} />, moment);
  }

  @Get('workstreams/:workstreamId')
  @Header(...HTML)
  async workstream(@FormInput() query: GetTimeline): Promise<string> {
    const timeline = await this.#ask<Timeline>(GetTimeline, query, { limit: query.limit ?? LONGEST_PAGE });
    const { workstreamId, asOf, knownAt } = query;
    const calls = await this.#ask<CallList>(GetCalls, { workstreamId, asOf, knownAt });
    const report = await this.#ask<StatusReport>(GetStatus, { workstreamId, asOf, knownAt }).catch(absent);
    return page(titleOf(timeline.workstream), <WorkstreamPage timeline={timeline} calls={calls} report={report} moment={query} />, query);
  }

  @Get('calls/:callId')
  @Header(...HTML)
  async call(@FormInput() query: GetCall): Promise<string> {
    const call = await this.#ask<CallView>(GetCall, query);
    return page(call.title, <CallPage call={call} moment={query} />, query);
  }

  @Get('facts/:factId')
  @Header(...HTML)
  async fact(@FormInput() query: GetFact): Promise<string> {
    const history = await this.#ask<FactHistory>(GetFact, query);
    return page(kindText(history.fact.type), <FactPage history={history} moment={query} />, query);
  }

  @Get('openapi.json')
  openApi(): ApiDocument {
    return this.document;
  }

  @Get('api')
  @Header(...HTML)
  api(): string {
    return page('The interface', <ApiPage document={this.document} />);
  }

  @Get('problems/:kind')
  @Header(...HTML)
  problem(@FormInput() { kind }: GetProblemKind): string {
    if (!Object.hasOwn(PROBLEMS, kind)) throw new NotFound(`There is no kind of problem '${kind}'.`);
    const known = PROBLEMS[kind as keyof typeof PROBLEMS];
    return page(known.title, <ProblemKindPage kind={kind} {...known} />);
  }

  async #ask<T>(Question: new () => Query, ...fields: object[]): Promise<T> {
    return (await this.queries.execute<Query, Answered>(Object.assign(new Question(), ...fields) as Query)).body as T;
  }
}
