import { type PartialDate, type Period, period } from '#event-sourcing';

/** The day that a verdict speaks of: as it was asked about, as a period, and the year in which that ends. Rules ask nothing else of time. */
export type Day = Readonly<{ date: PartialDate; period: Period; year: number }>;

export const dayOf = (date: PartialDate): Day => {
  const when = period(date);
  return { date, period: when, year: new Date(when.end - 1).getUTCFullYear() };
};

/** Whether something surely happened in the year of the day, or in the year before, given that it had happened by that day. */
export const isRecent = ({ effective }: Readonly<{ effective: PartialDate }>, { year }: Day): boolean =>
  period(effective).first >= period(String(year - 1)).first;

/** Whether a date that was set had surely passed by the end of the day. */
export const hasPassed = (date: PartialDate, day: Day): boolean => period(date).end < day.period.end;
