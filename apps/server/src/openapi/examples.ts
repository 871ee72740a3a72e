import { readFileSync } from 'node:fs';

/** How an operation was really asked and answered: values of its parameters, the body where it has one, the answer by media type. */
type Example = Readonly<{ parameters: Readonly<Record<string, string>>; body?: object; answers: Readonly<Record<string, unknown>> }>;

const FILE = new URL('../../../../../apps/server/src/openapi/examples.json', import.meta.url);

/** By operation. Made by `npm run examples`, so that none is made up; the file stays beside its source, where it is reviewed. */
const EXAMPLES = JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, Example>>;

type Content = Readonly<Record<string, object>>;
type Parameter = Readonly<{ name: string; schema: object }>;

const KEPT = 'As it was recorded.';
const SHORTENED = 'As it was answered, with fewer entries in its lists and fewer lines.';

const named = (summary: string, value: unknown): object => ({ examples: { real: { summary, value } } });

/** A value as its schema has it, of the text that stood in the address. */
function valueOf(text: string, { schema }: Parameter): unknown {
  const { type } = schema as Readonly<{ type?: unknown }>;
  if (type === 'array') return text.split(',');
  return type === 'integer' || type === 'number' ? Number(text) : text;
}

/** Parameters with the values that they had when the operation was asked. */
export const askedWith = <P extends Parameter>(operationId: string, parameters: readonly P[]): readonly (P & { example?: unknown })[] =>
  parameters.map((each) => {
    const text = EXAMPLES[operationId]?.parameters[each.name];
    return text === undefined ? each : { ...each, example: valueOf(text, each) };
  });

/** What was sent, by media type, with an example. */
export function sentAs(operationId: string, content: Content): Content {
  const body = EXAMPLES[operationId]?.body;
  return Object.fromEntries(Object.entries(content).map(([type, each]) => [type, body ? { ...each, ...named(KEPT, body) } : each]));
}

/** What was answered, by media type, with an example of each. */
export function answeredAs(operationId: string, content: Content): Content {
  const answers = EXAMPLES[operationId]?.answers ?? {};
  return Object.fromEntries(
    Object.entries(content).map(([type, each]) => [type, type in answers ? { ...each, ...named(SHORTENED, answers[type]) } : each]),
  );
}
