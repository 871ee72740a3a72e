import { OPEN_FILES, MANIFEST, SUMS } from '#open-data';
import { addressOf, type Described, neededBy, type Values } from '#test/description';
import type { Reply, TestServer } from '#test/server';
import type { Example } from './example.js';
import { firstLines, shortened } from './shortened.js';

/** A server, and what can stand in the addresses that are asked of it. */
export type Source = Readonly<{ server: TestServer; values: Values }>;

/** What is asked wherever it can be: a state that stays, and a short answer. */
const CHOSEN: Values = { asOf: '2018-12-31', limit: '2' };

/** Files cannot be told apart by what they are asked for with alone: one of each media type. */
const FILES: readonly string[] = [...OPEN_FILES.map(({ name }) => name), MANIFEST, SUMS];

const mediaTypeOf = ({ headers }: Reply): string => headers.get('content-type')!.split(';')[0]!;

/** What an archive holds is not for reading. */
const isText = (reply: Reply): boolean => mediaTypeOf(reply) !== 'application/zip';

const contentOf = ({ body, text }: Reply): unknown => (body === undefined ? firstLines(text) : shortened(body));

/** Every address under which the question is answered in another form, the one that is shown first. */
function addresses(described: Described, values: Values): readonly string[] {
  const { path, operation } = described;
  if (path.endsWith('/files/{name}')) return FILES.map((name) => addressOf(described, { ...values, name }));
  const hasForms = operation.parameters?.some(({ name }) => name === 'format') ?? false;
  const forms = hasForms ? ['csv', 'ndjson'].map((format) => addressOf(described, { ...values, format })) : [];
  return [addressOf(described, values), ...forms];
}

/** The first facts of the stream, as they come. */
async function streamed(address: string, server: TestServer): Promise<string> {
  const reader = await server.follow({ path: `${address}?from=start` }).caughtUp();
  reader.cut();
  const events = reader.events.slice(0, 2).map(({ id, event, data }) => `id: ${id!}\nevent: ${event!}\ndata: ${data}\n`);
  return `${events.join('\n')}\n`;
}

/** A question as it was really asked, with its answer in every form; `undefined` where there is nothing to answer with. */
export async function exampleOfQuestion(described: Described, { server, values }: Source): Promise<Example | undefined> {
  const needed = neededBy(described, values);
  if (!needed) return undefined;
  const { operation, path } = described;
  if (operation.responses['200']!.content['text/event-stream'])
    return { parameters: { from: 'start' }, answers: { 'text/event-stream': await streamed(path, server) } };
  const chosen = Object.entries(CHOSEN).filter(([field]) => operation.parameters?.some(({ name }) => name === field));
  const parameters = { ...needed, ...(Object.fromEntries(chosen) as Values) };
  const replies: Reply[] = [];
  for (const address of addresses(described, parameters)) replies.push(await server.getLatest(address));
  if (replies[0]!.status !== 200) return undefined;
  const answers = replies.filter(isText).map((reply) => [mediaTypeOf(reply), contentOf(reply)]);
  return { parameters, answers: Object.fromEntries(answers.toReversed()) as Example['answers'] };
}

/** Whether the answer has anything to show. */
export const showsSomething = ({ answers }: Example): boolean => {
  const answer = answers['application/json'];
  return !(typeof answer === 'object' && answer !== null && 'total' in answer && answer.total === 0);
};
