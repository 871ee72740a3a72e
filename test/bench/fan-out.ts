import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer as createBareServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { EventStore } from '../../libs/event-sourcing/src/index.js';
import { createServer, settings } from '../../apps/server/src/server.js';
import type { Bench } from './appends.js';
import { type Connecting, now } from './clock.js';
import { type Measured, quantile, type Target } from './figure.js';
import { type Step, workload } from './workload.js';

const EVENTS_A_ROUND = 20;
/** Not counted: until then the code of all is compiled. */
const WARM_UP = 10;
/** From one event to the next, in milliseconds; longer where the last one has not come to all by then. */
const PACE = 100;

const CONTESTS: readonly Readonly<{ readers: number; targets: readonly Target[] }>[] = [
  { readers: 1000, targets: [] },
  { readers: 5000, targets: [{ of: 'ratio', atMost: 1.5 }] },
];

const READERS = fileURLToPath(new URL('./fan-out.readers.js', import.meta.url));

/** What the first readers of a bare server get, as those of the stream do. */
const OPENING = 'retry: 1000\n\nid: 0\nevent: caught-up\ndata: {"position":"0"}\n\n';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held in memory and is no garbage, without what the system keeps for each socket. */
function held(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** One who has readers, and gives them an event, at the instant that is answered. */
type Contestant = Readonly<{ connecting: Connecting; send: (n: number) => Promise<number> }>;

/** Readers in a process of their own. */
class Readers {
  readonly #process: ChildProcess = fork(READERS, { serialization: 'advanced' });

  constructor(private readonly contestant: Contestant) {}

  /** Connects all, and gives the bytes that the server then needs for each. */
  async connect(): Promise<number> {
    const before = held();
    const { connecting } = this.contestant;
    this.#process.send(connecting);
    await this.#heard();
    return (held() - before) / connecting.readers;
  }

  /** How long some events took, to each reader, in milliseconds. */
  async delays(first: number, events: number): Promise<readonly number[]> {
    const all: number[] = [];
    for (let n = first; n < first + events; n++) {
      const [heard, pace] = [this.#heard(), delay(PACE)];
      const start = await this.contestant.send(n);
      for (const time of (await heard) as readonly number[]) all.push(time - start);
      await pace;
    }
    return all;
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const exited = once(this.#process, 'exit');
    this.#process.kill();
    await exited;
  }

  /** The next thing that the process says. */
  async #heard(): Promise<unknown> {
    const heard = new AbortController();
    const message = once(this.#process, 'message', { signal: heard.signal });
    const end = once(this.#process, 'exit', { signal: heard.signal }).then(() => {
      throw new Error('The readers have ended.');
    });
    const [said] = (await Promise.race([message, end]).finally(() => heard.abort())) as [unknown];
    return said;
  }
}

const portOf = (server: Pick<Server, 'address'>): number => (server.address() as AddressInfo).port;

/** The server as it is, on an embedded store. An event counts from when its append was acknowledged. */
class Ours {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly steps: readonly Step[],
    readonly port: number,
  ) {}

  static async start(folder: string, steps: readonly Step[]): Promise<Ours> {
    const told = settings({
      EVENT_STORE_URL: `file:${join(folder, 'tracker.db')}`,
      READ_FOLDER: join(folder, 'read'),
      LOG_LEVEL: 'silent',
    });
    const quiet = { ...told, stream: { ...told.stream, heartbeat: 3_600_000 } };
    const app = await createServer(quiet, pino({ level: told.logLevel }));
    await app.listen(0, told.host);
    return new Ours(app, steps, portOf(app.getHttpServer()));
  }

  contestant(readers: number): Contestant {
    const store = this.app.get(EventStore);
    const send = async (n: number): Promise<number> => {
      const { stream, revision, event } = this.steps[n]!;
      await store.append(stream, revision === 0 ? 'none' : BigInt(revision - 1), [event]);
      return now();
    };
    return { connecting: { port: this.port, path: '/v1/stream', readers }, send };
  }

  /** The texts of so many events from the first on, as they go over the wire. */
  async texts(events: number): Promise<readonly string[]> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/v1/stream?from=start`);
    let text = '';
    for await (const chunk of answer.body!) {
      text += Buffer.from(chunk as Uint8Array).toString('latin1');
      // What comes before the first one is no event, and the last part is what comes after the last.
      if (text.split('\n\n').length > events + 1) break;
    }
    return text
      .split('\n\n')
      .slice(1, events + 1)
      .map((each) => `${each}\n\n`);
  }

  async close(): Promise<void> {
    await this.app.close();
  }
}

/** The limit: a loop that writes the same bytes to as many sockets. An event counts from when the loop begins. */
class Bare {
  readonly #sockets = new Set<Socket>();
  readonly #server = createBareServer((socket) => {
    socket.setNoDelay();
    socket.once('data', () => {
      this.#sockets.add(socket);
      socket.write(OPENING, 'latin1');
    });
    socket.once('error', () => this.#sockets.delete(socket));
  });

  async listen(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  /** @param texts what `Ours` has sent in its warm-up */
  contestant(readers: number, texts: () => Promise<readonly string[]>): Contestant {
    const send = async (n: number): Promise<number> => {
      const text = (await texts())[n % WARM_UP]!;
      const start = now();
      for (const socket of this.#sockets) socket.write(text, 'latin1');
      return start;
    };
    return { connecting: { port: portOf(this.#server), path: '/', readers }, send };
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

type Turn = Readonly<{ median: number; late: number }>;

const turn = (delays: readonly number[]): Turn => ({ median: quantile(delays, 0.5), late: quantile(delays, 0.99) });

type Results = Readonly<{ ours: readonly Turn[]; bare: readonly Turn[]; memory: Readonly<{ ours: number; bare: number }> }>;

async function compete(ours: Readers, bare: Readers, { rounds, tell }: Bench): Promise<Results> {
  const memory = { ours: await ours.connect(), bare: await bare.connect() };
  await ours.delays(0, WARM_UP);
  await bare.delays(0, WARM_UP);
  const turns: { ours: Turn[]; bare: Turn[] } = { ours: [], bare: [] };
  const all = { ours, bare };
  for (let round = 0; round < rounds; round++) {
    const names = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const name of names) turns[name].push(turn(await all[name].delays(WARM_UP + round * EVENTS_A_ROUND, EVENTS_A_ROUND)));
    const late = (name: 'ours' | 'bare'): string => `${name} ${turns[name][round]!.late.toFixed(1)} ms`;
    tell(`  round ${round + 1} of ${rounds}, 99th percentile: ${late('ours')}, ${late('bare')}`);
  }
  return { ...turns, memory };
}

async function contest(readers: number, targets: readonly Target[], bench: Bench): Promise<readonly Measured[]> {
  bench.tell(`Fan-out to ${readers} readers: ${EVENTS_A_ROUND} events a round`);
  const steps = workload(readers, 1, WARM_UP + bench.rounds * EVENTS_A_ROUND)[0]!;
  const [server, plain] = [await Ours.start(join(bench.folder, `fan-out ${readers}`), steps), new Bare()];
  await plain.listen();
  const ours = new Readers(server.contestant(readers));
  let texts: Promise<readonly string[]> | undefined;
  const bare = new Readers(plain.contestant(readers, async () => (texts ??= server.texts(WARM_UP))));
  try {
    return measured(readers, targets, await compete(ours, bare, bench));
  } finally {
    for (const each of [ours, bare]) await each.end();
    plain.close();
    await server.close();
  }
}

function measured(readers: number, targets: readonly Target[], { ours, bare, memory }: Results): readonly Measured[] {
  const counterpart = (rounds: readonly number[]) => ({ name: 'socket.write', rounds });
  const late = { ours: ours.map((each) => each.late), counterpart: counterpart(bare.map((each) => each.late)), targets };
  return [
    {
      name: `Told to ${readers} readers, median`,
      unit: 'ms',
      ours: ours.map(({ median }) => median),
      counterpart: counterpart(bare.map(({ median }) => median)),
    },
    { name: `Told to ${readers} readers, 99th percentile`, unit: 'ms', ...late },
    {
      name: `Memory for each of ${readers} readers`,
      unit: 'kB',
      ours: [memory.ours / 1000],
      counterpart: counterpart([memory.bare / 1000]),
    },
  ];
}

/** How long it takes until all readers of the stream have a fact, beside a bare loop that writes the same to as many sockets. */
export async function fanOut(bench: Bench): Promise<readonly Measured[]> {
  const all = [];
  for (const { readers, targets } of CONTESTS) all.push(...(await contest(readers, targets, bench)));
  return all;
}
