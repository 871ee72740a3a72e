import { Controller, Get, Post, Put, Req, type Type, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { type Command, ListQuery, Query } from '#event-sourcing';
import type { Answered } from '#event-sourcing/nest';
import { Answers } from './answers.js';
import { answerList } from './files/list-file.js';
import { Input } from './input.decorator.js';

const METHODS = { GET: Get, PUT: Put, POST: Post } as const;
type Method = keyof typeof METHODS;

/** What is asked or told by each method and path below the resource: `'PUT :callId': OpenCall`. */
type Routes = Readonly<Record<string, new () => Command | Query>>;

const camelCase = (name: string): string => name[0]!.toLowerCase() + name.slice(1);

/** The controller of one resource: each route takes the input of its class whole, and hands it to the bus that answers it. */
export function resource(base: string, routes: Routes): Type {
  @UseInterceptors(Answers)
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
    const handler = async function (this: Resource, input: Command | Query, request: FastifyRequest): Promise<unknown> {
      if (!(input instanceof Query)) return this.commands.execute(input);
      const ask = async (query: Query): Promise<Answered> => this.queries.execute(query);
      return input instanceof ListQuery ? answerList(input, request, ask) : ask(input);
    };
    const { prototype } = Resource;
    Object.defineProperty(handler, 'name', { value: name });
    Object.defineProperty(prototype, name, { value: handler, configurable: true });
    // What a compiler notes beside a decorated method: by it the input is checked and documented.
    Reflect.defineMetadata('design:paramtypes', [Class, Object], prototype, name);
    Input()(prototype, name, 0);
    Req()(prototype, name, 1);
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
    METHODS[method](path)(prototype, name, descriptor);
    if (method !== 'GET') RouteConfig({ cors: false })(prototype, name, descriptor);
  }
  Object.defineProperty(Resource, 'name', { value: `Resource ${base}` });
  return Resource;
}
