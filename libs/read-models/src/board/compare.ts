import { CELL_COLUMNS, type BoardRow, type CellColumn } from './columns.js';
import { isSame } from './measures.js';

/** What a changed row said before, in the columns that say something else now. */
export type BoardBefore = Partial<Pick<BoardRow, 'name' | CellColumn>>;

/** How the board of one moment differs from that of another. */
export type BoardDifference = Readonly<{
  /** Ids of workstreams that only this one has. */
  added: readonly string[];
  /** Rows that only the other one has, as they stood there. */
  removed: readonly BoardRow[];
  /** What stood on the other one, by the id of the workstream. */
  changed: Readonly<Record<string, BoardBefore>>;
}>;

type Rows = ReadonlyMap<string, BoardRow>;

function beforeOf(row: BoardRow, other: BoardRow): BoardBefore | undefined {
  const changed = CELL_COLUMNS.filter((column) => !isSame(row, other, column)).map((column) => [column, other[column]] as const);
  const renamed = row.name === other.name ? [] : [['name', other.name] as const];
  return changed.length + renamed.length === 0 ? undefined : (Object.fromEntries([...renamed, ...changed]) as BoardBefore);
}

/** What is different in the rows of a board, beside those of another moment. */
export function difference(rows: Rows, others: Rows): BoardDifference {
  const changed = [...rows].flatMap(([id, row]) => {
    const other = others.get(id);
    const before = other && beforeOf(row, other);
    return before ? [[id, before] as const] : [];
  });
  return {
    added: [...rows.keys()].filter((id) => !others.has(id)),
    removed: [...others.values()].filter(({ workstreamId }) => !rows.has(workstreamId)),
    changed: Object.fromEntries(changed),
  };
}
