import type { Tables } from '../../libs/event-sourcing/src/projections/index.js';
import { wordsOf } from '../../libs/event-sourcing/src/projections/index.js';
import { getWorkstreams } from '../../libs/read-models/src/index.js';
import { type Chance, oneOf } from './answers.chance.js';

const YEARS = { first: 2006, last: 2025 };

/** So many facts are looked at for the words that they say. */
const FACTS_READ = 2000;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** All words in the texts of a fact, as they are looked for. */
const wordsIn = (data: object): readonly string[] =>
  Object.values(data)
    .flat()
    .filter((value): value is string => typeof value === 'string' && value.includes(' '))
    .flatMap((text) => wordsOf(text).map(({ word }) => word))
    .filter((word) => word.length > 1);

/** What the history has to ask about. */
export class Subjects {
  readonly workstreamIds: readonly string[];
  readonly seriesIds: readonly string[];
  readonly callIds: readonly string[];
  /** Workstreams and words each as often as facts have them: the busy and the common ones come up most. */
  readonly #busy: readonly string[];
  readonly #spoken: readonly string[];
  readonly #vocabulary: readonly string[];

  constructor(tables: Tables, chance: Chance) {
    const log = tables.auditLog();
    const idsOf = (category: string): readonly string[] => log.streamNames(category).map((name) => name.slice(category.length + 1));
    this.workstreamIds = getWorkstreams({ limit: Infinity }, tables).body.workstreams.map(({ workstreamId }) => workstreamId);
    this.seriesIds = idsOf('series');
    this.callIds = idsOf('call');
    const end = Number(tables.position());
    const facts = log.at(Array.from({ length: FACTS_READ }, () => BigInt(1 + Math.floor(chance() * end))));
    const registered = new Set(this.workstreamIds);
    this.#busy = facts.flatMap(({ stream }) => [
      ...log.subjectsOf(stream).filter((id) => registered.has(id)),
      ...(stream.startsWith('workstream-') ? [stream.slice('workstream-'.length)].filter((id) => registered.has(id)) : []),
    ]);
    this.#spoken = facts.flatMap(({ data }) => wordsIn(data));
    this.#vocabulary = [...new Set(this.#spoken)];
  }

  /** Any workstream, or one that much is on record of. */
  workstreamId(chance: Chance): string {
    return oneOf(chance() < 0.5 ? this.workstreamIds : this.#busy, chance);
  }

  /** What people type: a common word, a rare one, two letters of a common one, or two words of which the second is not finished. */
  words(chance: Chance): string {
    const [common, other, rare] = [oneOf(this.#spoken, chance), oneOf(this.#spoken, chance), oneOf(this.#vocabulary, chance)];
    return oneOf([common, rare, common.slice(0, 2), `${common} ${other.slice(0, 3)}`], chance);
  }

  /** A word as names hold it. */
  word(chance: Chance): string {
    return oneOf(this.#spoken, chance);
  }

  year(chance: Chance): number {
    return YEARS.first + Math.floor(chance() * (YEARS.last - YEARS.first + 1));
  }

  month(chance: Chance): string {
    return `${this.year(chance)}-${twoDigits(1 + Math.floor(chance() * 12))}`;
  }

  day(chance: Chance): string {
    return `${this.month(chance)}-${twoDigits(1 + Math.floor(chance() * 28))}`;
  }
}
