import { IsIn } from 'class-validator';
import { IsCount, IsSingleDate, IsText, ListQuery, Optional, pageOf, type PartialDate } from '#event-sourcing';
import type { Answering, Tables } from '#event-sourcing/projections';
import { WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';
import { askedDay, IsFlag, IsListOf } from '../asked.js';
import { boardAt } from './boards.js';
import { valueOf } from './cell.js';
import { CELL_COLUMNS, type BoardRow, type CellColumn } from './columns.js';
import { type BoardDifference, difference } from './compare.js';
import { sortedBy } from './measures.js';

type BoardSort = 'name' | 'kind' | 'cycle' | 'attention' | CellColumn;
const BOARD_SORTS: readonly BoardSort[] = ['name', 'kind', 'cycle', 'attention', ...CELL_COLUMNS];
type BoardGrouping = 'kind' | 'status' | 'cycle';
const BOARD_GROUPS: readonly BoardGrouping[] = ['kind', 'status', 'cycle'];

/** The status board: all workstreams at a moment, each with what people look for first. */
export class GetBoard extends ListQuery {
  /** Only workstreams of these kinds, set apart by commas. */
  @Optional() @IsListOf(WORKSTREAM_KINDS) readonly kind?: readonly WorkstreamKind[];
  /** Only those of the cycle of this annual meeting; those that go on over the years are of none. */
  @Optional() @IsCount(9999) readonly cycle?: number;
  /** Only those that stand so by the rule of their kind, such as `inactive`. */
  @Optional() @IsText(50) readonly status?: string;
  /** Only those with this in their name, in any case. */
  @Optional() @IsText(100) readonly name?: string;
  /** Only those that somebody should look at, or with `false` only the others. */
  @Optional() @IsFlag() readonly attention?: boolean;
  /** What to put the rows in order by; what holds nothing comes last. By kind, then by name, when left out. */
  @Optional() @IsIn(BOARD_SORTS) readonly sort?: BoardSort;
  @Optional() @IsIn(['ascending', 'descending']) readonly order?: 'ascending' | 'descending';
  /** What to put rows together by, before they are put in order. */
  @Optional() @IsIn(BOARD_GROUPS) readonly groupBy?: BoardGrouping;
  /** Only these columns, set apart by commas. */
  @Optional() @IsListOf(CELL_COLUMNS) readonly columns?: readonly CellColumn[];
  /** Compare with what was true by the end of this date. */
  @Optional() @IsSingleDate() readonly since?: PartialDate;
  /** Compare with what had been recorded by the end of this date. */
  @Optional() @IsSingleDate() readonly knownSince?: PartialDate;
}

/** A row with the columns that were asked for. */
export type ShownRow = Omit<BoardRow, CellColumn> & Partial<Pick<BoardRow, CellColumn>>;

/** How many rows have something in common, in the order in which they are shown. */
export type BoardGroup = Readonly<{ key: string; total: number; needAttention: number; workstreamIds: readonly string[] }>;

/** By group, then in the order asked for; `total` counts those of all pages. */
export type Board = Readonly<{
  /** The day by which it was judged. */
  on: PartialDate;
  total: number;
  next: string | null;
  needAttention: number;
  /** Empty when no grouping was asked for. */
  groups: readonly BoardGroup[];
  rows: readonly ShownRow[];
  /** How the rows asked for, those of all pages, differ from those of the other moment. */
  comparison: BoardDifference | null;
}>;

type Test = (row: BoardRow) => boolean;

const statusOf = ({ status }: BoardRow): string => valueOf(status)?.status ?? status.is;

/** What makes a row one that was asked for, by filter. */
const TESTS: {
  readonly [Filter in 'kind' | 'cycle' | 'status' | 'name' | 'attention']: (value: NonNullable<GetBoard[Filter]>) => Test;
} = {
  kind: (kinds) => (row) => kinds.includes(row.kind),
  cycle: (cycle) => (row) => row.cycle === cycle,
  status: (status) => (row) => statusOf(row) === status,
  name: (part) => (row) => row.name.toLowerCase().includes(part.toLowerCase()),
  attention: (wanted) => (row) => row.attention.length > 0 === wanted,
};

function wanted(query: GetBoard): Test {
  const tests = Object.entries(TESTS).flatMap(([filter, testOf]) => {
    const value = query[filter as keyof typeof TESTS];
    return value === undefined ? [] : [(testOf as (value: unknown) => Test)(value)];
  });
  return (row) => tests.every((test) => test(row));
}

type Key = string | number | undefined;

const keyOf = (row: BoardRow, sort: BoardSort): Key => {
  if (sort === 'attention') return row.attention.length;
  if (sort === 'name' || sort === 'kind' || sort === 'cycle') return row[sort] ?? undefined;
  return sortedBy(row, sort);
};

/** What holds nothing comes last, whatever the order. */
function inOrder(a: Key, b: Key, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return sign * (typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b, 'en') : Number(a) - Number(b));
}

