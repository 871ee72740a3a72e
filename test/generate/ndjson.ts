import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Step } from '#test/generated-history/index';

/** A fact as a line of what `igf export` prints, which `igf import` reads. */
function line({ stream, revision, id, event: { type, data }, metadata, recordedAt }: Step, position: number): string {
  const known = {
    position: String(position),
    stream,
    revision: String(revision),
    recordedAt: new Date(recordedAt).toISOString(),
    id,
    type,
  };
  const { effective, ...rest } = metadata;
  return `${JSON.stringify({ ...known, data, metadata: { effective, ...rest } })}\n`;
}

function* lines(history: Iterable<Step>, progress: (done: number) => void): Generator<string> {
  let done = 0;
  for (const step of history) {
    done += 1;
    if (done % 1000 === 0) progress(done);
    yield line(step, done);
  }
}

/** Writes a history to a file, one fact to a line. */
export async function write(file: string, history: Iterable<Step>, progress: (done: number) => void): Promise<void> {
  await pipeline(lines(history, progress), createWriteStream(file));
}
