import { DAY, firstDay, lastDay } from '#event-sourcing';
import { type Planned, spanOfPlan } from '#workstreams';

/** A date that is known no better than to some years stands in all months. */
const MOST_MONTHS = 36;
export const ALL_MONTHS = '*';

const monthOf = (day: number): number => {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const monthText = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;

/** The months that a span of time touches, as `2016-08`; undefined for more than can be listed. */
export function monthsIn(span: Readonly<{ first: number; end: number }>): readonly string[] | undefined {
  const [first, last] = [monthOf(firstDay(span)), monthOf(lastDay(span))];
  if (!(last - first < MOST_MONTHS)) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => monthText(first + index));
}

function monthsOf(all: readonly Planned[]): string | null {
  const months = all.map((each) => monthsIn(spanOfPlan(each)));
  if (months.length === 0) return null;
  if (months.includes(undefined)) return ALL_MONTHS;
  return [...new Set(months.flat())].toSorted().join(' ');
}

/** What is owed by somebody and not done: it may come to be overdue. A milestone is, for whomever it is. */
const isOpen = ({ settled, whenPassed, kind }: Planned): boolean => !settled && (whenPassed === 'overdue' || kind === 'milestone');

type Column<Row> = (row: Row) => string | number | null;

/** By what the calendar picks rows, so that it need not read all: the months in which they have dates, and whether something in them is open. */
export function calendarColumns<Row extends object>(
  plannedIn: (row: Row) => readonly Planned[],
): Readonly<Record<'calendar_months' | 'calendar_open', Column<Row>>> {
  // Both columns are asked for of one row after the other.
  let last: Readonly<{ row: Row; planned: readonly Planned[] }> | undefined;
  const plannedOnce = (row: Row): readonly Planned[] => {
    if (last?.row !== row) last = { row, planned: plannedIn(row) };
    return last.planned;
  };
  return {
    calendar_months: (row) => monthsOf(plannedOnce(row)),
    calendar_open: (row) => (plannedOnce(row).some(isOpen) ? 1 : 0),
  };
}
