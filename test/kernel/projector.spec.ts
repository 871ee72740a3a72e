import { mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventStore, type Fold, Query } from '#event-sourcing';
import { queryHandler } from '#event-sourcing/nest';
import { SqliteEventStore } from '#event-store';
import {
  AuditLog,
  buildAll,
  buildProjections,
  type Log,
  NotBuiltYet,
  type Projection,
  ReadDatabase,
  type ReadModels,
  Tables,
} from '#event-sourcing/projections';
import { anEvent, aStream, readToEnd, someEvents } from '#test/events';
import { temporaryFolder } from '#test/files';
import { allRows, auditedEvents, TestReadSide } from '#test/read-side';

/** Counts the facts of each stream, and stumbles over the title 'stumble' while it is told to. */
class Counting {
  stumbles = false;

  projection(name: string, version = 1): Projection {
    const fold: Fold<Readonly<{ facts: number; version: number }>, never> = {
      category: 'call',
      initial: { facts: 0, version },
      on: {
        CallOpened: (row: Readonly<{ facts: number; version: number }>, { data }: { data: { title: string } }) => {
          if (this.stumbles && data.title === 'stumble') throw new Error('The fold is broken.');
          return { ...row, facts: row.facts + 1 };
        },
      },
    };
    return { name, version, fold: fold, columns: {} };
  }
}

