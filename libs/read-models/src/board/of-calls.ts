import { DAY, lastDay, period } from '#event-sourcing';
import { byDate, type Call, callStage, closingDateFor, type Day, EVERYONE, inForce, statusOn, type Work } from '#workstreams';
import { contributionCounts } from '../call-register/counts.js';
import { type Cell, known, notApplicable, unknown } from './cell.js';
import type { Contributions, MonthOfContributions, BoardCall } from './columns.js';

const NO_CALL = 'no call for input is on record';
const MONTHS = 12;

/** Whole days from a day to the last day of a date. */
export const daysTo = (date: string, day: Day): number => lastDay(period(date)) - lastDay(day.period);

const OPEN: readonly string[] = ['open', 'reopened', 'past its inclusion date', 'past its closing date'];

const takesInput = (call: Call, day: Day): boolean =>
  call.opened !== null && OPEN.includes(statusOn(inForce(callStage, day), call, day).status);

/** The date until which a call takes input, of those that are named for everybody. */
const until = ({ deadlines }: Call): string | null => closingDateFor(deadlines, EVERYONE) ?? byDate(deadlines).at(-1)?.current ?? null;

function viewOf(call: Call, day: Day): BoardCall {
  const { callId, title, deadlines } = call;
  const date = until(call);
  const extensions = deadlines.reduce((sum, each) => sum + each.extensions.length, 0);
  return { callId, title, until: date, days: date === null ? null : daysTo(date, day), extensions };
}

const factsOf = ({ opened, deadlines }: Call): readonly string[] => [
  ...(opened ? [opened.factId] : []),
  ...deadlines.flatMap(({ extensions }) => extensions.map(({ factId }) => factId)),
];

/** The call that takes input, of several the one that ends first. */
export function openCall({ calls }: Work, day: Day): Cell<BoardCall> {
  if (!calls.some(({ opened }) => opened)) return notApplicable(NO_CALL);
  const open = calls.filter((call) => takesInput(call, day)).map((call) => ({ call, view: viewOf(call, day) }));
  const [first] = open.toSorted((a, b) => (a.view.days ?? Infinity) - (b.view.days ?? Infinity));
  return first ? known(first.view, factsOf(first.call)) : notApplicable('no call takes input');
}

const monthsBefore = ({ period: { end } }: Day): readonly string[] => {
  const last = new Date(end - 1);
  return Array.from({ length: MONTHS }, (_, n) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - (MONTHS - 1 - n), 1)).toISOString().slice(0, 'YYYY-MM'.length),
  );
};

/** Contributions by the month of which they surely are. */
function byMonth(calls: readonly Call[], counted: ReadonlySet<string>, day: Day): readonly MonthOfContributions[] {
  const received = calls.flatMap(({ contributions }) => contributions).filter((each) => counted.has(each.received.factId));
  return monthsBefore(day).map((month) => {
    const { first, end } = period(month);
    const within = received.filter((each) => period(each.received.effective).first >= first && period(each.received.effective).end <= end);
    const factIds = within.map((each) => each.received.factId);
    return { month, count: factIds.length, partial: end - DAY >= day.period.end, factIds };
  });
}

/** The calls of the cycle of a workstream; of one that goes on over the years, those opened in the year asked about. */
function callsOfCycle({ workstream, calls }: Work, { year }: Day): readonly Call[] {
  const opened = calls.filter((call) => call.opened !== null);
  if ('cycle' in workstream) return opened;
  return opened.filter((call) => new Date(period(call.opened!.effective).end - 1).getUTCFullYear() === year);
}

/** The contributions to the calls of a cycle. */
export function contributions(work: Work, day: Day): Cell<Contributions> {
  const calls = callsOfCycle(work, day);
  if (calls.length === 0) return notApplicable(work.calls.length === 0 ? NO_CALL : `no call was opened in ${day.year}`);
  const factIds = calls.flatMap((call) => contributionCounts(call).total.factIds);
  const stated = calls.flatMap(({ counted }) => counted.map(({ quantity, factId }) => ({ count: quantity.printed, factId })));
  if (factIds.length === 0 && stated.length > 0)
    return unknown(`only numbers were published: ${stated.map(({ count }) => count).join(', ')}`);
  return known({ count: factIds.length, stated, months: byMonth(calls, new Set(factIds), day) }, factIds);
}
