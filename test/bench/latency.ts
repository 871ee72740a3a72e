import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openEventStore } from '../../libs/event-store/src/index.js';
import type { Bench } from './appends.js';
import { type Measured, quantile } from './figure.js';
import { workload } from './workload.js';

const APPENDS_A_ROUND = 40;
/** Appends come at any time between two looks of the follower. */
const LONGEST_PAUSE = 60;
const TARGET = 100;

const FOLLOWER = fileURLToPath(new URL('./latency.follower.js', import.meta.url));

/** The next thing that the follower says: `ready`, or the position that it has seen. */
async function heard(follower: ChildProcess): Promise<unknown> {
  const [message] = (await once(follower, 'message')) as [unknown];
  return message;
}

/** How long it takes until another process has an append in hand, from the call of `append` until that process has said so. */
export async function latency({ folder, rounds, tell }: Bench): Promise<readonly Measured[]> {
  const appends = rounds * APPENDS_A_ROUND;
  tell(`Latency until another process sees an append: ${appends} appends`);
  const file = join(folder, 'latency.db');
  const store = openEventStore(`file:${file}`);
  const follower = fork(FOLLOWER, [file]);
  const times: number[] = [];
  try {
    await heard(follower);
    for (const { stream, revision, event } of workload(0, 1, appends)[0]!) {
      await delay(Math.random() * LONGEST_PAUSE);
      const seen = heard(follower);
      const start = performance.now();
      const { position } = await store.append(stream, revision === 0 ? 'none' : BigInt(revision - 1), [event]);
      const seenPosition = await seen;
      times.push(performance.now() - start);
      if (seenPosition !== String(position)) throw new Error(`Another process has seen ${String(seenPosition)} instead of ${position}.`);
    }
  } finally {
    follower.disconnect();
    await store.close();
  }
  return [
    { name: 'Seen by another process, median', unit: 'ms', ours: times, targets: [{ of: 'ours', atMost: TARGET }] },
    {
      name: 'Seen by another process, 95th percentile',
      unit: 'ms',
      ours: [quantile(times, 0.95)],
      targets: [{ of: 'ours', atMost: TARGET }],
    },
  ];
}
