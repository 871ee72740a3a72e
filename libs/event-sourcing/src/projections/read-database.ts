import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadFile } from './read-file.js';

const POINTER = 'current';
const FILE = /^(\d+)\.db(-wal|-shm)?$/;

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
    this.#number = this.#current();
    this.#file = new ReadFile(this.#path(this.#number));
  }

  /** The file in use. */
  get file(): ReadFile {
    return this.#file;
  }

  /** Goes over to the file that the pointer names now; true when that is another one. */
  refresh(): boolean {
    const number = this.#current();
    if (number === this.#number) return false;
    this.#file.close();
    this.#number = number;
    this.#file = new ReadFile(this.#path(number));
    return true;
  }

  /** The path of a file that does not exist yet. */
  newPath(): string {
    const numbers = readdirSync(this.folder).map((name) => Number(FILE.exec(name)?.[1] ?? 0));
    return this.#path(Math.max(0, ...numbers) + 1);
  }

  /** Puts a file that is complete into use, and removes the older ones. */
  use(path: string): void {
    sync(path);
    const number = Number(FILE.exec(path.slice(this.folder.length + 1))![1]);
    const next = join(this.folder, `${POINTER}.${number}`);
    writeFileSync(next, String(number));
    sync(next);
    renameSync(next, join(this.folder, POINTER));
    sync(this.folder);
    this.refresh();
    const older = readdirSync(this.folder).filter((name) => Number(FILE.exec(name)?.[1] ?? number) < number);
    for (const name of older) rmSync(join(this.folder, name), { force: true });
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
