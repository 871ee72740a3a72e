import type { FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';

/** A file on its way into an archive. It is closed once it has been read. */
export type Zipping = Readonly<{ name: string; file: FileHandle }>;

/** The first date that ZIP can say, in local time as ZIP has it: of each file the same, so that an archive is the same each time. */
const NO_DATE = new Date(1980, 0, 1);

/** A ZIP archive of files, part by part: no more of it is in memory than one part. The same files give the same bytes. */
export async function* zipped(files: readonly Zipping[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    ready.push(part);
  });
  for (const { name, file } of files) {
    const entry = new ZipDeflate(name);
    entry.mtime = NO_DATE;
    zip.add(entry);
    for await (const part of file.createReadStream()) {
      entry.push(part as Uint8Array);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