const kindOrder = ({ kind }: BoardRow): number => WORKSTREAM_KINDS.indexOf(kind);

const byKindAndName = (a: BoardRow, b: BoardRow): number =>
  kindOrder(a) - kindOrder(b) ||
  a.name.localeCompare(b.name, 'en') ||
  (a.cycle ?? 0) - (b.cycle ?? 0) ||
  (a.workstreamId < b.workstreamId ? -1 : 1);

function sorted(rows: readonly BoardRow[], { sort, order }: GetBoard): readonly BoardRow[] {
  const usual = rows.toSorted(byKindAndName);
  if (sort === undefined) return order === 'descending' ? usual.toReversed() : usual;
  const sign = order === 'descending' ? -1 : 1;
  const keys = new Map(usual.map((row) => [row, keyOf(row, sort)]));
  return usual.toSorted((a, b) => inOrder(keys.get(a), keys.get(b), sign));
}

const GROUP_KEYS: Readonly<Record<BoardGrouping, (row: BoardRow) => string>> = {
  kind: ({ kind }) => kind,
  status: statusOf,
  cycle: ({ cycle }) => (cycle === null ? 'over the years' : String(cycle)),
};

const needing = (rows: readonly BoardRow[]): number => rows.filter(({ attention }) => attention.length > 0).length;

function grouped(rows: readonly BoardRow[], by: GetBoard['groupBy']): ReadonlyMap<string, readonly BoardRow[]> {
  if (by === undefined) return new Map();
  const keys = [...new Set(rows.map(GROUP_KEYS[by]))].toSorted((a, b) => a.localeCompare(b, 'en'));
  return new Map(keys.map((key) => [key, rows.filter((row) => GROUP_KEYS[by](row) === key)]));
}

const groupView = ([key, rows]: readonly [string, readonly BoardRow[]]): BoardGroup => ({
  key,
  total: rows.length,
  needAttention: needing(rows),
  workstreamIds: rows.map(({ workstreamId }) => workstreamId),
});

function shown(row: BoardRow, columns: GetBoard['columns']): ShownRow {
  if (columns === undefined) return row;
  const hidden = new Set<string>(CELL_COLUMNS.filter((column) => !columns.includes(column)));
  return Object.fromEntries(Object.entries(row).filter(([name]) => !hidden.has(name))) as ShownRow;
}

const byId = (rows: readonly BoardRow[]): ReadonlyMap<string, BoardRow> => new Map(rows.map((row) => [row.workstreamId, row]));

function comparison(rows: readonly BoardRow[], query: GetBoard, tables: Tables): BoardDifference | null {
  const { since, knownSince, asOf, knownAt, upTo } = query;
  if (since === undefined && knownSince === undefined) return null;
  const others = boardAt(tables, { asOf: since ?? asOf, knownAt: knownSince ?? knownAt, upTo });
  return difference(byId(rows), byId([...others.values()].filter(wanted(query))));
}

export const getBoard: Answering<GetBoard, Board> = (query, tables) => {
  const found = sorted([...boardAt(tables, query).values()].filter(wanted(query)), query);
  const groups = grouped(found, query.groupBy);
  const { total, next, shown: rows } = pageOf(groups.size > 0 ? [...groups.values()].flat() : found, query, tables.position());
  return {
    body: {
      on: askedDay(query).date,
      total,
      next,
      needAttention: needing(found),
      groups: [...groups].map(groupView),
      rows: rows.map((row) => shown(row, query.columns)),
      comparison: comparison(found, query, tables),
    },
  };
};
