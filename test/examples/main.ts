import { readFileSync, writeFileSync } from 'node:fs';
import { type Described, type Description, operationsOf, pathPattern, type Values } from '#test/description';
import { type OneOfEach, recordOneOfEach } from '#test/one-of-each/index';
import { serverWithSample, valuesOfSample } from '#test/sample';
import { TestServer } from '#test/server';
import type { Example } from './example.js';
import { exampleOfQuestion, showsSomething, type Source } from './of-questions.js';
import { shortened } from './shortened.js';

// `npm run examples` asks a real server every question, about the sample history or, where that has nothing to say, about
// one of each fact, and keeps what was asked and answered as examples of the interface; of commands, what was really sent and
// accepted. With `--check` it says whether what is kept is still so. Run it in the root of the repository.

const FILE = 'apps/server/src/openapi/examples.json';

/** How the sample history is imported, so that its facts have the same dates of recording whenever that is done. */
const STANDING_STILL = { NODE_OPTIONS: `--import ${new URL('standing-still.js', import.meta.url).href}` };

function exampleOfCommand({ path, method, operation }: Described, { exchanges }: OneOfEach): Example | undefined {
  const pattern = pathPattern(path);
  const sent = exchanges.find((each) => each.method === method && pattern.test(each.path));
  if (!sent) throw new Error(`Nothing was recorded by ${operation.operationId}.`);
  const parameters: Values = { ...pattern.exec(sent.path)!.groups };
  return { parameters, body: sent.body, answers: { 'application/json': shortened(sent.reply.body) } };
}

async function exampleOf(described: Described, sources: readonly Source[]): Promise<Example> {
  const examples: Example[] = [];
  for (const source of sources) {
    const example = await exampleOfQuestion(described, source);
    if (example) examples.push(example);
  }
  const best = examples.find(showsSomething) ?? examples[0];
  if (!best) throw new Error(`Nothing answers ${described.operation.operationId}.`);
  return best;
}

async function examples(): Promise<string> {
  const [sample, other] = [await serverWithSample(STANDING_STILL), await TestServer.start()];
  try {
    const recorded = await recordOneOfEach(other);
    const [values] = await valuesOfSample(sample, 1);
    const sources = [
      { server: sample, values: values! },
      { server: other, values: recorded.ids },
    ];
    const made: Record<string, Example | undefined> = {};
    for (const described of operationsOf((await sample.get('/openapi.json')).body as Description)) {
      const { operationId } = described.operation;
      made[operationId] = described.method === 'get' ? await exampleOf(described, sources) : exampleOfCommand(described, recorded);
    }
    return `${JSON.stringify(made, null, 1)}\n`;
  } finally {
    await Promise.all([sample.stop(), other.stop()]);
  }
}

const made = await examples();
if (!process.argv.includes('--check')) writeFileSync(FILE, made);
else if (made !== readFileSync(FILE, 'utf8')) {
  process.stderr.write(`${FILE} is not what the server answers: npm run examples\n`);
  process.exitCode = 1;
}
