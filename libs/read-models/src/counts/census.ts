import { type Moment, type PartialDate, period } from '#event-sourcing';
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
import { Life } from './life.js';

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

/** All of a kind, each as it was on many dates. */
export class Population<W extends Lasting> {
  readonly #lives: ReadonlyMap<string, Life<Workstream, WorkstreamEvent>>;
  readonly #sessions: readonly Life<Meeting, MeetingEvent>[];

  constructor(
    private readonly kind: W['kind'],
    { knownAt, upTo }: Moment,
    tables: Tables,
  ) {
    const known = { knownAt, upTo };
    const rows = workstreams(tables).rows({ kind }, known);
    const ids = rows.flatMap((row) => (row.kind === 'none' ? [] : row.workstreamId));
    this.#lives = new Map(ids.map((id) => [id, new Life(workstream, id, known, tables)]));
    const sessions = meetings(tables).rows({ session: 'main' }, known);
    this.#sessions = sessions.map(({ meetingId }) => new Life(meeting, meetingId, known, tables));
  }

  /** Those that surely were there by the end of a date; all that are on record without one. */
  at(asOf?: PartialDate): Census<W> {
    const sessions = this.#sessions.flatMap((life) => life.at(asOf) ?? []);
    return new Map([...this.#lives].flatMap(([id, life]) => this.#present(id, life.at(asOf), sessions)));
  }

  #present(id: string, row: Workstream | undefined, sessions: readonly Meeting[]): readonly [string, Present<W>][] {
    if (row?.kind !== this.kind) return [];
    const took = ({ workstreamIds, participants }: Meeting): boolean =>
      workstreamIds.includes(id) || participants.some(({ workstreamId }) => workstreamId === id);
    // What was asked for by its kind is of that kind.
    return [[id, { row: row as W, sessions: sessions.filter(took) }]];
  }
}
