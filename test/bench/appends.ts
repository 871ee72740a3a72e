import { join } from 'node:path';
import { encode, type EventStore } from '../../libs/event-sourcing/src/index.js';
import { openEventStore } from '../../libs/event-store/src/index.js';
import type { Measured, Target } from './figure.js';
import { loadPeer, PEER, PeerContestant } from './peer.js';
import { eventsIn, PlainStore } from './plain-store.js';
import { type Contestant, interleaved, speed, type Tell } from './rounds.js';
import { type Step, type Steps, workload } from './workload.js';

export type Bench = Readonly<{ folder: string; rounds: number; tell: Tell }>;

/** So many writers at once, each appending so many events in a round, one after the other. */
type Contest = Readonly<{ name: string; writers: number; each: number; versusPlain: Target; versusPeer?: Target }>;

/** Many short turns: the shorter they are, the better noise of the disk is shared out. */
const TURNS_A_ROUND = 3;

const CONTESTS: readonly Contest[] = [
  { name: 'Durable appends, 1 writer', writers: 1, each: 400, versusPlain: { of: 'ratio', atLeast: 0.9 } },
  {
    name: 'Durable appends, 64 writers',
    writers: 64,
    each: 50,
    versusPlain: { of: 'ratio', atLeast: 0.8 },
    versusPeer: { of: 'ratio', atLeast: 6 },
  },
];

const expectedBy = ({ revision }: Step) => (revision === 0 ? 'none' : BigInt(revision - 1));

const append = async (store: EventStore, step: Step): Promise<unknown> => store.append(step.stream, expectedBy(step), [step.event]);

/** As a command does it, from objects, which the peer turns into JSON too. */
const encodeAndAppend = async (store: EventStore, step: Step): Promise<unknown> =>
  store.append(step.stream, expectedBy(step), [encode(step.event.id, step.made, step.metadata)]);

/** Each writer goes on when its last append is acknowledged. */
async function together(writers: readonly Steps[], append: (step: Step) => Promise<unknown>): Promise<void> {
  await Promise.all(
    writers.map(async (steps) => {
      for (const step of steps) await append(step);
    }),
  );
}

/** What of all writers goes into one commit: one event of each. */
const commits = (writers: readonly Steps[]): readonly (readonly Step[])[] => writers[0]!.map((_, n) => writers.map((steps) => steps[n]!));

type Opened = Readonly<{
  run: (writers: readonly Steps[]) => Promise<void>;
  events: () => Promise<number>;
  close: () => Promise<void> | void;
}>;

function ours(file: string, append: (store: EventStore, step: Step) => Promise<unknown>): Opened {
  const store = openEventStore(`file:${file}`);
  return {
    run: async (writers) => together(writers, async (step) => append(store, step)),
    events: async () => eventsIn(file),
    close: async () => store.close(),
  };
}

async function plain(file: string): Promise<Opened> {
  const store = await PlainStore.on(file);
  return {
    run: async (writers) => commits(writers).forEach((steps) => store.commit(steps)),
    events: async () => eventsIn(file),
    close: () => store.close(),
  };
}

async function peer(file: string, tell: Tell): Promise<Opened> {
  const contestant = await PeerContestant.on(await loadPeer(tell), file);
  return {
    run: async (writers) => together(writers, async (step) => contestant.append(step)),
    events: async () => contestant.events(),
    close: () => contestant.close(),
  };
}

/** Does the same appends every round, prepared beforehand, on a file that grows. */
const contestant =
  ({ run }: Opened, { writers, each }: Contest): Contestant =>
  async (round) => {
    const prepared = workload(round, writers, each);
    return speed(writers * each, async () => run(prepared));
  };

/** Nobody gets a figure for what is not there. */
async function assertStored(name: string, { events }: Opened, expected: number): Promise<void> {
  const stored = await events();
  if (stored !== expected) throw new Error(`${name} has stored ${stored} of ${expected} events.`);
}

async function contest(contest: Contest, { folder, rounds, tell }: Bench): Promise<readonly Measured[]> {
  const turns = rounds * TURNS_A_ROUND;
  tell(`${contest.name}: ${contest.writers * contest.each} events a turn`);
  const file = (name: string): string => join(folder, `${contest.writers} ${name}.db`);
  let leftOut = '';
  const peerOpened = await peer(file('peer'), tell).catch((error: unknown) => {
    leftOut = String(error);
    tell(`  ${PEER} is left out: ${leftOut}`);
    return undefined;
  });
  const opened: Readonly<Record<string, Opened>> = {
    ours: ours(file('ours'), append),
    plain: await plain(file('plain')),
    ...(peerOpened && { 'ours, from objects': ours(file('ours from objects'), encodeAndAppend), [PEER]: peerOpened }),
  };
  const contestants = Object.fromEntries(Object.entries(opened).map(([name, each]) => [name, contestant(each, contest)]));
  const results = await interleaved(turns, contestants, tell);
  for (const [name, each] of Object.entries(opened)) {
    await assertStored(name, each, turns * contest.writers * contest.each);
    await each.close();
  }
  const { name, versusPlain, versusPeer } = contest;
  return [
    {
      name,
      unit: 'events/s',
      ours: results.ours!,
      counterpart: { name: 'better-sqlite3', rounds: results.plain! },
      targets: [versusPlain],
    },
    {
      name: `${name}, from objects`,
      unit: 'events/s',
      ours: results['ours, from objects'] ?? results.ours!,
      counterpart: peerOpened ? { name: PEER, rounds: results[PEER]! } : { name: PEER, leftOut },
      targets: versusPeer ? [versusPeer] : [],
    },
  ];
}

/** How many events a second are appended so that they survive a crash: by one writer, and by many at once. */
export async function appends(bench: Bench): Promise<readonly Measured[]> {
  const measured = [];
  for (const each of CONTESTS) measured.push(...(await contest(each, bench)));
  return measured;
}
