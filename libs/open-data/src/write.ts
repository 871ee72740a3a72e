import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as others } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { factsOf } from './facts.js';
import { OPEN_FILES, type OpenFile } from './files.js';
import { manifestOf, type OpenDataFile, type OpenDataManifest, sumsOf } from './manifest.js';

/** Name of the file that tells of the others. */
export const MANIFEST = 'manifest.json';
/** Name of the file with their hashes. */
export const SUMS = 'SHA256SUMS';

/** After so many parts others get their turn: a server goes on answering while it writes. */
const AT_ONCE = 50;

async function* inTurns(parts: Iterable<string>): AsyncGenerator<string> {
  let gathered: string[] = [];
  for (const part of parts) {
    gathered.push(part);
    if (gathered.length < AT_ONCE) continue;
    yield gathered.join('');
    gathered = [];
    await others();
  }
  yield gathered.join('');
}

async function write({ name, mediaType, about, parts }: OpenFile, folder: string, tables: Tables, moment: Moment): Promise<OpenDataFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measured(): AsyncGenerator<Buffer> {
    for await (const text of inTurns(parts(tables, moment))) {
      const chunk = Buffer.from(text);
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await pipeline(measured, createWriteStream(join(folder, name)));
  return { name, mediaType, about, bytes, sha256: hash.digest('hex') };
}

/** How many facts there are at a moment, and by which instant all of them had been recorded. */
async function extent(tables: Tables, moment: Moment): Promise<Readonly<{ facts: number; asOf: string | null }>> {
  let [facts, last] = [0, -Infinity];
  for (const { recordedAt } of factsOf(tables, moment)) {
    last = Math.max(last, recordedAt);
    if ((facts += 1) % AT_ONCE === 0) await others();
  }
  return { facts, asOf: facts === 0 ? null : new Date(last).toISOString() };
}

/** What open data are made of: pinned to a position of the log, and of a date where one is asked about. */
export type Pinned = Readonly<{ upTo: number }> & Moment;

/**
 * Writes the open data up to a position of the log into a folder: the same position gives the same bytes, whatever has been
 * recorded since and whenever that is done. What depends on the day, such as whether a call is past its date, is told as of
 * the last recording, unless another date is asked about.
 */
export async function writeOpenData(folder: string, tables: Tables, pinned: Pinned, version: string): Promise<OpenDataManifest> {
  await mkdir(folder, { recursive: true });
  const { upTo, knownAt } = pinned;
  const { facts, asOf: last } = await extent(tables, pinned);
  const asOf = pinned.asOf ?? last;
  const moment: Moment = { upTo, knownAt, ...(asOf !== null && { asOf }) };
  const files: OpenDataFile[] = [];
  for (const file of OPEN_FILES) files.push(await write(file, folder, tables, moment));
  const manifest = manifestOf({ version, position: String(upTo), asOf, knownAt: knownAt ?? null, facts, files });
  await writeFile(join(folder, SUMS), sumsOf(manifest));
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
