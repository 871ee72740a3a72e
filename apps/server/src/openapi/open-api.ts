import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { getMetadataStorage } from 'class-validator';
import { openDataAnswers } from '#open-data';
import { FollowFacts } from '#read-models';
import { MEDIA_TYPES } from '../http/files/list-file.js';
import { PROBLEMS } from '../http/problem.js';
import { servedBy } from '../http/serves.js';
import { questions } from '../questions.js';
import { answeredAs, askedWith, sentAs } from './examples.js';
import { problemsOf } from './problems.js';
import { tagOf, tags } from './tags.js';
import { usedSchemas } from './used-schemas.js';

/** A JSON schema, as far as this file looks into it. */
type Schema = Readonly<{
  description?: string;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  [keyword: string]: unknown;
}>;

/** `files` are the media types of what it serves where that is not JSON of the type of its answer. */
type Operation = Readonly<{ method: string; path: string; Input: Type; files: readonly string[] | undefined }>;

type Content = Readonly<Record<string, object>>;
type Parameter = Readonly<{ name: string; in: string; description?: string; schema: object }>;

/** What our own checks say beyond a type. */
const CONSTRAINTS: Readonly<Record<string, (constraints: readonly unknown[]) => object>> = {
  isId: () => ({ format: 'uuid' }),
  isText: ([max]) => ({ minLength: 1, maxLength: max }),
  isWebAddress: () => ({ format: 'uri' }),
  isInt: () => ({ type: 'integer' }),
  isCount: ([most, least]) => ({ type: 'integer', minimum: least, maximum: most }),
  min: ([least]) => ({ minimum: least }),
  max: ([most]) => ({ maximum: most }),
  arrayMinSize: ([least]) => ({ minItems: least }),
  arrayMaxSize: ([most]) => ({ maxItems: most }),
  arrayUnique: () => ({ uniqueItems: true }),
};

const types = (): Readonly<Record<string, Schema>> => {
  const text = readFileSync(join(import.meta.dirname, 'types.json'), 'utf8');
  return JSON.parse(text.replaceAll('#/definitions/', '#/components/schemas/')) as Record<string, Schema>;
};

/** The schema of an input class: its type and comments, with what its checks say. */
function inputSchema(Input: Type, schema: Schema): Schema {
  const properties: Record<string, Schema> = { ...schema.properties };
  for (const { propertyName, name = '', constraints, each } of getMetadataStorage().getTargetValidationMetadatas(Input, '', false, false)) {
    const said = Object.hasOwn(CONSTRAINTS, name) ? CONSTRAINTS[name]!((constraints as unknown[] | undefined) ?? []) : {};
    const before = properties[propertyName] ?? {};
    properties[propertyName] = each ? { ...before, items: { ...(before.items as object | undefined), ...said } } : { ...before, ...said };
  }
  return { ...schema, properties };
}

/** The routes of controllers whose methods take one input each. */
function operationsOf(Controller: Type): readonly Operation[] {
  const prototype = Controller.prototype as Readonly<Record<string, unknown>>;
  const base = Reflect.getMetadata(PATH_METADATA, Controller) as string;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name] as object;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    const [Input] = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as (Type | undefined)[];
    if (method === undefined || !Input) return [];
    const path = ['', base, Reflect.getMetadata(PATH_METADATA, handler) as string]
      .join('/')
      .replaceAll(/\/+/g, '/')
      .replace(/(.)\/$/, '$1');
    return [{ method: RequestMethod[method].toLowerCase(), path: path.replaceAll(/:(\w+)/g, '{$1}'), Input, files: servedBy(handler) }];
  });
}

const json = (schema: object): Content => ({ 'application/json': { schema } });
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const contentOf = (files: readonly string[] | undefined, answerType: string): Content =>
  files === undefined
    ? json(ref(answerType))
    : Object.fromEntries(files.map((mediaType) => [mediaType, { schema: mediaType.endsWith('json') ? {} : { type: 'string' } }]));

const POSITION = { 'X-Log-Position': { description: 'Position in the log that the answer reflects.', schema: { type: 'string' } } };
const REVISION = { ETag: { description: 'Revision of what was changed.', schema: { type: 'string' } } };
const SHOWN = {
  ETag: {
    description: 'Tag of this very answer, for `If-None-Match`. Where it shows one thing, it begins with its revision, for `If-Match`.',
    schema: { type: 'string' },
  },
  'Cache-Control': {
    description: 'For good, where the question names a position and a date that is past; else to be asked for anew.',
    schema: { type: 'string' },
  },
  Link: {
    description:
      'Links (RFC 8288): `self`, `describedby`; of a page of a list `first` and `next`; of a state of the past `original timegate`.',
    schema: { type: 'string' },
  },
};
const MEMENTO = {
  'Memento-Datetime': {
    description: 'Of a state of the past (RFC 7089): the end of `asOf`, else of `knownAt`.',
    schema: { type: 'string' },
  },
};

/** Files are text: an entry a line. */
const FILES = { [MEDIA_TYPES.csv]: { schema: { type: 'string' } }, [MEDIA_TYPES.ndjson]: { schema: { type: 'string' } } };

const LOCATION = { schema: { type: 'string', format: 'uri-reference' } };

