import { isNow, type Moment, type PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { knownYear } from '#workstreams';
import { named, type NamedWorkstream, workstreamDirectory } from '../workstream-directory/workstream-directory.js';

/** How rules say to which cycle something belongs. */
export const CYCLE_IN_WORDS = 'that of the workstreams whose they are, or where these have none the year in which they surely were';

type Names = Map<string, NamedWorkstream>;

/** What workstreams are called now, as long as the directory stays where it is: reading a row for its name alone takes long. */
const remembered = new WeakMap<object, Readonly<{ position: number; names: Names }>>();

function namesAt(tables: Tables, moment: Moment): Names {
  const { position } = tables.built(workstreamDirectory.name) ?? {};
  if (!isNow(moment) || position === undefined) return new Map();
  const known = remembered.get(tables.file);
  if (known?.position === position) return known.names;
  const names: Names = new Map();
  remembered.set(tables.file, { position, names });
  return names;
}

/** The workstreams whose something is, each asked for once, and the cycles to which it then belongs. */
export class Owners {
  readonly #named: Names;

  constructor(
    private readonly tables: Tables,
    private readonly moment: Moment,
  ) {
    this.#named = namesAt(tables, moment);
  }

  of(workstreamIds: readonly string[]): readonly NamedWorkstream[] {
    return workstreamIds.map((id) => this.#one(id));
  }

  /** The cycles of its workstreams; where none has one, the year of its date. None where that may be another. */
  cycles(workstreamIds: readonly string[], date: PartialDate | undefined): readonly number[] {
    const own = this.of(workstreamIds).flatMap(({ cycle }) => cycle ?? []);
    if (own.length > 0) return [...new Set(own)];
    const year = date === undefined ? null : knownYear(date);
    return year === null ? [] : [year];
  }

  #one(id: string): NamedWorkstream {
    const known = this.#named.get(id) ?? named(this.tables, id, this.moment);
    this.#named.set(id, known);
    return known;
  }
}
