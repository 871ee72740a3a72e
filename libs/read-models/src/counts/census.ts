import { isNow, type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import {
  type DynamicCoalition,
  type IgfInitiative,
  type Meeting,
  meeting,
  type MeetingEvent,
  type Work,
  type Workstream,
  workstream,
  type WorkstreamEvent,
} from '#workstreams';
import { meetings } from '../meeting-register/meeting-register.js';
import type { Excluded } from '../published-figures/computed-figures.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import { type Life, lifeOf } from './life.js';

/** So many things are kept that were worked out of one population. */
const MOST_KEPT = 1000;

/** What goes on over the years and is counted at the end of each. */
export type Lasting = IgfInitiative | DynamicCoalition;

/** One that was there, with the main sessions in which it took part. */
export type Present<W> = Readonly<{ row: W; sessions: readonly Meeting[] }>;

/** Those that surely were there by the end of a date, by id. */
export type Census<W> = ReadonlyMap<string, Present<W>>;

/** The facts that put them on record. */
export const registrations = (present: Iterable<Present<Lasting>>): readonly string[] =>
  [...present].map(({ row }) => row.registered.factId);

/** What the rules of their status look at: themselves and their main sessions. Nothing else is read for each date. */
export const workOf = <W extends Lasting>({ row, sessions }: Present<W>): Work<W> => ({
  workstream: row,
  meetings: sessions,
  calls: [],
  papers: [],
  series: [],
  renewals: [],
});

/** Why some that are on record were not counted at a date. */
export function excludedFrom<W extends Lasting>(census: Census<W>, all: Census<W>, end: number): readonly Excluded[] {
  const others = [...all].filter(([id]) => !census.has(id)).map(([, { row }]) => row.registered);
  return others.map(({ factId, effective }) => ({
    factId,
    why: period(effective).first >= end ? 'dated later' : 'its date leaves open whether it was there by then',
  }));
}

/** Those who held a meeting or took part in it. */
const attenders = ({ workstreamIds, participants }: Meeting): ReadonlySet<string> =>
  new Set([...workstreamIds, ...participants.map(({ workstreamId }) => workstreamId)]);

type Rows = Readonly<{ rows: readonly Workstream[]; sessions: readonly Meeting[] }>;

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((each, n) => each === others[n]);

/** All of a kind, each as it was on many dates. */
export class Population<W extends Lasting> {
  readonly #lives: ReadonlyMap<string, Life<Workstream, WorkstreamEvent>>;
  readonly #sessions: readonly Life<Meeting, MeetingEvent>[];
  readonly #kept = new Map<string, unknown>();

  constructor(
    private readonly kind: W['kind'],
    private readonly of: Rows,
    known: Moment,
    tables: Tables,
  ) {
    const registered = of.rows.filter((row) => row.kind !== 'none');
    this.#lives = new Map(registered.map((row) => [row.workstreamId, lifeOf(workstream, row.workstreamId, row, known, tables)]));
    this.#sessions = of.sessions.map((row) => lifeOf(meeting, row.meetingId, row, known, tables));
  }

  /** Whether these are the rows of which it is made: no fact has joined any, and none is new or gone. */
  isOf({ rows, sessions }: Rows): boolean {
    return isSame(this.of.rows, rows) && isSame(this.of.sessions, sessions);
  }

  /** What was worked out of it and of nothing else, made once. */
  kept<T>(key: string, make: () => T): T {
    if (!this.#kept.has(key)) {
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(key, make());
    }
    return this.#kept.get(key) as T;
  }

  /** Those that surely were there by the end of a date; all that are on record without one. */
  at(asOf?: PartialDate): Census<W> {
    return this.kept(`at ${asOf ?? ''}`, () => this.#at(asOf));
  }

  #at(asOf?: PartialDate): Census<W> {
    const sessions = new Map<string, Meeting[]>();
    for (const session of this.#sessions.flatMap((life) => life.at(asOf) ?? [])) {
      for (const id of attenders(session)) sessions.set(id, [...(sessions.get(id) ?? []), session]);
    }
    return new Map([...this.#lives].flatMap(([id, life]) => this.#present(id, life.at(asOf), sessions.get(id) ?? [])));
  }

  #present(id: string, row: Workstream | undefined, sessions: readonly Meeting[]): readonly [string, Present<W>][] {
    // What was asked for by its kind is of that kind.
    return row?.kind === this.kind ? [[id, { row: row as W, sessions }]] : [];
  }
}

const POPULATIONS = Symbol('populations');

/** All of a kind as known at a moment. That of now is kept as long as no fact has joined a row of which it is made. */
export function populationOf<W extends Lasting>(kind: W['kind'], { knownAt, upTo }: Moment, tables: Tables): Population<W> {
  const known = { knownAt, upTo };
  const of = { rows: workstreams(tables).rows({ kind }, known), sessions: meetings(tables).rows({ session: 'main' }, known) };
  if (!isNow(known)) return new Population<W>(kind, of, known, tables);
  const populations = tables.remembered(POPULATIONS, () => new Map<W['kind'], Population<W>>());
  const found = populations.get(kind);
  if (found?.isOf(of)) return found;
  const made = new Population<W>(kind, of, known, tables);
  populations.set(kind, made);
  return made;
}
