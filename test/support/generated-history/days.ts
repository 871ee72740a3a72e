import { DAY, type PartialDate } from '#event-sourcing';

/** A UTC day, counted from 1970-01-01. */
export type Day = number;

export const dayOf = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / DAY;

export const dateOf = (day: Day): PartialDate => new Date(day * DAY).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => new Date(day * DAY).getUTCFullYear();

/** When annual meetings began, from the first on: no two cycles have the same length. Later ones begin in the middle of October. */
const ANNUAL_MEETINGS: readonly string[] = [
  ...['2006-10-30', '2007-11-12', '2008-12-03', '2009-11-15', '2010-09-14', '2011-09-27', '2012-11-06', '2013-10-22', '2014-09-02'],
  ...['2015-11-10', '2016-12-06', '2017-12-18', '2018-11-12', '2019-11-25', '2020-11-02', '2021-12-06', '2022-11-28', '2023-10-08'],
  ...['2024-12-15', '2025-06-23'],
];

export const FIRST_CYCLE = 2006;

/** The first day of the annual meeting of a cycle. */
export const annualMeetingOf = (cycle: number): Day => dayOf(ANNUAL_MEETINGS[cycle - FIRST_CYCLE] ?? `${cycle}-10-15`);

/** The cycle of which the annual meeting comes next. */
export function cycleOn(day: Day): number {
  const year = yearOf(day);
  return day <= annualMeetingOf(year) ? year : year + 1;
}
