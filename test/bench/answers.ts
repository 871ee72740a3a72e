import { join } from 'node:path';
import { pino } from 'pino';
import { createServer, settings } from '../../apps/server/src/server.js';
import { NotFound, type Query } from '../../libs/event-sourcing/src/index.js';
import { buildAll, ReadDatabase, Tables } from '../../libs/event-sourcing/src/projections/index.js';
import { openEventStore } from '../../libs/event-store/src/index.js';
import { queryCases, readModels } from '../../libs/read-models/src/index.js';
import { fill, asRecordedHere } from '../generate/fill.js';
import { chance as chanceOf } from '../support/chance.js';
import { generatedHistory } from '../support/generated-history/index.js';
import type { Chance } from './answers.chance.js';
import { type Kind, KINDS } from './answers.questions.js';
import { Subjects } from './answers.subjects.js';
import type { Bench } from './appends.js';
import { type Measured, quantile, type Target } from './figure.js';

const EVENTS = 200_000;
/** Questions of each kind in a round. */
const WARM = 200;
/** The same of a past day: each is of another. */
const PAST = 50;
const COLD = 5;
const OVER_HTTP = 100;

const TWENTY: readonly Target[] = [{ of: 'ours', atMost: 20 }];

/** What was measured in one round. */
type Times = readonly number[];

function query({ Query, fields }: Kind, subjects: Subjects, chance: Chance, moment: object = {}): Query {
  return Object.assign(new Query(), fields(subjects, chance), moment);
}

/** Asks, and says how many milliseconds the answer took. "There is no such thing" is an answer too. */
function timed(question: Query, tables: Tables): number {
  const { answer } = queryCases.find(({ Query }) => question instanceof Query)!;
  const start = performance.now();
  try {
    answer(question, tables);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
  }
  return performance.now() - start;
}

const times = (count: number, one: () => number): Times => Array.from({ length: count }, one);

/** The first question that is asked of a file that has just been opened. */
function timedCold(question: Query, folder: string): number {
  const database = new ReadDatabase(folder);
  const time = timed(question, new Tables(database, readModels));
  database.close();
  return time;
}

/** The median and the 99th percentile of what each round took. */
const figures = (name: string, rounds: readonly Times[], targets: readonly Target[] = []): readonly Measured[] => [
  { name: `${name}, median`, unit: 'ms', ours: rounds.map((round) => quantile(round, 0.5)) },
  { name: `${name}, 99th percentile`, unit: 'ms', ours: rounds.map((round) => quantile(round, 0.99)), targets },
];

const PROMISED: ReadonlySet<Kind> = new Set([KINDS.board, KINDS.timeline, KINDS.search, KINDS.count]);

type Contest = Readonly<{ name: string; targets?: readonly Target[]; round: (chance: Chance) => Times | Promise<Times> }>;

/** What is asked in the process itself, through the functions that answer. */
function contests(folder: string, tables: Tables, subjects: Subjects): readonly Contest[] {
  const kinds: readonly Kind[] = Object.values(KINDS);
  const past = (chance: Chance): object => ({ asOf: subjects.day(chance) });
  const boardAsOf = (chance: Chance, day: object): number => timed(query(KINDS.board, subjects, chance, day), tables);
  return [
    ...kinds.map((kind): Contest => ({
      name: kind.name,
      targets: PROMISED.has(kind) ? TWENTY : [],
      round: (chance) => times(WARM, () => timed(query(kind, subjects, chance), tables)),
    })),
    ...kinds
      .filter((kind) => kind !== KINDS.board)
      .map((kind): Contest => ({
        name: `${kind.name}, as of a past day`,
        round: (chance) => times(PAST, () => timed(query(kind, subjects, chance, past(chance)), tables)),
      })),
    {
      name: 'Status board, as of a past day',
      targets: [{ of: 'ours', atMost: 1500 }],
      round: (chance) => times(COLD, () => boardAsOf(chance, past(chance))),
    },
    {
      name: 'Status board, of that day again',
      targets: TWENTY,
      round: (chance) => {
        const day = past(chance);
        boardAsOf(chance, day);
        return times(PAST, () => boardAsOf(chance, day));
      },
    },
    ...kinds.map((kind): Contest => ({
      name: `${kind.name}, cold`,
      round: (chance) => times(COLD, () => timedCold(query(kind, subjects, chance), folder)),
    })),
  ];
}

