import { addressOf, type Description, neededBy, operationsOf } from '#test/description';
import { serverWithSample, valuesOfSample } from '#test/sample';
import type { TestServer } from '#test/server';

/** Numbers that no fact has to be named for, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  total: 'How many entries the list has; they are in it, or where `next` leads.',
  ofCycle: 'How many workstreams there are to look at; they are in the list, or come with a higher limit.',
  needAttention: 'How many rows say so; `attention=true` gives them.',
  cycle: 'The year by which a workstream or a report is told from others of its name.',
  upTo: 'A position of the log.',
  until: 'A position of the log.',
  unread: 'How much was not looked at.',
  version: 'The version of a rule.',
  template: 'The version of the shape of a report.',
  position: 'A position of the log.',
  speaksOf: 'A date.',
  from: 'A date.',
  lateAfterDays: 'What the rule says, of every fact.',
  facts: 'Of the open data: `facts.ndjson` has them.',
  bytes: 'The length of a file.',
};

/** In these an entry names the fact by which it came on record. */
const CAME_BY = ['registered', 'opened', 'begun', 'started', 'fact'] as const;

type Entry = Readonly<Record<string, unknown>>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

const namesFacts = (entry: Entry): boolean => typeof entry.factId === 'string' || Array.isArray(entry.factIds);

const leadsOn = (entry: Entry): boolean => typeof entry.address === 'string' && entry.address.startsWith('/');

const isOpen = (entry: Entry): boolean =>
  namesFacts(entry) || leadsOn(entry) || CAME_BY.some((field) => isEntry(entry[field]) && namesFacts(entry[field]));

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^(about |over )?\d+\+?$/.test(value));

const IS_ID = /^[\da-f]{8}-[\da-f-]{27}$/;

/** The numbers in an answer of which neither it nor anything around them says by which facts they are as they are. */
function unopened(value: unknown, path = ''): readonly string[] {
  if (!isEntry(value)) return [];
  if (Array.isArray(value)) return value.flatMap((each) => unopened(each, `${path}[]`));
  if (isOpen(value)) return [];
  return Object.entries(value).flatMap(([field, each]) => {
    if (isNumber(each)) return Object.hasOwn(EXPLAINED, field) ? [] : [`${path}.${field}`];
    // What is looked up by the id of a fact is about that fact.
    return IS_ID.test(field) && path.endsWith('.facts') ? [] : unopened(each, `${path}.${field}`);
  });
}

describe('Every number in an answer can be opened to its facts', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serverWithSample();
  }, 60_000);
  afterAll(async () => server.stop());

  test('in whatever is asked of the sample history', async () => {
    const description = (await server.get('/openapi.json')).body as Description;
    const values = await valuesOfSample(server, 20);
    const asked = new Set<string>();
    const alone = new Set<string>();
    for (const described of operationsOf(description).filter(({ method }) => method === 'get')) {
      if (described.operation.responses['200']!.content['application/json'] === undefined || described.path.includes('/files/')) continue;
      const needed = values.map((each) => neededBy(described, each)).filter((each) => each !== undefined);
      for (const address of new Set(needed.map((each) => addressOf(described, each)))) {
        const { status, body } = await server.get(address);
        // A count of a cycle that nobody named may have nothing to count.
        if (status === 404) continue;
        expect({ address, status }).toEqual({ address, status: 200 });
        for (const path of unopened(body)) alone.add(`${described.path}: ${path}`);
        asked.add(described.path);
      }
    }
    expect([...alone]).toEqual([]);
    expect(asked.size).toBeGreaterThan(30);
  }, 120_000);

  test('a number that stands alone would be found, and one beside its facts is not', () => {
    expect(unopened({ calls: [{ contributions: 3 }] })).toEqual(['.calls[].contributions']);
    expect(unopened({ figures: [{ value: '70+' }] })).toEqual(['.figures[].value']);
    expect(unopened({ calls: [{ contributions: { count: 3, factIds: [] } }] })).toEqual([]);
  });
});
