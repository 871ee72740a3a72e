import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import {
  type EventStore,
  Executor,
  inContext,
  InvalidInput,
  type Outcome,
  Problem,
  UnknownReference,
  WrongExpectedRevision,
} from '#event-sourcing';
import { nameOf, useCases } from '#workstreams';
import { Unplaced } from './cells.js';
import { type CsvFile, readCsvFile, type Row } from './csv-file.js';
import { columnOf, type FileKind, kindOf, STEPS } from './file-kinds.js';
import { type ExportedLog, isExport, readExport, takeOver, unplacedFact } from './exported-log.js';
import { cycleOf, OnRecord } from './on-record.js';
import type { Reading, ReadRow } from './rows/reading.js';
import { StagedStore } from './staged-store.js';

/** What became of the files. `added` and `already` count facts. */
export type ImportReport = Readonly<{ added: number; already: number; unplaced: readonly UnplacedRow[] }>;
/** A row that did not go in, and why. */
export type UnplacedRow = Readonly<{ file: string; line: number; reason: string }>;

/** Who imports, and how. */
export type ImportOptions = Readonly<{
  /** Who imports. */
  actor: string;
  /** Nothing is written: the report says what would be. */
  isTrial?: boolean;
  /** Told as rows are done, out of all. */
  progress?: (done: number, all: number) => void;
}>;

type Tally = Readonly<{ added: number; already: number }>;

const ATTEMPTS = 20;

/** A fault with the names of workstreams where it has their ids. */
function named(fault: string, known: OnRecord): string {
  return fault.replaceAll(/workstream ([0-9a-f-]{36})/g, (words, id: string) => {
    const workstream = known.workstreams().find(({ workstreamId }) => workstreamId === id);
    return workstream ? [`'${nameOf(workstream)}'`, cycleOf(workstream)].join(' ').trim() : words;
  });
}

/** Why a row does not go in, in the words of its columns. */
function reasonOf(error: unknown, kind: FileKind, known: OnRecord): string {
  if (error instanceof InvalidInput) {
    return error.errors.map(({ pointer, detail }) => `${columnOf(kind, pointer.split('/')[1] ?? '')} ${detail}`).join('; ');
  }
  if (error instanceof UnknownReference) {
    return error.errors
      .map(({ detail }) => `${named(detail, known)}: amend the date of its registration, then import this again`)
      .join('; ');
  }
  if (error instanceof Unplaced || error instanceof Problem) return error.message;
  throw error;
}

/** Puts rows into a store. Each goes in whole or not at all. */
class Importer {
  readonly #correlationId = randomUUID();

  constructor(
    private readonly store: EventStore,
    private readonly known: OnRecord,
    private readonly actor: string,
  ) {}

  /** @throws Unplaced, Problem */
  async take(row: Row, read: ReadRow): Promise<Tally> {
    const reading = read(row, this.known);
    for (let attempt = 1; ; attempt++) {
      const staging = new StagedStore(this.store);
      const tally = await this.#execute(reading, row, new Executor(staging, useCases));
      const { staged } = staging;
      try {
        await staging.commit();
        this.known.take(staged);
        return { added: tally.added, already: tally.already + (reading.already ?? 0) };
      } catch (error) {
        // Somebody else has written to the stream meanwhile: the rules look at it again.
        if (!(error instanceof WrongExpectedRevision) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async #execute({ amendments = [], commands }: Reading, { file, line }: Row, executor: Executor): Promise<Tally> {
    let [added, already] = [0, 0];
    const run = async (work: () => Promise<Outcome>): Promise<void> => {
      const context = { actor: this.actor, via: `import ${basename(file)} line ${line}`, correlationId: this.#correlationId };
      const outcome = await inContext({ ...context, causationId: randomUUID() }, work);
      if (outcome.changed) added += outcome.factIds.length;
      else already += Math.max(1, outcome.factIds.length);
    };
    for (const { command, stream } of amendments) await run(async () => executor.amend(command, stream));
    for (const command of commands) await run(async () => executor.execute(command));
    return { added, already };
  }
}

/** A table of which the kind is known. */
type Table = CsvFile & Readonly<{ kind: FileKind }>;

/** What files hold: tables that people keep, and logs that a tracker has exported. */
export type ReadableFiles = Readonly<{ logs: readonly ExportedLog[]; tables: readonly Table[] }>;

/** @throws BrokenFile when one of them cannot be read as a whole */
export function readFiles(paths: readonly string[]): ReadableFiles {
  const tables = paths.filter((path) => !isExport(path)).map(readCsvFile);
  return {
    logs: paths.filter(isExport).map(readExport),
    tables: tables.map((file) => ({ ...file, kind: kindOf(file) })),
  };
}

/** Takes over what other stores have recorded, in the order in which they did. */
async function takeOverAll(logs: readonly ExportedLog[], store: EventStore, progress: () => void): Promise<ImportReport> {
  let [added, already] = [0, 0];
  const unplaced: UnplacedRow[] = [];
  for (const fact of logs.flatMap(({ facts }) => facts)) {
    try {
      if (await takeOver(fact, store)) added += 1;
      else already += 1;
    } catch (error) {
      unplaced.push(unplacedFact(fact, error));
    }
    progress();
  }
  return { added, already, unplaced };
}

/** Rows without a date come last. */
function byDate(a: Row, b: Row): number {
  const [first, second] = [a.cells.date ?? '~', b.cells.date ?? '~'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Puts what the rows of files say on record, row by row. What is there already is not added again. */
export async function importFiles({ logs, tables }: ReadableFiles, store: EventStore, options: ImportOptions): Promise<ImportReport> {
  const work = STEPS.flatMap(({ kind, read, earliestFirst = false }) => {
    const rows = tables.filter((file) => file.kind === kind).flatMap((table) => table.rows);
    return (earliestFirst ? rows.toSorted(byDate) : rows).map((row) => ({ row, kind, read }));
  });
  const all = work.length + logs.reduce((sum, { facts }) => sum + facts.length, 0);
  let done = 0;
  const progress = (): void => options.progress?.(++done, all);
  const into = options.isTrial ? new StagedStore(store) : store;
  const takenOver = await takeOverAll(logs, into, progress);
  const known = await OnRecord.of(store);
  if (into instanceof StagedStore) known.take(into.staged);
  const importer = new Importer(into, known, options.actor);
  let { added, already } = takenOver;
  const unplaced: UnplacedRow[] = [];
  for (const { row, kind, read } of work) {
    try {
      const tally = await importer.take(row, read);
      added += tally.added;
      already += tally.already;
    } catch (error) {
      unplaced.push({ file: row.file, line: row.line, reason: reasonOf(error, kind, known) });
    }
    progress();
  }
  return { added, already, unplaced: [...takenOver.unplaced, ...inFileOrder(unplaced, tables)] };
}

function inFileOrder(unplaced: readonly UnplacedRow[], files: readonly CsvFile[]): readonly UnplacedRow[] {
  const place = new Map(files.map(({ file }, index) => [file, index]));
  return unplaced.toSorted((a, b) => place.get(a.file)! - place.get(b.file)! || a.line - b.line);
}
