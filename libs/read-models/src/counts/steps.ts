import { DAY, type PartialDate, period } from '#event-sourcing';
import { dateOfDay } from '#workstreams';

/** A year or a month that is counted at its end, or on the day that is asked about where that comes first. */
export type TimeStep = Readonly<{ name: PartialDate; first: number; end: number; asOf: PartialDate }>;

export type StepSize = 'year' | 'month';

const nameOf = (instant: number, size: StepSize): PartialDate =>
  new Date(instant).toISOString().slice(0, size === 'year' ? 'YYYY'.length : 'YYYY-MM'.length);

/** The first and the last day of a span, and the day before it. */
export const daysOf = ({
  first,
  end,
}: Pick<TimeStep, 'first' | 'end'>): Readonly<{ before: PartialDate; from: PartialDate; to: PartialDate }> => ({
  before: dateOfDay(Math.floor(first / DAY) - 1),
  from: dateOfDay(Math.floor(first / DAY)),
  to: dateOfDay(Math.ceil(end / DAY) - 1),
});

/** The years or months that touch a span of instants, in order. None is counted later than the span ends. */
export function stepsBetween(first: number, end: number, size: StepSize): readonly TimeStep[] {
  const steps: TimeStep[] = [];
  for (let at = first; at < end; at = steps.at(-1)!.end) {
    const name = nameOf(at, size);
    const whole = period(name);
    steps.push({ name, ...whole, asOf: whole.end <= end ? name : daysOf({ first, end }).to });
  }
  return steps;
}
