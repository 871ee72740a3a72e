import { period } from '#event-sourcing';
import type { Cell } from './cell.js';
import type { BoardRow, CellColumn } from './columns.js';

type ValueOf<C extends CellColumn> = BoardRow[C] extends Cell<infer T> ? T : never;

/** How the cells of a column are put in order, and what makes two of them the same: days that go by change nothing. */
type Measure<T> = Readonly<{ sortedBy: (value: T) => string | number; same: (value: T) => unknown }>;

const first = (date: string | null): number => (date === null ? Infinity : period(date).first);

const MEASURES: { readonly [C in CellColumn]: Measure<ValueOf<C>> } = {
  status: { sortedBy: ({ status }) => status, same: ({ status }) => status },
  coordinators: { sortedBy: ([person]) => person?.name ?? '', same: (people) => people.map(({ name }) => name) },
  openCall: { sortedBy: ({ until }) => first(until), same: ({ callId, until, extensions }) => [callId, until, extensions] },
  contributions: { sortedBy: ({ count }) => count, same: ({ count }) => count },
  lastMeeting: { sortedBy: ({ on }) => first(on), same: ({ meetingId, on }) => [meetingId, on] },
  nextMeeting: { sortedBy: ({ on }) => first(on), same: ({ meetingId, on }) => [meetingId, on] },
  minutesOwed: { sortedBy: (owed) => owed, same: (owed) => owed },
  paper: { sortedBy: ({ reached }) => reached.length, same: ({ paperId, stage }) => [paperId, stage] },
  nextMilestone: { sortedBy: ({ due }) => first(due), same: ({ milestoneId, due }) => [milestoneId, due] },
  lastActivity: { sortedBy: ({ on }) => first(on), same: ({ on }) => on },
  yearlyReport: { sortedBy: ({ year }) => year, same: ({ year }) => year },
};

/** By what a row is put in order in a column; nothing where its cell holds nothing. */
export function sortedBy(row: BoardRow, column: CellColumn): string | number | undefined {
  const cell = row[column] as Cell<never>;
  return cell.is === 'known' ? MEASURES[column].sortedBy(cell.value) : undefined;
}

/** Whether two rows say the same in a column. */
export function isSame(a: BoardRow, b: BoardRow, column: CellColumn): boolean {
  const said = ({ [column]: cell }: BoardRow): unknown => (cell.is === 'known' ? [MEASURES[column].same(cell.value as never)] : cell.is);
  return JSON.stringify(said(a)) === JSON.stringify(said(b));
}
