import type { Moment } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { Cycle, Day, Work } from '#workstreams';
import { askedDay } from '../asked.js';
import { gathered, gatheredAll } from '../status/gather.js';
import { workstreams } from '../workstream-directory/workstream-directory.js';
import { affectedBy } from './affected.js';
import { boardRow, type Around } from './board-row.js';
import type { BoardRow } from './columns.js';

/** A cycle is the plan, and no track of its own; a body is around the work. */
export const isTrack = ({ workstream: { kind } }: Work): boolean => kind !== 'cycle' && kind !== 'body';

/** After more facts than these all rows are made anew: that is quicker than one by one. */
const MANY = 500;

/** All rows of one moment, kept in memory and followed up when they are asked for. */
class Board {
  readonly rows = new Map<string, BoardRow>();
  #position: bigint;

  constructor(
    private readonly tables: Tables,
    private readonly moment: Moment,
    private readonly day: Day,
  ) {
    this.#position = tables.position();
    this.#makeAll();
  }

  /** Brings the rows up to what is known by now. */
  follow(): void {
    const position = this.tables.position();
    if (position === this.#position) return;
    const facts = this.tables.auditLog().after(Number(this.#position), MANY + 1);
    const affected = new Set(facts.flatMap((fact) => affectedBy(fact, this.tables)));
    this.#position = position;
    if (facts.length > MANY || affected.has('all')) this.#makeAll();
    else this.#make(affected);
  }

  #around(): Around {
    const { tables, moment, day } = this;
    const cycles = workstreams(tables).rows({ kind: 'cycle' }, moment) as readonly Cycle[];
    return { tables, moment, day, cycles };
  }

  #makeAll(): void {
    const around = this.#around();
    this.rows.clear();
    for (const work of gatheredAll(this.tables, this.moment)) this.#put(work, around);
  }

  #make(workstreamIds: ReadonlySet<string>): void {
    const around = this.#around();
    for (const id of workstreamIds) {
      const row = workstreams(this.tables).row(id, this.moment);
      if (row && row.kind !== 'none') this.#put(gathered(row, this.tables, this.moment), around);
      else this.rows.delete(id);
    }
  }

  #put(work: Work, around: Around): void {
    if (isTrack(work)) this.rows.set(work.workstream.workstreamId, boardRow(work, around));
  }
}

/** As many moments as are kept; what was asked for longest ago goes first. */
const MOST_MOMENTS = 8;

const BOARDS = Symbol('boards');

/** The rows of the board as of a moment, by workstream. */
export function boardAt(tables: Tables, { asOf, knownAt, upTo }: Moment): ReadonlyMap<string, BoardRow> {
  const moment = { asOf, knownAt, upTo };
  const day = askedDay(moment);
  const boards = tables.remembered(BOARDS, () => new Map<string, Board>());
  const key = JSON.stringify([asOf, knownAt, upTo, day.date]);
  const board = boards.get(key) ?? new Board(tables, moment, day);
  board.follow();
  boards.delete(key);
  boards.set(key, board);
  for (const old of [...boards.keys()].slice(0, -MOST_MOMENTS)) boards.delete(old);
  return board.rows;
}
