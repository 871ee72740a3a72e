import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Moment, NotThereYet, Serially } from '#event-sourcing';
import type { Projector, Tables } from '#event-sourcing/projections';
import { type OpenDataManifest, type Pinned, writeOpenData } from '#open-data';

/** Open data as they lie in a folder. */
export type OnShelf = Readonly<{ folder: string; manifest: OpenDataManifest }>;

/** How many are kept. The oldest goes when another is made; whoever reads a file of it reads it to its end. */
const KEPT = 4;

/** How long a request waits for the position that it names, in milliseconds. */
const WAIT = 5000;

/**
 * The open data that were asked for last, in files: made once for each position, and served from there. They are made one
 * after another, so that many who ask at once take no more of the machine than one.
 */
export class OpenDataShelf {
  readonly #kept = new Map<string, OnShelf>();
  readonly #making = new Serially();
  #made = 0;

  /** @param shelf a folder of its own: what another run has left in it is removed */
  constructor(
    private readonly tables: Tables,
    private readonly projector: Projector,
    private readonly shelf: string,
    private readonly version: string,
  ) {
    rmSync(shelf, { recursive: true, force: true });
  }

  /**
   * The open data of a moment: those up to the last position when it names none.
   * @throws NotThereYet
   */
  async of({ upTo, asOf, knownAt }: Moment, minPosition = upTo ?? 0): Promise<OnShelf> {
    if (!(await this.projector.reached(BigInt(minPosition), WAIT)))
      throw new NotThereYet(`Position ${minPosition} has not been reached within ${WAIT} ms.`);
    const last = this.tables.auditLog().last(upTo ?? Number(this.tables.position()));
    const pinned = { upTo: Number(last?.position ?? 0), asOf, knownAt };
    return this.#making.run('open data', async () => this.#kept.get(JSON.stringify(pinned)) ?? this.#make(pinned));
  }

  async #make(pinned: Pinned): Promise<OnShelf> {
    const folder = join(this.shelf, String((this.#made += 1)));
    const made = { folder, manifest: await writeOpenData(folder, this.tables, pinned, this.version) };
    this.#kept.set(JSON.stringify(pinned), made);
    const [oldest] = this.#kept;
    if (this.#kept.size > KEPT && oldest) {
      this.#kept.delete(oldest[0]);
      await rm(oldest[1].folder, { recursive: true });
    }
    return made;
  }
}