class Told implements Log {
  readonly errors: string[] = [];
  readonly infos: string[] = [];
  readonly info = (message: string): number => this.infos.push(message);
  readonly error = (message: string): void => {
    this.errors.push(message);
    for (const tell of this.#waiting.splice(0)) tell();
  };
  readonly #waiting: (() => void)[] = [];

  /** Resolves with the next error. */
  async anError(): Promise<void> {
    return new Promise((tell) => this.#waiting.push(tell));
  }
}

const titled = (title: string) => anEvent({ data: JSON.stringify({ title }) });
const models = (...projections: Projection[]): ReadModels => ({ projections, subjects: {}, mentions: {} });

let store: EventStore;
beforeEach(() => (store = new SqliteEventStore(join(temporaryFolder(), 'tracker.db'))));
afterEach(async () => store.close());

describe('The projector', () => {
  test('has a reader wait for a position, but not for ever', async () => {
    const readSide = new TestReadSide(store);
    const { position } = await store.append(aStream(), 'none', [anEvent()]);
    expect(await readSide.projector.reached(position, 10_000)).toBe(true);
    expect(await readSide.projector.reached(position + 1n, 20)).toBe(false);
    await readSide.stop();
  });

  test('has whoever passes facts on wait for the next one, as long as it is wanted', async () => {
    const readSide = new TestReadSide(store);
    const { position } = await store.append(aStream(), 'none', [anEvent()]);
    const stop = new AbortController();
    expect(await readSide.projector.movedBeyond(Number(position) - 1, stop.signal)).toBe(true);
    expect(await readSide.projector.movedBeyond(Number(position), stop.signal, 20)).toBe(false);
    const next = readSide.projector.movedBeyond(Number(position), stop.signal);
    await store.append(aStream(), 'none', [anEvent()]);
    expect(await next).toBe(true);
    const never = readSide.projector.movedBeyond(Number(position) + 1000, stop.signal);
    stop.abort();
    expect(await never).toBe(false);
    expect(await readSide.projector.movedBeyond(Number(position) + 1000, stop.signal)).toBe(false);
    await readSide.stop();
  });

  test('stops a projection that fails, says at which fact, and lets the others go on; nothing is skipped', async () => {
    const [broken, told] = [new Counting(), new Told()];
    broken.stumbles = true;
    const readSide = new TestReadSide(store, temporaryFolder(), models(broken.projection('broken'), new Counting().projection('sound')), {
      log: told,
    });
    const stream = aStream();
    const [first] = [await store.append(stream, 'none', [titled('a')])];
    const last = await store.append(stream, 0n, [titled('stumble'), titled('b')]);
    expect(await readSide.projector.reached(last.position, 10_000, ['sound', 'audit_log'])).toBe(true);
    expect(await readSide.projector.reached(last.position, 100, ['broken'])).toBe(false);
    const standing = readSide.projector.standing().find(({ name }) => name === 'broken');
    expect(standing).toMatchObject({
      position: Number(first.position),
      failing: expect.stringMatching(/CallOpened of call-.*The fold is broken/) as unknown,
    });
    expect(told.errors[0]).toMatch(/^broken stands still/);
    expect(allRows(readSide.tables)).toEqual({ broken: [{ facts: 1, version: 1 }], sound: [{ facts: 3, version: 1 }] });

    broken.stumbles = false;
    expect(await readSide.projector.reached(last.position, 10_000)).toBe(true);
    expect(allRows(readSide.tables).broken).toEqual([{ facts: 3, version: 1 }]);
    expect(readSide.projector.standing().every(({ failing }) => failing === null)).toBe(true);
    await readSide.stop();
  });

  test('tells the revision that an answer shows, and not one that a projection has still to come to', async () => {
    const broken = new Counting();
    broken.stumbles = true;
    const readSide = new TestReadSide(store, temporaryFolder(), models(broken.projection('broken')));
    const stream = aStream();
    const shown = await store.append(stream, 'none', [titled('a')]);
    const last = await store.append(stream, 0n, [titled('stumble')]);
    expect(await readSide.projector.reached(last.position, 10_000, ['audit_log'])).toBe(true);
    expect(await readSide.projector.reached(shown.position, 10_000)).toBe(true);
    class GetRow extends Query {}
    const Handler = queryHandler({ Query: GetRow, answer: () => ({ body: allRows(readSide.tables), stream }), answerType: 'rows' });
    const answer: unknown = await new Handler(readSide.tables, readSide.projector).execute(new GetRow());
    expect(answer).toEqual({ body: { broken: [{ facts: 1, version: 1 }] }, stream, revision: 0n, position: shown.position });
    await readSide.stop();
  });

  test('stops a projection that fails while the read side is built, and builds the others', async () => {
    const broken = new Counting();
    broken.stumbles = true;
    const stream = aStream();
    const { position: sound } = await store.append(stream, 'none', [titled('a')]);
    const { position } = await store.append(stream, 0n, [titled('stumble'), titled('b')]);
    const readSide = new TestReadSide(store, temporaryFolder(), models(broken.projection('broken'), new Counting().projection('sound')));
    expect(await readSide.projector.reached(position, 10_000, ['sound', 'audit_log'])).toBe(true);
    expect(await readSide.projector.reached(sound, 10_000, ['broken'])).toBe(true);
    expect(allRows(readSide.tables)).toEqual({ broken: [{ facts: 1, version: 1 }], sound: [{ facts: 3, version: 1 }] });
    broken.stumbles = false;
    await readSide.reached(position);
    expect(allRows(readSide.tables).broken).toEqual([{ facts: 3, version: 1 }]);
    await readSide.stop();
  });

  test('stops at the first fact of several at which a projection fails', async () => {
    const broken = new Counting();
    broken.stumbles = true;
    const [late, other] = [aStream(), aStream()];
    const { position: first } = await store.append(other, 'none', [titled('a')]);
    // A stream with a correction is folded anew after the rest: what fails there is found last, though it comes first.
    await store.append(late, 'none', [anEvent({ type: 'FactRetracted', data: JSON.stringify({ corrects: 'none' }) }), titled('stumble')]);
    const { position: last } = await store.append(other, 0n, [titled('stumble')]);
    const readSide = new TestReadSide(store, temporaryFolder(), models(broken.projection('broken')));
    await readSide.projector.reached(last, 10_000, ['audit_log']);
    expect(await readSide.projector.reached(first, 1_000, ['broken'])).toBe(true);
    expect(allRows(readSide.tables).broken).toEqual([{ facts: 1, version: 1 }]);
    await readSide.stop();
  });

  test('moves rows and their position together or not at all', async () => {
    const told = new Told();
    const fault = { is: true };
    const full = (): number => {
      if (fault.is) throw new Error('The row cannot be written.');
      return 1;
    };
    const projection = { ...new Counting().projection('counts'), columns: { full } };
    const readSide = new TestReadSide(store, temporaryFolder(), models(projection), { log: told });
    await readSide.reached(0n);
    const { position } = await store.append(aStream(), 'none', [anEvent(), anEvent()]);
    expect(await readSide.projector.reached(position, 200, ['counts'])).toBe(false);
    expect(readSide.projector.standing()).toMatchObject([{ name: 'audit_log' }, { name: 'counts', position: 0 }]);
    fault.is = false;
    await readSide.reached(position);
    expect(allRows(readSide.tables)).toEqual({ counts: [{ facts: 2, version: 1 }] });
    await readSide.stop();
  });

  test('goes on after a restart where it was, and takes in what happened meanwhile', async () => {
    const folder = temporaryFolder();
    const stream = aStream();
    const before = new TestReadSide(store, folder, models(new Counting().projection('counts')));
    await before.reached((await store.append(stream, 'none', [anEvent()])).position);
    await before.stop();
    const { position } = await store.append(stream, 0n, [anEvent(), anEvent()]);
    const told = new Told();
    const after = new TestReadSide(store, folder, models(new Counting().projection('counts')), { log: told });
    await after.reached(position);
    expect(allRows(after.tables)).toEqual({ counts: [{ facts: 3, version: 1 }] });
    expect(told.infos).toEqual([]);
    await after.stop();
  });

  test('builds a projection of a new version anew, from the audit log, while the others stay readable', async () => {
    const folder = temporaryFolder();
    const counting = new Counting();
    const { position } = await store.append(aStream(), 'none', [anEvent(), anEvent()]);
    const before = new TestReadSide(store, folder, models(counting.projection('counts', 1), counting.projection('other', 1)));
    await before.reached(position);
    await before.stop();
    const old = new Tables(new ReadDatabase(folder), models(counting.projection('counts', 2), counting.projection('other', 1)));
    expect(() => old.projection(counting.projection('counts', 2))).toThrow(NotBuiltYet);
    expect(old.projection(counting.projection('other', 1)).rows({})).toHaveLength(1);
    old.database.close();
    const told = new Told();
    const after = new TestReadSide(store, folder, models(counting.projection('counts', 2), counting.projection('other', 1)), { log: told });
    await after.reached(position);
    expect(told.infos).toEqual([expect.stringMatching(/from the audit log, for new versions of counts/)]);
    expect(allRows(after.tables).counts).toEqual([{ facts: 2, version: 2 }]);
    await after.stop();
  });

  test('builds all anew when it is put beside another event store', async () => {
    const folder = temporaryFolder();
    const before = new TestReadSide(store, folder, models(new Counting().projection('counts')));
    await before.reached((await store.append(aStream(), 'none', [anEvent(), anEvent()])).position);
    await before.stop();
    const other = new SqliteEventStore(join(temporaryFolder(), 'other.db'));
    const { position } = await other.append(aStream(), 'none', [anEvent()]);
    const after = new TestReadSide(other, folder, models(new Counting().projection('counts')));
    await after.reached(position);
    expect(allRows(after.tables)).toEqual({ counts: [{ facts: 1, version: 1 }] });
    await after.stop();
    await other.close();
  });

  test('goes over to a file that another process has built, and loses nothing of what came meanwhile', async () => {
    const folder = temporaryFolder();
    const counts = models(new Counting().projection('counts'));
    const readSide = new TestReadSide(store, folder, counts);
    const stream = aStream();
    await readSide.reached((await store.append(stream, 'none', [anEvent()])).position);
    const builder = new ReadDatabase(folder);
    await buildAll(store.subscribe('start', new AbortController().signal), builder, counts);
    builder.close();
    for (let revision = 0n; revision < 30n; revision++) {
      const { position } = await store.append(stream, revision, [anEvent()]);
      await readSide.reached(position);
      await new Promise(setImmediate);
    }
    await readSide.stop();
    const reopened = new Tables(new ReadDatabase(folder), counts);
    const again = new TestReadSide(store, folder, counts);
    await again.reached((await store.append(stream, 30n, [anEvent()])).position);
    expect(allRows(again.tables)).toEqual({ counts: [{ facts: 32, version: 1 }] });
    await again.stop();
    reopened.database.close();
  });

  test('goes over to a file that another process has built in the place of an empty one', async () => {
    const [folder, told] = [temporaryFolder(), new Told()];
    const counts = models(new Counting().projection('counts'));
    const readSide = new TestReadSide(store, folder, counts, { log: told });
    const stream = aStream();
    await readSide.reached((await store.append(stream, 'none', [anEvent()])).position);
    const builder = new ReadDatabase(folder);
    builder.useNothing();
    await told.anError();
    await buildAll(store.subscribe('start', new AbortController().signal), builder, counts);
    builder.close();
    await readSide.reached((await store.append(stream, 0n, [anEvent()])).position);
    expect(allRows(readSide.tables)).toEqual({ counts: [{ facts: 2, version: 1 }] });
    await readSide.stop();
  });

  test('outlives a file that cannot be opened', async () => {
    const [folder, told] = [temporaryFolder(), new Told()];
    const counts = models(new Counting().projection('counts'));
    const readSide = new TestReadSide(store, folder, counts, { log: told });
    const stream = aStream();
    await readSide.reached((await store.append(stream, 'none', [anEvent()])).position);
    mkdirSync(join(folder, '7.db'));
    writeFileSync(join(folder, 'current'), '7');
    await told.anError();
    expect(told.errors[0]).toMatch(/unable to open/);
    rmdirSync(join(folder, '7.db'));
    writeFileSync(join(folder, 'current'), '1');
    await readSide.reached((await store.append(stream, 0n, [anEvent()])).position);
    expect(allRows(readSide.tables)).toEqual({ counts: [{ facts: 2, version: 1 }] });
    await readSide.stop();
  });

  test('says so when the store is closed under it', async () => {
    const told = new Told();
    const readSide = new TestReadSide(store, temporaryFolder(), models(new Counting().projection('counts')), { log: told });
    await readSide.reached((await store.append(aStream(), 'none', [anEvent()])).position);
    await store.close();
    await told.anError();
    expect(told.errors[0]).toMatch(/audit_log stands still.*has ended/);
    await readSide.stop();
  });

  test('takes up its work again when the store comes back', async () => {
    const told = new Told();
    let failures = 3;
    const flaky = Object.create(store, {
      subscribe: {
        value: (...of: Parameters<EventStore['subscribe']>) => {
          if (failures-- > 0) throw new Error('The store is away.');
          return store.subscribe(...of);
        },
      },
      read: { value: async (stream: string) => store.read(stream) },
    }) as EventStore;
    const { position } = await store.append(aStream(), 'none', [anEvent()]);
    const readSide = new TestReadSide(flaky, temporaryFolder(), models(new Counting().projection('counts')), { log: told });
    await readSide.reached(position);
    expect(told.errors).toHaveLength(3);
    await readSide.stop();
  });
});

test('A read side that was never built says so', () => {
  const tables = new Tables(new ReadDatabase(temporaryFolder()), models());
  expect(() => tables.auditLog()).toThrow(NotBuiltYet);
  tables.database.close();
});

test('Rows that are built anew while another process adds to the audit log leave none of its facts out', async () => {
  const folder = temporaryFolder();
  const counts = models(new Counting().projection('counts'));
  const stream = aStream();
  await store.append(stream, 'none', someEvents(5000));
  const database = new ReadDatabase(folder);
  await buildAll(store.subscribe('start', new AbortController().signal), database, counts);
  const other = new ReadDatabase(folder);
  const { position } = await store.append(stream, 4999n, [anEvent()]);
  const late = await readToEnd(store, position - 1n);
  let events = 0;
  await buildProjections(database, counts, (done) => {
    if (events === 0) {
      new AuditLog(other.file, { subjects: {}, mentions: {} }).add(late);
      other.file.put({ ...other.file.built('audit_log')!, position: Number(position) });
    }
    events = done.events;
  });
  expect(events).toBe(5000);
  database.close();
  other.close();
  const readSide = new TestReadSide(store, folder, counts);
  await readSide.reached((await store.append(stream, 5000n, [anEvent()])).position);
  expect(await auditedEvents(readSide.tables)).toEqual(await readToEnd(store));
  await readSide.stop();
});
