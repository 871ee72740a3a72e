import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { type Command, type EventStore, Executor, inContext, InvalidInput, Problem, WrongExpectedRevision } from '#event-sourcing';
import { useCases } from '#workstreams';
import { Unplaced } from './cells.js';
import { type CsvFile, readCsvFile, type Row } from './csv-file.js';
import { columnOf, type FileKind, kindOf, STEPS } from './file-kinds.js';
import { OnRecord } from './on-record.js';
import type { ReadRow } from './rows/reading.js';
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

/** Why a row does not go in, in the words of its columns. */
function reasonOf(error: unknown, kind: FileKind): string {
  if (error instanceof InvalidInput) {
    return error.errors.map(({ pointer, detail }) => `${columnOf(kind, pointer.split('/')[1] ?? '')} ${detail}`).join('; ');
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
    const { commands, already = 0 } = read(row, this.known);
    for (let attempt = 1; ; attempt++) {
      const staging = new StagedStore(this.store);
      const tally = await this.#execute(commands, row, new Executor(staging, useCases));
      const { staged } = staging;
      try {
        await staging.commit();
        this.known.take(staged);
        return { added: tally.added, already: tally.already + already };
      } catch (error) {
        // Somebody else has written to the stream meanwhile: the rules look at it again.
        if (!(error instanceof WrongExpectedRevision) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async #execute(commands: readonly Command[], { file, line }: Row, executor: Executor): Promise<Tally> {
    let [added, already] = [0, 0];
    for (const command of commands) {
      const context = { actor: this.actor, via: `import ${basename(file)} line ${line}`, correlationId: this.#correlationId };
      const outcome = await inContext({ ...context, causationId: randomUUID() }, async () => executor.execute(command));
      if (outcome.changed) added += outcome.factIds.length;
      else already += Math.max(1, outcome.factIds.length);
    }
    return { added, already };
  }
}

/** A file of which the kind is known. */
export type ReadableFile = CsvFile & Readonly<{ kind: FileKind }>;

/** @throws BrokenFile when one of them cannot be read as a whole */
export const readFiles = (paths: readonly string[]): readonly ReadableFile[] =>
  paths.map(readCsvFile).map((file) => ({ ...file, kind: kindOf(file) }));

/** Puts what the rows of files say on record, row by row. What is there already is not added again. */
export async function importFiles(files: readonly ReadableFile[], store: EventStore, options: ImportOptions): Promise<ImportReport> {
  const work = STEPS.flatMap(({ kind, read }) =>
    files.filter((file) => file.kind === kind).flatMap(({ rows }) => rows.map((row) => ({ row, kind, read }))),
  );
  const importer = new Importer(options.isTrial ? new StagedStore(store) : store, await OnRecord.of(store), options.actor);
  let [added, already] = [0, 0];
  const unplaced: UnplacedRow[] = [];
  for (const [index, { row, kind, read }] of work.entries()) {
    try {
      const tally = await importer.take(row, read);
      added += tally.added;
      already += tally.already;
    } catch (error) {
      unplaced.push({ file: row.file, line: row.line, reason: reasonOf(error, kind) });
    }
    options.progress?.(index + 1, work.length);
  }
  return { added, already, unplaced: inFileOrder(unplaced, files) };
}

function inFileOrder(unplaced: readonly UnplacedRow[], files: readonly CsvFile[]): readonly UnplacedRow[] {
  const place = new Map(files.map(({ file }, index) => [file, index]));
  return unplaced.toSorted((a, b) => place.get(a.file)! - place.get(b.file)! || a.line - b.line);
}
