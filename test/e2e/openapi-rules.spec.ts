import { createConfig, lintFromString } from '@redocly/openapi-core';
import { type Description, operationsOf } from '#test/description';
import { TestServer } from '#test/server';

/** What the linter would find, and why it is right here. */
const RIGHT_HERE: Readonly<Record<string, string>> = {
  'Component: "StreamedFact" is never used.':
    'The events of the stream refer to it; OpenAPI 3.1 has no word of its own for what events hold.',
  'Paths should resolve unambiguously. Found two ambiguous paths: `/v1/reports/{cycle}/{kind}/errata` and `/v1/reports/{reportId}/freezes/{freezeId}`.':
    'One is only read, the other only written.',
};

let description: Description;
beforeAll(async () => {
  const server = await TestServer.start();
  description = (await server.get('/openapi.json')).body as Description;
  await server.stop();
});

async function findings(document: object): Promise<readonly string[]> {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  return problems.map(({ message }) => message);
}

test('The description of the interface follows the recommended rules for such descriptions', async () => {
  expect((await findings(description)).toSorted()).toEqual(Object.keys(RIGHT_HERE).toSorted());
});

test('An example that is not what its schema says would be found', async () => {
  const wrong = JSON.parse(JSON.stringify(description).replaceAll('"changed":true', '"changed":"yes"')) as object;
  expect((await findings(wrong)).length).toBeGreaterThan(Object.keys(RIGHT_HERE).length);
});

describe('Every operation has an example', () => {
  const isReadable = (mediaType: string): boolean => mediaType !== 'application/zip';

  test('of what it is asked with, and of its answer in every form that can be read', () => {
    const operations = operationsOf(description);
    expect(operations.length).toBeGreaterThan(100);
    for (const { operation, method } of operations) {
      const { operationId, requestBody, responses, parameters = [] } = operation;
      const contents = [...Object.values(requestBody?.content ?? {})];
      const answer = responses[method === 'get' ? '200' : '201']!.content;
      const answers = Object.entries(answer).flatMap(([mediaType, content]) => (isReadable(mediaType) ? [content] : []));
      const without = [...contents, ...answers].filter(({ examples }) => examples === undefined);
      expect({ operationId, without }).toEqual({ operationId, without: [] });
      const lacking = parameters.filter(({ required, example }) => required === true && example === undefined);
      expect({ operationId, lacking }).toEqual({ operationId, lacking: [] });
    }
  });
});
