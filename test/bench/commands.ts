import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { Bench } from './appends.js';
import type { Answered, Turn } from './commands.clients.js';
import type { Kind } from './commands.server.js';
import { openCalls } from './commands.workload.js';
import { type Measured, quantile } from './figure.js';
import { type Contestant, interleaved } from './rounds.js';

const CLIENTS = 64;
const REQUESTS = 2000;
/** Many short turns, as in `appends.ts`. */
const TURNS_A_ROUND = 3;
/** Not counted: until then the code of all is compiled. */
const WARM_UP = 2;

const KINDS: readonly Kind[] = ['ours', 'grouped insert', 'empty handler'];

const script = (name: string): string => fileURLToPath(new URL(`./commands.${name}.js`, import.meta.url));

/** The next thing that a process says. */
async function heard<T>(child: ChildProcess): Promise<T> {
  const over = new AbortController();
  const message = once(child, 'message', { signal: over.signal });
  const end = once(child, 'exit', { signal: over.signal }).then(() => {
    throw new Error('A process of the bench has ended.');
  });
  const [said] = (await Promise.race([message, end]).finally(() => over.abort())) as [T];
  return said;
}

async function ask<T>(child: ChildProcess, question: unknown): Promise<T> {
  const answer = heard<T>(child);
  child.send(question as object);
  return answer;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}

/** What a turn came to, in milliseconds; processor time in microseconds for each request. */
type Result = Readonly<{ median: number; late: number; processor: number; behind: number }>;

/** One server with its clients. */
class Server {
  readonly results: Result[] = [];

  private constructor(
    private readonly server: ChildProcess,
    private readonly clients: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(kind: Kind, folder: string): Promise<Server> {
    const server = fork(script('server'), [kind, folder]);
    const port = await heard<number>(server);
    return new Server(server, fork(script('clients'), { serialization: 'advanced' }), port);
  }

  async warmUp(): Promise<void> {
    for (let turn = 0; turn < WARM_UP; turn++) await this.#turn(turn);
    this.results.length = 0;
  }

  /** Requests a second. */
  readonly contestant: Contestant = async (round) => this.#turn(WARM_UP + round);

  async end(): Promise<void> {
    await end(this.clients);
    await end(this.server);
  }

  async #turn(turn: number): Promise<number> {
    const before = await ask<number>(this.server, 'processor time');
    const asked: Turn = { port: this.port, turn, requests: REQUESTS, clients: CLIENTS };
    const { took, each } = await ask<Answered>(this.clients, asked);
    const start = performance.now();
    const after = await ask<number>(this.server, 'processor time');
    const behind = performance.now() - start;
    this.results.push({ median: quantile(each, 0.5), late: quantile(each, 0.99), processor: (after - before) / REQUESTS, behind });
    return (REQUESTS / took) * 1000;
  }
}

/** Nobody gets a figure for what is not there: each contribution that was acknowledged is on record once. */
function assertRecorded(file: string, expected: number): void {
  const db = new Database(file, { readonly: true });
  const recorded = db.prepare<[], [number, number]>(
    "SELECT count(*), count(DISTINCT data ->> 'contributionId') FROM event WHERE type = 'ContributionReceived'",
  );
  const counts = recorded.raw().get()!;
  db.close();
  if (counts.some((count) => count !== expected)) throw new Error(`${file} holds ${counts.join(' and ')} of ${expected} contributions.`);
}

async function compete(servers: Readonly<Record<Kind, Server>>, turns: number, { tell }: Bench): Promise<readonly Measured[]> {
  for (const kind of KINDS) await servers[kind].warmUp();
  const contestants = Object.fromEntries(KINDS.map((kind) => [kind, servers[kind].contestant])) as Record<Kind, Contestant>;
  const speeds = await interleaved(turns, contestants, tell);
  const of = (kind: Kind, what: keyof Result): readonly number[] => servers[kind].results.map((result) => result[what]);
  const versusInsert = (what: keyof Result) => ({
    ours: of('ours', what),
    counterpart: { name: 'grouped insert', rounds: of('grouped insert', what) },
  });
  return [
    {
      name: `Commands over HTTP, ${CLIENTS} clients`,
      unit: 'requests/s',
      ours: speeds.ours,
      counterpart: { name: 'grouped insert', rounds: speeds['grouped insert'] },
      targets: [{ of: 'ratio', atLeast: 0.6 }],
    },
    {
      name: '… beside no work at all',
      unit: 'requests/s',
      ours: speeds.ours,
      counterpart: { name: 'empty handler', rounds: speeds['empty handler'] },
    },
    { name: '… answered after, median', unit: 'ms', ...versusInsert('median') },
    { name: '… answered after, 99th percentile', unit: 'ms', ...versusInsert('late') },
    { name: '… processor time for each', unit: 'µs', ...versusInsert('processor') },
    { name: '… read side behind the last answer', unit: 'ms', ours: of('ours', 'behind'), targets: [{ of: 'ours', atMost: 100 }] },
  ];
}

/** How many commands a second are taken over HTTP, beside the same framework with one plain insert, and with nothing to do. */
export async function commands(bench: Bench): Promise<readonly Measured[]> {
  bench.tell(`Commands over HTTP: ${REQUESTS} a turn`);
  const turns = bench.rounds * TURNS_A_ROUND;
  const folder = join(bench.folder, 'commands');
  const file = (kind: Kind): string => join(folder, `${kind}.db`);
  mkdirSync(folder);
  for (const kind of KINDS) await openCalls(file(kind), WARM_UP + turns, REQUESTS);
  const servers = {} as Record<Kind, Server>;
  try {
    for (const kind of KINDS) servers[kind] = await Server.start(kind, folder);
    const measured = await compete(servers, turns, bench);
    for (const kind of ['ours', 'grouped insert'] as const) assertRecorded(file(kind), (WARM_UP + turns) * REQUESTS);
    return measured;
  } finally {
    for (const server of Object.values(servers)) await server.end();
  }
}
