import { randomUUID } from 'node:crypto';
import { compileErrors, validate } from '@readme/openapi-parser';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { CORRECTION_TYPES } from '#event-sourcing';
import { useCases } from '#workstreams';
import { addressOf, type Described, type Description, neededBy, type Operation, operationsOf, pathPattern } from '#test/description';
import { type OneOfEach, recordOneOfEach } from '#test/one-of-each/index';
import { type Reply, TestServer } from '#test/server';

let server: TestServer;
let document: Description;
let recorded: OneOfEach;
let schemas: Ajv2020;
beforeAll(async () => {
  server = await TestServer.start();
  recorded = await recordOneOfEach(server);
  document = (await server.get('/openapi.json')).body as Description;
  schemas = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  // How the module says what it exports does not fit how Node reads it.
  (formats as unknown as (ajv: Ajv2020) => void)(schemas);
  for (const [name, schema] of Object.entries(document.components.schemas)) schemas.addSchema(apart(schema), name);
});
afterAll(async () => server.stop());

/** A schema that stands apart from the document: it refers to others by their names. */
const apart = (schema: object): object => JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '')) as object;

const compiled = (schema: object): ValidateFunction => schemas.compile(apart(schema));

const operations = (): readonly Described[] => operationsOf(document);

const operationOf = (id: string): Operation => operations().find(({ operation }) => operation.operationId === id)!.operation;

const isJson = (type: string): boolean => type.startsWith('application/') && type.endsWith('json');

/** What is wrong with an answer, by the schema that an operation declares for it. */
function faults({ responses }: Operation, { status, headers, body, text }: Reply): unknown {
  const declared = responses[status]?.content ?? {};
  const type = headers.get('content-type')!.split(';')[0]!;
  if (!declared[type]) return `${type} is not declared`;
  const check = compiled(declared[type].schema);
  return check(isJson(type) ? body : text) ? [] : check.errors;
}

describe('The description of the interface', () => {
  test('is valid OpenAPI 3.1', async () => {
    const copy = structuredClone(document) as unknown as Parameters<typeof validate>[0];
    const result = await validate(copy);
    expect(result.valid ? '' : compileErrors(result)).toBe('');
    expect(document.openapi).toMatch(/^3\.1\./);
  });

  test('holds schemas that each stand in strict JSON Schema 2020-12, and all of them are used', () => {
    const text = JSON.stringify(document);
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      expect(() => compiled(schema)).not.toThrow();
      expect(text).toContain(`#/components/schemas/${name}"`);
    }
  });

  test('holds every route that is served, and none that is not', () => {
    const served = server.routes().filter((route) => route.includes(' /v1/') && !route.startsWith('HEAD '));
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(served.length).toBeGreaterThan(20);
    expect(described.toSorted()).toEqual(served.toSorted());
  });

  test('holds every command that can be recorded, each under a name of its own', () => {
    const names = operations().map(({ operation }) => operation.operationId.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const { Command } of useCases) expect(names).toContain(Command.name.toLowerCase());
  });
});

describe('What is answered is as it is described', () => {
  test('to every question, whatever the moment', async () => {
    await server.getLatest('/v1/facts');
    const isStream = ({ responses }: Operation): boolean => responses['200']!.content['text/event-stream'] !== undefined;
    for (const described of operations().filter(({ method, operation }) => method === 'get' && !isStream(operation))) {
      const { path, operation } = described;
      const address = addressOf(described, neededBy(described, recorded.ids)!);
      for (const moment of ['', 'asOf=2017-08-15', 'knownAt=2016']) {
        const query = `${address.includes('?') ? '&' : '?'}${moment}`;
        const reply = await server.get(address + query);
        expect({ path, query, expected: (moment === '' ? [200] : [200, 404]).includes(reply.status) }).toEqual({
          path,
          query,
          expected: true,
        });
        expect({ path, query, faults: faults(operation, reply) }).toEqual({ path, query, faults: [] });
        if (reply.body === undefined) continue;
        expect(faults(operation, { ...reply, body: { ...(reply.body as object), colour: 'red' } })).not.toEqual([]);
      }
    }
  });

  test('to those who follow facts', async () => {
    const reader = await server.follow({ path: '/v1/stream?from=start' }).caughtUp();
    reader.cut();
    const declared = document.paths['/v1/stream']!.get!.responses['200']!.content['text/event-stream']!;
    const check = compiled((declared as unknown as Readonly<{ 'x-data-of-fact': object }>)['x-data-of-fact']);
    expect(reader.facts.length).toBeGreaterThan(useCases.length);
    for (const fact of reader.facts) expect([check(fact), check.errors]).toEqual([true, null]);
    expect(check({ ...(reader.facts[0] as object), colour: 'red' })).toBe(false);
  });

  test('to every command, when it is recorded and when it is repeated', async () => {
    const kinds = new Set((await server.facts()).map(({ type }) => type));
    expect(kinds.size).toBe(useCases.length + CORRECTION_TYPES.length);
    const operation = operationOf('registerDynamicCoalition');
    for (const { reply } of recorded.exchanges) {
      expect([reply.status, reply.text]).toEqual([201, expect.any(String)]);
      expect(faults(operation, reply)).toEqual([]);
    }
    const path = `/v1/calls/${recorded.ids.callId}/closings`;
    const repeated = await server.post(path, { effective: '2017-12-02' });
    expect([repeated.status, faults(operation, repeated)]).toEqual([200, []]);
  });

  test('when something is wrong', async () => {
    const replies = [
      await server.get('/v1/calls/x?asOf=never'),
      await server.get('/v1/calls/7c9e6679-7425-40de-944b-e07fc1f90ae7'),
      await server.get('/v1/calls/%E0%A4%A'),
      await server.put(`/v1/calls/${randomUUID()}`, { workstreamIds: [recorded.ids.callId], title: 'x' }),
      await server.request('PUT', `/v1/calls/${recorded.ids.callId}`, { raw: 'x', headers: { 'content-type': 'text/plain' } }),
    ];
    expect(replies.map(({ status }) => status)).toEqual([400, 404, 400, 422, 415]);
    const asked = ['getCall', 'getCall', 'getCall', 'openCall', 'openCall'].map(operationOf);
    for (const [index, reply] of replies.entries()) expect(faults(asked[index]!, reply)).toEqual([]);
  });
});

describe('What is asked is taken as it is described', () => {
  const bodyOf = (asked: string, by: string): ValidateFunction => {
    const { operation } = operations().find(({ path, method }) => method === by && pathPattern(path).test(asked))!;
    return compiled(operation.requestBody!.content['application/json']!.schema);
  };

  test('by every command, with every field that it can have', () => {
    for (const { method, path, body } of recorded.exchanges) {
      const check = bodyOf(path, method);
      expect({ path, taken: check(body), faults: check.errors }).toEqual({ path, taken: true, faults: null });
    }
  });

  test('and no field that is not described', () => {
    for (const { method, path, body } of recorded.exchanges) expect(bodyOf(path, method)({ ...body, colour: 'red' })).toBe(false);
  });
});
