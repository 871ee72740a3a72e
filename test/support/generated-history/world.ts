import { DAY } from '#event-sourcing';
import type { WorkstreamKind } from '#workstreams';
import { Agenda, type Thread } from './agenda.js';
import type { Day } from './days.js';
import { Luck } from './luck.js';
import { Office } from './office.js';

/** A meeting that others may name, from the day on which it came on record as announced or held. */
export type Known = Readonly<{ id: string; since: Day }>;

/** A workstream that goes on. */
export type Strand = { readonly id: string; readonly kind: WorkstreamKind; readonly name: string; readonly since: Day; until?: Day };

/** The plan of a cycle, as far as it was made. */
export type Plan = Readonly<{ cycleId: string; milestones: ReadonlyMap<string, Readonly<{ id: string; dueOn: Day }>> }>;

/** What all that goes on has in common. */
export class World {
  readonly agenda = new Agenda();
  readonly luck: Luck;
  readonly office: Office;
  readonly strands: Strand[] = [];
  readonly people: Known[] = [];
  readonly plans = new Map<number, Plan>();
  /** Of the MAG, in order. */
  readonly magMeetings: Known[] = [];
  /** Sessions of each annual meeting that were held, and those that are planned and may take in others. */
  readonly #sessions = new Map<number, Known[]>();
  readonly #programmes = new Map<number, Known[]>();

  /** How broad the work is of the bodies that there are in any case, from 0.2 to 1: a short history must not be theirs alone. */
  readonly breadth: number;

  /** @param length how many facts there are to be */
  constructor(
    readonly length: number,
    seed: number,
  ) {
    this.luck = new Luck(seed);
    this.breadth = Math.min(1, Math.max(0.2, length / 40_000));
    this.office = new Office(this.luck);
  }

  /** An hour of that day at which people are at work, in milliseconds since 1970. */
  atWork(day: Day): number {
    return day * DAY + this.luck.between(7 * 60, 18 * 60) * 60_000;
  }

  /** Starts something that goes on by itself from that day. */
  begin(day: Day, thread: Thread): void {
    this.agenda.put(this.atWork(day), thread);
  }

  /** The workstreams of a kind that go on on a day. */
  going(kind: WorkstreamKind, day: Day): readonly Strand[] {
    return this.strands.filter((strand) => strand.kind === kind && strand.since <= day && (strand.until ?? Infinity) > day);
  }

  sessionsOf(cycle: number): Known[] {
    return listOf(this.#sessions, cycle);
  }

  programmeOf(cycle: number): Known[] {
    return listOf(this.#programmes, cycle);
  }
}

function listOf(lists: Map<number, Known[]>, cycle: number): Known[] {
  const list = lists.get(cycle) ?? [];
  lists.set(cycle, list);
  return list;
}
