import { CountContributions, quantityOf } from '#workstreams';
import { parse, type PartialDate } from '#event-sourcing';
import { type About, between, dayOf } from '../cells.js';
import { idFor } from '../names.js';

/** A number of contributions as a cell gives it. */
export type Counted = Readonly<{ count: string; contributors?: string; covers?: string; by?: PartialDate; includesOtherCalls?: true }>;

const NUMBER = String.raw`(?:(?:about|over|some|more than|at least) )?[\d,.]+\+?(?:\s*(?:-|–|to)\s*\d+)?`;
const FORM = new RegExp(`^(${NUMBER})(?: (?:submissions|contributions))?(?: received)?(?: from (${NUMBER}) contributors)?(?: (.+))?$`, 'i');

/** What stands behind a number: the date by which it had been reached, or what it covers. */
const QUALIFIERS: readonly (readonly [RegExp, (said: string) => Partial<Counted>])[] = [
  [/^\(?(?:by|before) (\d{1,2} [A-Z][a-z]+ \d{4})\)?$/, (day) => ({ by: dayOf(day, 'contributions') })],
  [/^\(?for (.+ together)\)?$/, (covers) => ({ covers, includesOtherCalls: true })],
  [/^\((.+)\)$/, (covers) => ({ covers })],
  [/^(?:at|for) (.+)$/, (covers) => ({ covers })],
];

function qualified(rest: string): Partial<Counted> | undefined {
  for (const [form, meaning] of QUALIFIERS) {
    const [, said] = form.exec(rest) ?? [];
    if (said !== undefined) return meaning(said);
  }
  return undefined;
}

function counted(part: string): Counted {
  const [, count, contributors, rest] = FORM.exec(part) ?? [];
  const meaning = rest === undefined ? {} : qualified(rest);
  // What is not of a known form is kept as it is printed.
  if (count === undefined || meaning === undefined) return { count: part };
  return { count, ...(contributors !== undefined && { contributors }), ...meaning };
}

/** The numbers in a cell: `70+ or 80+` and `40+ at Draft I; 120+ for I and II together` are two each, that stand side by side. */
export const countsIn = (cell: string | undefined): readonly Counted[] =>
  (cell ?? '')
    .split(/;\s*|\s+or\s+(?=\d)/)
    .filter((part) => part !== '')
    .map(counted);

/** Records the numbers. One without a date was reached between the opening of its call and the end of the cycle. */
export function counting(
  counts: readonly Counted[],
  call: Readonly<{ callId: string; opened: PartialDate | undefined; cycle: number | undefined }>,
  said: About,
): readonly CountContributions[] {
  return counts.map(({ by, ...count }) => {
    const { callId, opened, cycle } = call;
    const effective = by ?? between(opened, cycle);
    const requestId = idFor('count', callId, quantityOf(count.count).printed, count.covers ?? '', by ?? '');
    return parse(CountContributions, { callId, requestId, ...count, effective, ...said });
  });
}
