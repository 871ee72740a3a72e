import { lastDay, type PartialDate, period } from '#event-sourcing';
import type { Day, Work } from '#workstreams';
import { type Cell, known, unknown } from './cell.js';
import type { LastActivity } from './columns.js';
import { daysTo } from './of-calls.js';

type Happened = Readonly<{ on: PartialDate; factId: string; lastDay: number }>;

/** Beyond this day a date says no more than that it was at some time. */
const NO_DAY = lastDay(period('9999'));

function happened({ effective, on, factId }: Readonly<Record<string, unknown>>): Happened | undefined {
  const date = effective ?? on;
  if (typeof factId !== 'string' || typeof date !== 'string') return undefined;
  const day = lastDay(period(date));
  return day < NO_DAY ? { on: date, factId, lastDay: day } : undefined;
}

const later = (a: Happened | undefined, b: Happened | undefined): Happened | undefined => (a && b && a.lastDay >= b.lastDay ? a : (b ?? a));

/** What happened last of all that a row tells: what names its fact names its date too. */
function lastWithin(value: object): Happened | undefined {
  let last = Array.isArray(value) ? undefined : happened(value as Readonly<Record<string, unknown>>);
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner === 'object' && inner !== null) last = later(last, lastWithin(inner));
  }
  return last;
}

/** A meeting may be of many workstreams: each row is looked through once. */
const seen = new WeakMap<object, Happened | null>();

function lastIn(row: object): Happened | undefined {
  const found = seen.get(row) ?? lastWithin(row) ?? null;
  seen.set(row, found);
  return found ?? undefined;
}

/** What happened last in the work of a workstream, as far as its day, month or year is known. */
export function lastActivity({ workstream, calls, papers, meetings, series, renewals }: Work, day: Day): Cell<LastActivity> {
  const rows: readonly object[] = [workstream, ...calls, ...papers, ...meetings, ...series, ...renewals];
  const last = rows.map(lastIn).reduce(later, undefined);
  if (!last) return unknown('no date of anything is known');
  // Of what happened in a month that is not over, no day has been missed yet.
  return known({ on: last.on, days: Math.max(0, -daysTo(last.on, day)) }, [last.factId]);
}