/** A question as an address asks it. */
function address(path: string, fields: object): string {
  const given = Object.entries(fields).map(([name, value]) => [name, String(value)]);
  return `${path}?${new URLSearchParams(given).toString()}`;
}

async function timedOverHttp(url: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(url);
  await answer.text();
  if (!answer.ok || !answer.headers.has('etag')) throw new Error(`${url} is answered with ${answer.status}.`);
  return performance.now() - start;
}

/** The same as other programs ask it: of a real server, with the JSON, the entity tag and the socket. */
function contestsOverHttp(url: string, subjects: Subjects): readonly Contest[] {
  const board = (chance: Chance): string => address('/v1/board', KINDS.board.fields(subjects, chance));
  const timeline = (chance: Chance): string => {
    const { workstreamId, ...fields } = KINDS.timeline.fields(subjects, chance) as Readonly<Record<string, unknown>>;
    return address(`/v1/workstreams/${String(workstreamId)}/timeline`, fields);
  };
  const over = (kind: Kind, ask: (chance: Chance) => string): Contest => ({
    name: `${kind.name}, over HTTP`,
    round: async (chance) => {
      const all: number[] = [];
      for (let n = 0; n < OVER_HTTP; n++) all.push(await timedOverHttp(`${url}${ask(chance)}`));
      return all;
    },
  });
  return [over(KINDS.board, board), over(KINDS.timeline, timeline)];
}

/** Has each contest do every round, all in turn; the first round, in which code is compiled, is not counted. */
async function measured(contests: readonly Contest[], { rounds, tell }: Bench): Promise<readonly Measured[]> {
  const results = contests.map((): Times[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [n, contest] of contests.entries()) {
      const times = await contest.round(chanceOf(1000 * n + round));
      if (round > 0) results[n]!.push(times);
    }
    tell(round === 0 ? '  warmed up' : `  round ${round} of ${rounds}`);
  }
  return contests.flatMap(({ name, targets }, n) => figures(name, results[n]!, targets));
}

/** Makes the files of a server: its facts, and what it reads. */
async function fillServer(folder: string): Promise<string> {
  const store = openEventStore(`file:${join(folder, 'tracker.db')}`);
  await fill(store, generatedHistory(EVENTS), asRecordedHere);
  const read = join(folder, 'read');
  const database = new ReadDatabase(read);
  await buildAll(store.subscribe('start', new AbortController().signal), database, readModels);
  database.close();
  await store.close();
  return read;
}

async function measuredOverHttp(folder: string, subjects: Subjects, bench: Bench): Promise<readonly Measured[]> {
  const told = settings({
    EVENT_STORE_URL: `file:${join(folder, 'tracker.db')}`,
    READ_FOLDER: join(folder, 'read'),
    LOG_LEVEL: 'silent',
  });
  const app = await createServer(told, pino({ level: told.logLevel }));
  await app.listen(0, told.host);
  const results = await measured(contestsOverHttp(await app.getUrl(), subjects), bench);
  await app.close();
  return results;
}

/** How long answers take over a long history: the first ones, those of a server that runs, and those about the past. */
export async function answers(bench: Bench): Promise<readonly Measured[]> {
  bench.tell(`Answers over ${EVENTS.toLocaleString('en')} events`);
  const read = await fillServer(bench.folder);
  const database = new ReadDatabase(read);
  const tables = new Tables(database, readModels);
  const subjects = new Subjects(tables, chanceOf(EVENTS));
  const results = await measured(contests(read, tables, subjects), bench);
  database.close();
  return [...results, ...(await measuredOverHttp(bench.folder, subjects, bench))];
}
