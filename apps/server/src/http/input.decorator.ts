import { createParamDecorator, type ExecutionContext, type PipeTransform, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidInput, parse } from '#event-sourcing';

type Sent = Readonly<Record<string, unknown>>;

/** What was sent, of which the ids in the path go before the same fields elsewhere. */
function sent({ method, query, body, params }: FastifyRequest): Sent {
  if (method === 'GET' || method === 'HEAD') return { ...(query as Sent), ...(params as Sent) };
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    throw new InvalidInput([{ pointer: '', detail: 'must be a JSON object' }]);
  }
  return { ...body, ...(params as Sent) };
}

/** Checks an input whole, as the class of the parameter declares it. */
class Parsed implements PipeTransform {
  transform(value: unknown, { metatype }: { metatype?: Type | undefined }): object {
    if (!metatype) throw new Error('An input needs a class that declares it.');
    return parse(metatype as Type<object>, value);
  }
}

const fromRequest = createParamDecorator((_: unknown, context: ExecutionContext) =>
  sent(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The whole input of a route, body or query and path together, as the class of the parameter. */
export const Input = (): ParameterDecorator => fromRequest(new Parsed());
