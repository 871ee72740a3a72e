import { type PartialDate, period } from '#event-sourcing';

type Dated = Readonly<{ effective: PartialDate }>;

/** Whether a date surely lies in a year. */
export const liesIn = (date: PartialDate, year: number): boolean =>
  period(date).first >= period(String(year)).first && period(date).end <= period(String(year)).end;

/** Whether something surely happened in a year. */
export const isIn =
  (year: number) =>
  ({ effective }: Dated): boolean =>
    liesIn(effective, year);
