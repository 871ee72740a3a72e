import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Outcome, type Recorded } from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import { faultsOf, Ledger } from '#test/durability/ledger';
import type { Reply, Request } from '#test/durability/requests';
import { Secretariat } from '#test/durability/secretariat';
import { WritingProcess } from '#test/durability/writing-process';
import { readToEnd } from '#test/events';
import { temporaryFolder } from '#test/files';
import { chance } from '#test/chance';

const WRITERS = 16;
const REQUESTS = 25;

let folder: string;
let processes: readonly WritingProcess[];

// They open one file that does not exist yet, at the same time.
beforeEach(() => {
  folder = temporaryFolder();
  processes = [new WritingProcess(folder), new WritingProcess(folder)];
});
afterEach(async () => {
  for (const each of processes) await each.kill();
});

const idsOf = (events: readonly Pick<Recorded, 'id'>[]): readonly string[] => events.map(({ id }) => id);
const outcomeOf = (reply: Reply | undefined): Outcome | undefined => (reply && 'outcome' in reply ? reply.outcome : undefined);

/** Writers in both processes, on the same few streams. */
async function recordedByBoth(): Promise<Ledger> {
  const [secretariat, acknowledged] = [new Secretariat(), new Ledger()];
  const write = async (child: WritingProcess, seed: number): Promise<void> => {
    const requests = secretariat.requests(seed);
    for (let n = 0; n < REQUESTS; n++) {
      const request = requests.next().value;
      const reply = await child.ask(request);
      acknowledged.enter(reply);
      secretariat.learn(request, reply);
    }
  };
  const random = chance(2016);
  await Promise.all(Array.from({ length: 2 * WRITERS }, async (_, n) => write(processes[n % 2]!, Math.floor(random() * 2 ** 31))));
  return acknowledged;
}

/** Everything that a process sees which only follows, until it has seen the given position. */
function following(store: SqliteEventStore): (position: bigint) => Promise<readonly Recorded[]> {
  const seen: Recorded[] = [];
  const stop = new AbortController();
  const wanted = { position: undefined as bigint | undefined };
  const isEnough = (): boolean => wanted.position !== undefined && (seen.at(-1)?.position ?? 0n) >= wanted.position;
  const reading = (async () => {
    for await (const { events } of store.subscribe('start', stop.signal)) {
      seen.push(...events);
      if (isEnough()) stop.abort();
    }
  })();
  return async (position) => {
    wanted.position = position;
    if (isEnough()) stop.abort();
    await reading;
    return seen;
  };
}

test('Two processes that write to the same streams lose nothing, repeat nothing, and a third sees all of it in order', async () => {
  const store = new SqliteEventStore(join(folder, 'tracker.db'));
  const follow = following(store);
  const acknowledged = await recordedByBoth();
  const log = await readToEnd(store);
  expect(faultsOf(log)).toEqual([]);
  expect(acknowledged.missing(log)).toEqual([]);
  expect(idsOf(log).toSorted()).toEqual(acknowledged.ids.toSorted());
  expect(await follow(log.at(-1)!.position)).toEqual(log);
  await store.close();
}, 60_000);

test('Of two processes that decide on the same revision one records, and the other is told', async () => {
  const workstreamId = randomUUID();
  const asked = (fields: Request['fields'], ifMatch?: bigint): Request => ({
    id: randomUUID(),
    command: ifMatch === undefined ? 'RegisterDynamicCoalition' : 'RenameWorkstream',
    fields: { workstreamId, effective: '2016', ...fields },
    ...(ifMatch !== undefined && { ifMatch }),
  });
  await processes[0]!.ask(asked({ name: 'Renamed as it was' }));
  for (let revision = 0n; revision < 40n; revision++) {
    const replies = await Promise.all(
      processes.map(async (each, n) => each.ask(asked({ name: `Name ${revision} of process ${n}` }, revision))),
    );
    const won = replies.flatMap((reply) => outcomeOf(reply) ?? []);
    expect(won).toMatchObject([{ changed: true, revision: revision + 1n }]);
    expect(replies.flatMap((reply) => (reply && 'refused' in reply ? [reply.refused] : []))).toEqual(['precondition-failed']);
  }
}, 60_000);
