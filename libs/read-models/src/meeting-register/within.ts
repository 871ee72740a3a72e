import { type PartialDate, period } from '#event-sourcing';

/** Whether a date may lie in a span; all dates do in one that is open at both ends. */
export function within(from: PartialDate | undefined, to: PartialDate | undefined): (date: PartialDate) => boolean {
  const { first } = from === undefined ? { first: -Infinity } : period(from);
  const { end } = to === undefined ? { end: Infinity } : period(to);
  return (date) => period(date).end > first && period(date).first < end;
}
