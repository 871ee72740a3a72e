import { Controller, Get, Post, Put, type Type, UseInterceptors } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type Command, Query } from '#event-sourcing';
import { Answers } from './answers.js';
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
    const handler = async function (this: Resource, input: Command | Query): Promise<unknown> {
      return input instanceof Query ? this.queries.execute(input) : this.commands.execute(input);
    };
    const { prototype } = Resource;
    Object.defineProperty(handler, 'name', { value: name });
    Object.defineProperty(prototype, name, { value: handler, configurable: true });
    // What a compiler notes beside a decorated method: by it the input is checked and documented.
    Reflect.defineMetadata('design:paramtypes', [Class], prototype, name);
    Input()(prototype, name, 0);
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name)!;
    METHODS[method](path)(prototype, name, descriptor);
    if (method !== 'GET') RouteConfig({ cors: false })(prototype, name, descriptor);
  }
  Object.defineProperty(Resource, 'name', { value: `Resource ${base}` });
  return Resource;
}
