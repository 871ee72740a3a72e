import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ReadFile } from './read-file.js';

const POINTER = 'current';
/** A file, what SQLite keeps beside it, or the pointer to it while that is being written. */
const FILE = /^(?:(\d+)\.db(?:-wal|-shm)?|current\.(\d+))$/;

/** The number that a name in the folder has; none for other files. */
function numberOf(name: string): number | undefined {
  const [, file, pointer] = FILE.exec(name) ?? [];
  const number = file ?? pointer;
  return number === undefined ? undefined : Number(number);
}

/**
 * The folder of the read side: numbered files, and a pointer to the one in use. A new file is made beside it and then
 * pointed to, so that readers see the old state or the new one, whatever crashes on the way. Other processes may do that:
 * `refresh` follows them.
 */
export class ReadDatabase {
  #number: number;
  #file: ReadFile;

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    [this.#number, this.#file] = this.#open();
  }

  /** The file in use. */
  get file(): ReadFile {
    return this.#file;
  }

  /** Whether the pointer names another file by now. */
  isReplaced(): boolean {
    return this.#current() !== this.#number;
  }

  /** Goes over to the file that the pointer names now. The one in use stays in use where that fails. */
  refresh(): void {
    if (!this.isReplaced()) return;
    const before = this.#file;
    [this.#number, this.#file] = this.#open();
    before.close();
  }

  /** The path of a new file, empty and taken: another process that builds at the same time gets another. */
  newPath(): string {
    for (let number = Math.max(0, ...readdirSync(this.folder).map((name) => numberOf(name) ?? 0)) + 1; ; number++) {
      try {
        closeSync(openSync(this.#path(number), 'wx'));
        return this.#path(number);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }

  /** Puts a file that is complete into use, and removes the older ones. */
  use(path: string): void {
    sync(path);
    const number = numberOf(basename(path))!;
    const next = join(this.folder, `${POINTER}.${number}`);
    writeFileSync(next, String(number));
    sync(next);
    renameSync(next, join(this.folder, POINTER));
    sync(this.folder);
    this.refresh();
    this.#removeOlder();
  }

  /** Puts an empty file into use. */
  useNothing(): void {
    const path = this.newPath();
    new ReadFile(path).close();
    this.use(path);
  }

  close(): void {
    this.#file.close();
  }

  /** The file that the pointer names: also when it comes to name another one while this one is opened, and perhaps removed. */
  #open(): [number: number, file: ReadFile] {
    for (;;) {
      const number = this.#current();
      const file = new ReadFile(this.#path(number));
      if (number === this.#current()) return [number, file];
      file.close();
    }
  }

  /** Those that were in use before, and what was left by processes that were killed while they built. */
  #removeOlder(): void {
    const older = readdirSync(this.folder).filter((name) => (numberOf(name) ?? this.#number) < this.#number);
    for (const name of older) rmSync(join(this.folder, name), { force: true });
  }

  #path(number: number): string {
    return join(this.folder, `${number}.db`);
  }

  /** 0 while nothing has been built. */
  #current(): number {
    try {
      return Number(readFileSync(join(this.folder, POINTER), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
      throw error;
    }
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
