import { SingleBar } from 'cli-progress';

/** What is said beside the result of a command, so that its result can be piped on. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The result of a command. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** `1 fact`, `2 facts`, `12,345 facts`. */
export const counted = (count: number, noun: string): string => `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** Progress of long work, where somebody is looking. */
export type Progress = Readonly<{ at: (done: number, all: number) => void; end: () => void }>;

/** A bar on standard error; nothing where that is no terminal. */
export function progress(what: string): Progress {
  const format = `${what} {bar} {percentage}%`;
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, stream: process.stderr });
  return {
    at: (done, all) => {
      if (!process.stderr.isTTY) return;
      if (bar.isActive) bar.update(Math.min(done, all));
      else bar.start(all, done);
    },
    end: () => bar.stop(),
  };
}
