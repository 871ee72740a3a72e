import { Controller, Get, Post, Put, Req, Res, type Type, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Command, inContext, ListQuery, type Outcome, Query } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { Answers, report } from './answers.js';
import { answerList } from './files/list-file.js';
import { Input } from './input.decorator.js';
import { contextOf } from './request-context.js';

const METHODS = { GET: Get, PUT: Put, POST: Post } as const;
type Method = keyof typeof METHODS;

/** What is asked or told by each method and path below the resource: `'PUT :callId': OpenCall`. */
type Routes = Readonly<Record<string, new () => Command | Query>>;

const camelCase = (name: string): string => name[0]!.toLowerCase() + name.slice(1);

/** The controller of one resource: each route takes the input of its class whole, and hands it to the bus that answers it. */
export function resource(base: string, routes: Routes): Type {
  @Controller(base)
  class Resource {
    constructor(
      readonly commands: CommandBus,
      readonly queries: QueryBus,
    ) {}
  }
  for (const [route, Class] of Object.entries(routes)) {
    const [method, path = ''] = route.split(' ') as [Method, string?];
    const name = camelCase(Class.name);
    const handler = async function (
      this: Resource,
      input: Command | Query,
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<unknown> {
      if (!(input instanceof Query)) {
        return report(reply, await inContext(contextOf(request), async () => this.commands.execute<Command, Outcome>(input)));
      }
      const ask = async (query: Query): Promise<Answered> => this.queries.execute(query);
      return input instanceof ListQuery ? answerList(input, request, ask) : ask(input);
    };
    const { prototype } = Resource;
    Object.defineProperty(handler, 'name', { value: name });
    Object.defineProperty(prototype, name, { value: handler, configurable: true });
    // What a compiler notes beside a decorated method: by it the input is checked and documented.
    Reflect.defineMetadata('design:paramtypes', [Class, Object, Object], prototype, name);
    Input()(prototype, name, 0);
    Req()(prototype, name, 1);
    Res({ passthrough: true })(prototype, name, 2);
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
    METHODS[method](path)(prototype, name, descriptor);
    if (method === 'GET') UseInterceptors(Answers)(prototype, name, descriptor);
    else RouteConfig({ cors: false })(prototype, name, descriptor);
  }
  Object.defineProperty(Resource, 'name', { value: `Resource ${base}` });
  return Resource;
}
