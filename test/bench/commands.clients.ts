import { Agent, request } from 'node:http';
import { now } from './clock.js';
import { contribution } from './commands.workload.js';

// The other process of `commands.ts`: clients that each send a command when their last one was answered.

/** What the clients are to do: requests of a turn, by so many at once, each on a connection that it keeps. */
export type Turn = Readonly<{ port: number; turn: number; requests: number; clients: number }>;

/** From the first request to the last answer, and of each request, in milliseconds. */
export type Answered = Readonly<{ took: number; each: readonly number[] }>;

const agents = new Map<number, Agent>();

function agentOf({ port, clients }: Turn): Agent {
  const agent = agents.get(port) ?? new Agent({ keepAlive: true, maxSockets: clients });
  agents.set(port, agent);
  return agent;
}

/** Sends a request, and gives the time from then until its answer was there as a whole. */
async function timed(turn: Turn, n: number): Promise<number> {
  const { path, body } = contribution(turn.turn, n, turn.requests);
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), 'x-actor': 'bench' };
  return new Promise((resolve, reject) => {
    const start = now();
    const sent = request({ port: turn.port, host: '127.0.0.1', method: 'PUT', path, headers, agent: agentOf(turn) }, (answer) => {
      if (answer.statusCode !== 201) reject(new Error(`${path} was answered with ${answer.statusCode}.`));
      answer.resume().once('end', () => resolve(now() - start));
    });
    sent.once('error', reject).end(text);
  });
}

async function all(turn: Turn): Promise<Answered> {
  const each: number[] = [];
  let next = 0;
  const start = now();
  await Promise.all(
    Array.from({ length: turn.clients }, async () => {
      while (next < turn.requests) each.push(await timed(turn, next++));
    }),
  );
  return { took: now() - start, each };
}

process.on('message', (turn) => void all(turn as Turn).then((answered) => process.send!(answered)));
process.once('disconnect', () => process.exit());
