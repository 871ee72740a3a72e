import { type Event, isNow, type Moment } from '#event-sourcing';
import type { Projection, Tables, View } from '#event-sourcing/projections';
import { ALL_MONTHS, monthsIn } from './calendar-columns.js';

/** Which rows may hold what a question asks for. */
export type Wanted = Readonly<{
  moment: Moment;
  /** Milliseconds since 1970; infinite where the question leaves an end open. */
  span: Readonly<{ first: number; end: number }>;
  /** Only what somebody still owes. */
  isOpen: boolean;
  /** Only of these workstreams, or with them. */
  workstreamIds: readonly string[] | undefined;
}>;

/** A register as it is read: its table and its view. */
export type Register<Row, E extends Event> = Readonly<{ projection: Projection<Row, E>; view: (tables: Tables) => View<Row, E> }>;

/** The rows of now with a date in one of the months: picked by a column, so that the others need not be read. */
function rowsInMonths(name: string, months: readonly string[], tables: Tables): readonly unknown[] {
  const tests = ['calendar_months = ?', ...months.map(() => 'instr(calendar_months, ?)')].join(' OR ');
  const statement = tables.file.db.prepare<unknown[], string>(
    `SELECT row FROM ${name} WHERE rowid IN (SELECT rowid FROM ${name} WHERE ${tests}) ORDER BY stream`,
  );
  return statement
    .pluck()
    .all(ALL_MONTHS, ...months)
    .map((row) => JSON.parse(row) as unknown);
}

/** The rows of a register that may hold what is wanted, and perhaps others. */
export function rowsOfCalendar<Row, E extends Event>(
  { projection, view }: Register<Row, E>,
  wanted: Wanted,
  tables: Tables,
): readonly Row[] {
  const { moment, span, isOpen, workstreamIds } = wanted;
  const rows = view(tables);
  if (workstreamIds !== undefined) return workstreamIds.flatMap((id) => rows.about(id, moment));
  if (isOpen) return rows.rows({ calendar_open: 1 }, moment);
  const months = isNow(moment) ? monthsIn(span) : undefined;
  return months === undefined ? rows.rows({}, moment) : (rowsInMonths(projection.name, months, tables) as readonly Row[]);
}
