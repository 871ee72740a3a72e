import type { Moment, PartialDate } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { knownYear } from '#workstreams';
import { named, type NamedWorkstream } from '../workstream-directory/workstream-directory.js';

/** How rules say to which cycle something belongs. */
export const CYCLE_IN_WORDS = 'that of the workstreams whose they are, or where these have none the year in which they surely were';

/** The workstreams whose something is, each asked for once, and the cycles to which it then belongs. */
export class Owners {
  readonly #named = new Map<string, NamedWorkstream>();

  constructor(
    private readonly tables: Tables,
    private readonly moment: Moment,
  ) {}

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