const HEADERS_OF_QUESTIONS = [
  {
    name: 'If-None-Match',
    in: 'header',
    description: 'Entity tags of answers that the reader has: one that is still the answer is not sent again.',
    schema: { type: 'string' },
  },
  {
    name: 'Accept-Datetime',
    in: 'header',
    description: 'The instant of which the state is wanted, such as `Thu, 01 Sep 2016 12:00:00 GMT` (RFC 7089). It is led to by 302.',
    schema: { type: 'string' },
  },
];

const HEADERS = [
  {
    name: 'X-Actor',
    in: 'header',
    description: 'Who records this. There is no sign-in yet: it is what the client says.',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'X-Correlation-Id',
    in: 'header',
    description: 'Kept with every fact that the request records.',
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'If-Match',
    in: 'header',
    description: 'Entity tag of the revision on which this was decided. Another present revision is answered with 412.',
    schema: { type: 'string' },
  },
];

const LAST_EVENT_ID = {
  name: 'Last-Event-ID',
  in: 'header',
  description: 'Begin behind this position, whatever `from` says. A reader that comes back sends the last id that it has seen.',
  schema: { type: 'string', pattern: '^\\d+$' },
};

const STREAM = {
  description:
    'Server-sent events; the id of each is a position of the log. `fact`: a fact. `caught-up`: all that was there has been told. `position`: nothing up to here was of interest. `dropped`: the connection ends, and why. A comment now and then says that it lives.',
  content: { 'text/event-stream': { schema: { type: 'string' }, 'x-data-of-fact': ref('StreamedFact') } },
};

/** What a question is answered with, and the headers that it may have. */
function answered({ Input, files }: Operation, operationId: string): Readonly<{ answer: object; headers: readonly Parameter[] }> {
  if (Input === FollowFacts) return { answer: { ...STREAM, content: answeredAs(operationId, STREAM.content) }, headers: [LAST_EVENT_ID] };
  const { answerType, list } = [...questions, ...openDataAnswers].find(({ Query }) => Query === Input)!;
  const content = { ...contentOf(files, answerType), ...(list !== undefined && FILES) };
  const described = { description: 'The answer.', headers: { ...POSITION, ...SHOWN, ...MEMENTO } };
  return { answer: { ...described, content: answeredAs(operationId, content) }, headers: HEADERS_OF_QUESTIONS };
}

function operation(asked: Operation, schema: Schema): object {
  const { method, path, Input } = asked;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const { properties = {}, required = [], description } = inputSchema(Input, schema);
  const fields = Object.entries(properties).filter(([name]) => !inPath.includes(name));
  const ids = inPath.map((name) => {
    const { description: about, ...schema } = properties[name]!;
    return { name, in: 'path', required: true, ...(about !== undefined && { description: about }), schema };
  });
  const parameter = ([name, { description: about, ...field }]: [string, Schema]): Parameter => ({
    name,
    in: 'query',
    ...(about !== undefined && { description: about }),
    ...(required.includes(name) && { required: true }),
    // Nothing in an address may be repeated: lists are set apart by commas.
    ...(field.type === 'array' && { style: 'form', explode: false }),
    schema: field,
  });
  const operationId = Input.name[0]!.toLowerCase() + Input.name.slice(1);
  const common = { operationId, summary: description, tags: [tagOf(path)] };
  if (method === 'get') {
    const { answer, headers } = answered(asked, operationId);
    return {
      ...common,
      parameters: askedWith(operationId, [...ids, ...fields.map(parameter), ...headers]),
      responses: {
        200: answer,
        302: { description: 'The state at the instant of `Accept-Datetime` is there.', headers: { Location: LOCATION } },
        304: { description: 'The reader has this answer already.', headers: SHOWN },
        ...problemsOf('question'),
      },
    };
  }
  const body = {
    type: 'object',
    properties: Object.fromEntries(fields),
    required: required.filter((name) => !inPath.includes(name)),
    additionalProperties: false,
  };
  const headers = { ...POSITION, ...REVISION };
  return {
    ...common,
    parameters: askedWith(operationId, [...ids, ...HEADERS]),
    requestBody: { required: body.required.length > 0, content: sentAs(operationId, json(body)) },
    responses: {
      200: { description: 'There was nothing to record: it is on record already.', headers, content: json(ref('Acknowledged')) },
      201: { description: 'Recorded.', headers, content: answeredAs(operationId, json(ref('Acknowledged'))) },
      ...problemsOf('command'),
    },
  };
}

/** The description of the interface in OpenAPI 3.1, made from the routes, the classes of their inputs and the types of their answers. */
export function openApi(controllers: readonly Type[], version: string): object {
  const schemas = types();
  const paths: Record<string, Record<string, object>> = {};
  for (const each of controllers.flatMap(operationsOf)) {
    paths[each.path] = { ...paths[each.path], [each.method]: operation(each, schemas[each.Input.name]!) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'IGF Intersessional Work Tracker',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description: `Facts about the intersessional work of the Internet Governance Forum. Every read takes two dates: \`asOf\`, what was true then, and \`knownAt\`, what had been recorded then. Problems have stable types: ${Object.keys(
        PROBLEMS,
      )
        .map((kind) => `/problems/${kind}`)
        .join(', ')}.`,
    },
    servers: [{ url: '/', description: 'Where this description was read.' }],
    // There is no sign-in yet.
    security: [],
    tags,
    paths,
    components: { schemas: usedSchemas(paths, schemas) },
  };
}
