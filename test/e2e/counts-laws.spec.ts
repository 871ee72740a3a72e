import { join } from 'node:path';
import fc from 'fast-check';
import { encode, parse } from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import { temporaryFolder } from '#test/files';
import { generatedHistory } from '#test/generated-history/index';
import { TestReadSide } from '#test/read-side';
import { type CountOfRecord, type CountRow, getCalls, GetCount, getCount, getStatus, getWorkstreams } from '#read-models';

const FACTS = 2500;

let store: SqliteEventStore;
let readSide: TestReadSide;
beforeAll(async () => {
  store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'), () => Date.now());
  const appends = [...generatedHistory(FACTS, 11)].map(async ({ id, event, metadata, recordedAt, stream, revision }) => {
    const taken = { ...metadata, firstRecordedAt: new Date(recordedAt).toISOString() };
    return store.append(stream, revision === 0 ? 'none' : BigInt(revision - 1), [encode(id, event, taken)]);
  });
  const positions = (await Promise.all(appends)).map(({ position }) => position);
  readSide = new TestReadSide(store);
  await readSide.reached(positions.at(-1)!);
}, 120_000);
afterAll(async () => {
  await readSide.stop();
  await store.close();
});

const count = (id: string, query: Partial<GetCount> = {}): CountOfRecord =>
  getCount(parse(GetCount, { count: id, ...query }), readSide.tables).body;

const by = ({ rows }: CountOfRecord, dimension: string): readonly CountRow[] => rows.filter((row) => row.by === dimension);
const sum = (rows: readonly CountRow[]): number => rows.reduce((total, { value }) => total + (value ?? 0), 0);

/** Any call of the history. */
const anyCall = () => fc.constantFrom(...getCalls({ limit: 1000 }, readSide.tables).body.calls);

test('Contributions by group, by region and by call have one sum, of whatever is asked, and it is that of their facts', () => {
  const questions = anyCall().chain(({ callId, workstreams: [caller] }) =>
    fc.constantFrom<Partial<GetCount>>(
      {},
      { callId },
      { workstreamId: caller!.workstreamId },
      { workstreamId: caller!.workstreamId, from: '2010' },
    ),
  );
  fc.assert(
    fc.property(questions, (asked) => {
      const answer = count('contributions', asked);
      const { value, factIds } = answer.computed;
      expect(factIds).toHaveLength(value);
      for (const dimension of ['stakeholder group', 'regional group', 'call']) expect(sum(by(answer, dimension))).toBe(value);
      for (const row of answer.rows.filter((each) => each.value !== null)) expect(row.factIds).toHaveLength(row.value!);
    }),
    { numRuns: 30 },
  );
});

test('What is asked of one call, workstream or cycle is what the whole says of it', () => {
  const whole = count('contributions');
  const [byCall, byWorkstream, byCycle] = ['call', 'workstream', 'cycle'].map((dimension) => by(whole, dimension)) as [
    readonly CountRow[],
    readonly CountRow[],
    readonly CountRow[],
  ];
  expect(whole.computed.value).toBeGreaterThan(20);
  for (const { id, value } of byCall) expect(count('contributions', { callId: id! }).computed.value).toBe(value ?? 0);
  for (const { id, value } of byWorkstream) expect(count('contributions', { workstreamId: id! }).computed.value).toBe(value ?? 0);
  for (const { name, value } of byCycle.filter((row) => row.name !== 'unknown'))
    expect(count('contributions', { cycle: Number(name) }).computed.value).toBe(value ?? 0);
});

test.each(['contributions', 'deadline-slips', 'call-lead-times', 'minutes-delays', 'meeting-lead-times', 'meetings-by-cadence'])(
  'Every number of %s rests on facts that are on record',
  (id) => {
    const { rows, computed } = count(id);
    const named = new Set([...computed.factIds, ...rows.flatMap(({ factIds }) => factIds)]);
    expect(named.size).toBeGreaterThan(10);
    for (const factId of named) expect(readSide.tables.auditLog().byId(factId)).toBeDefined();
    for (const row of rows.filter(({ value }) => value !== null && value > 0)) expect(row.factIds).not.toEqual([]);
    for (const row of rows) expect(row.value === null).toBe(row.none !== null);
  },
);

test.each([
  ['initiatives-over-time', 'igf-initiative', 'initiative standing'],
  ['coalitions-over-time', 'dynamic-coalition', 'coalition activity'],
] as const)(
  '%s: those of each status are all, those of a year are those before, the new ones and those of which it is not known, and the rule says so of each',
  (id, kind, rule) => {
    const { rows } = count(id, { from: '2007', to: '2024' });
    const of = (year: number, what: string): number => rows.find((row) => row.name === String(year) && row.what === what)!.value!;
    for (let year = 2008; year <= 2024; year += 1) {
      expect(of(year, 'on record')).toBe(of(year - 1, 'on record') + of(year, 'new') + of(year, 'new or there before'));
      expect(sum(rows.filter((row) => row.name === String(year) && row.what.startsWith(rule)))).toBe(of(year, 'on record'));
    }
    const asOf = '2015';
    const there = getWorkstreams({ kind, asOf }, readSide.tables).body.workstreams;
    expect(of(2015, 'on record')).toBe(there.length);
    const judged = there.flatMap(({ workstreamId }) => getStatus({ workstreamId, rule, asOf }, readSide.tables).body.verdicts);
    for (const status of new Set(judged.map((verdict) => verdict.status)))
      expect(of(2015, `${rule}: ${status}`)).toBe(judged.filter((verdict) => verdict.status === status).length);
  },
);
