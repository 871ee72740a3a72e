import { randomInt } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Executor, type Recorded } from '#event-sourcing';
import { SqliteEventStore } from '#event-store';
import { faultsOf, Ledger } from '#test/durability/ledger';
import { type Life, lifeOf, Office } from '#test/durability/office';
import { readModelsOf } from '#test/durability/read-models';
import { answer, type Reply, type Request } from '#test/durability/requests';
import { readToEnd } from '#test/events';
import { temporaryFolder } from '#test/files';
import { allRows, auditedEvents, rebuiltRows, TestReadSide } from '#test/read-side';
import { useCases } from '#workstreams';

const LIVES = 16;
const { KILL_SEED } = process.env;

const ids = (log: readonly Recorded[]): readonly string[] => log.map(({ id }) => id).toSorted();

/** A copy of what a killed process has left: it can be looked at, and the next process still meets the original. */
function left({ folder }: Office): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Asks again for what was not answered. Then the store holds what was acknowledged, and nothing else. */
async function repeated(store: SqliteEventStore, requests: readonly Request[]): Promise<readonly Reply[]> {
  const executor = new Executor(store, useCases);
  return Promise.all(requests.map(async (request) => answer(executor, request)));
}

async function expectStoreWhole(store: SqliteEventStore, { acknowledged, unanswered }: Office): Promise<void> {
  const log = await readToEnd(store);
  expect(faultsOf(log)).toEqual([]);
  expect(acknowledged.missing(log)).toEqual([]);
  const all = new Ledger();
  for (const reply of await repeated(store, unanswered)) all.enter(reply);
  const after = await readToEnd(store);
  expect(after.slice(0, log.length)).toEqual(log);
  expect(faultsOf(after)).toEqual([]);
  expect(all.missing(after)).toEqual([]);
  expect(ids(after)).toEqual([...new Set([...acknowledged.ids, ...all.ids])].toSorted());
}

async function expectReadSideWhole(store: SqliteEventStore, folder: string, { version }: Life): Promise<void> {
  const log = await readToEnd(store);
  const models = readModelsOf(version);
  const readSide = new TestReadSide(store, folder, models);
  try {
    await readSide.reached(log.at(-1)?.position ?? 0n);
    expect(await auditedEvents(readSide.tables)).toEqual(log);
    expect(allRows(readSide.tables)).toEqual(await rebuiltRows(store, models));
  } finally {
    await readSide.stop();
  }
}

async function expectWhole(office: Office, life: Life): Promise<void> {
  const copy = left(office);
  const store = new SqliteEventStore(join(copy, 'tracker.db'));
  try {
    await expectStoreWhole(store, office);
    await expectReadSideWhole(store, join(copy, 'read'), life);
  } finally {
    await store.close();
  }
}

test(`Whenever a process with 32 writers is killed, every acknowledged event is there, no stream has a gap, and the read side agrees with a rebuild`, async () => {
  const seed = Number(KILL_SEED ?? randomInt(2 ** 31));
  const office = new Office();
  for (let number = 0; number < LIVES; number++) {
    const life = lifeOf(seed, number);
    try {
      await office.work(life);
      await expectWhole(office, life);
    } catch (cause) {
      throw new Error(`Process ${number} of KILL_SEED=${seed}, killed ${life.milliseconds} ms after ${life.answers} answers:`, { cause });
    }
  }
  expect(office.acknowledged.size).toBeGreaterThan(500);
}, 120_000);
