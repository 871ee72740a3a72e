import { createParamDecorator, type ExecutionContext, type PipeTransform, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidInput, parse, pointerTo } from '#event-sourcing';
import { assertModest } from './modest.js';

type Sent = Readonly<Record<string, unknown>>;

/** What stands in an address, once each. */
function asked(query: Sent): Sent {
  const repeated = Object.keys(query).filter((name) => Array.isArray(query[name]));
  if (repeated.length > 0)
    throw new InvalidInput(repeated.map((name) => ({ pointer: pointerTo('', name), detail: 'is given more than once' })));
  return query;
}

/** What stands in a body. Nothing is taken from the address but ids, and nothing in it is passed over. */
function told(body: unknown, query: Sent): Sent {
  const [stray] = Object.keys(query);
  if (stray !== undefined)
    throw new InvalidInput([{ pointer: pointerTo('', stray), detail: 'stands in the address: give it in the body instead' }]);
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidInput([{ pointer: '', detail: 'must be a JSON object' }]);
  }
  return body as Sent;
}

const isSameId = (a: unknown, b: unknown): boolean => String(a).toLowerCase() === String(b).toLowerCase();

/** What was sent: the fields and the ids in the path, which may stand in the body too as long as they are the same. */
function sent({ method, query, body, params }: FastifyRequest): Sent {
  const fields = method === 'GET' || method === 'HEAD' ? asked(query as Sent) : told(body, query as Sent);
  assertModest(fields);
  const ids = params as Sent;
  const others = Object.keys(ids).filter((name) => Object.hasOwn(fields, name) && !isSameId(fields[name], ids[name]));
  if (others.length > 0)
    throw new InvalidInput(others.map((name) => ({ pointer: pointerTo('', name), detail: 'is not the one in the address' })));
  return { ...fields, ...ids };
}

/** Checks an input whole, as the class of the parameter declares it. */
class Parsed implements PipeTransform {
  transform(value: unknown, { metatype }: { metatype?: Type | undefined }): object {
    if (!metatype) throw new Error('An input needs a class that declares it.');
    return parse(metatype as Type<object>, value);
  }
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

const fromRequest = createParamDecorator((_: unknown, context: ExecutionContext) => sent(requestOf(context)));

/** The whole input of a route, body or query and path together, as the class of the parameter. */
export const Input = (): ParameterDecorator => fromRequest(new Parsed());

/** What a form on a page sends: a field that was left empty is one that was left out. */
const fromForm = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const trimmed = Object.entries(sent(requestOf(context))).map(([name, value]) => [name, String(value).trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
});

/** The whole input of a page, as the class of the parameter. */
export const FormInput = (): ParameterDecorator => fromForm(new Parsed());
